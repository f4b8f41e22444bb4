import { Temporal } from 'temporal-polyfill'
import type { Locale } from '../core/message/kinds.ts'
import type { Markup } from './fluent.ts'

/** Money given in fen, as people of the language write it: ¥1,499, with decimals only when there are any. */
export function formatMoney(fen: number, locale: Locale): string {
  return moneyFormat(locale, fen % 100 === 0 ? 0 : 2).format(fen / 100)
}

/** Kept: to make one takes a hundred times as long as to use it. */
const moneyFormats = new Map<string, Intl.NumberFormat>()

function moneyFormat(locale: Locale, minimumFractionDigits: number): Intl.NumberFormat {
  const key = `${locale} ${minimumFractionDigits}`
  const known = moneyFormats.get(key)
  if (known) return known
  const options = { style: 'currency', currency: 'CNY', currencyDisplay: 'narrowSymbol', minimumFractionDigits } as const
  const made = new Intl.NumberFormat(locale, options)
  moneyFormats.set(key, made)
  return made
}

/** `周一、周二和周三`, `Mon, Tue and Wed`. */
export function formatList(names: readonly string[], locale: Locale): string {
  return new Intl.ListFormat(locale === 'en' ? 'en-GB' : locale, { type: 'conjunction' }).format(names)
}

/** `11月24日 周二 09:20` / `Tue 24 Nov, 09:20`, on the wall clock of `timeZone`. */
export function formatTime(iso: string, locale: Locale, timeZone: string): string {
  return locale === 'zh-CN'
    ? `${part(iso, locale, timeZone, { month: 'long', day: 'numeric' })} ${part(iso, locale, timeZone, { weekday: 'short' })} ${clock(iso, timeZone)}`
    : `${part(iso, 'en-GB', timeZone, { weekday: 'short', day: 'numeric', month: 'short' })}, ${clock(iso, timeZone)}`
}

/** For paper, with year and zone: `2026年11月24日 周二 09:20 北京时间` / `Tue 24 Nov 2026, 09:20 UTC+8`. */
export function formatFullTime(iso: string, locale: Locale, timeZone: string): string {
  const year = part(iso, 'en-GB', timeZone, { year: 'numeric' })
  const time = clockInZone(iso, locale, timeZone)
  return locale === 'zh-CN'
    ? `${year}年${formatDate(iso, locale, timeZone)} ${time}`
    : `${formatDate(iso, locale, timeZone)} ${year}, ${time}`
}

/** For buttons: `今天 09:20`, `明天 09:20`, then the date. `now` decides what today is. */
export function formatShortTime(iso: string, locale: Locale, timeZone: string, now: Date): string {
  const day = namedDay(iso, locale, timeZone, now)
  return day ? `${day} ${clock(iso, timeZone)}` : formatTime(iso, locale, timeZone)
}

/** The same with the zone named, still short enough for a button: `周三 09:20 北京时间`, `Wed 09:20 UTC+8`; from a week on with the date. */
export function formatShortTimeInZone(iso: string, locale: Locale, timeZone: string, now: Date): string {
  const time = clockInZone(iso, locale, timeZone)
  const named = namedDay(iso, locale, timeZone, now)
  if (named && `${named} ${time}`.length <= longestLabel) return `${named} ${time}`
  const days = (Date.parse(dateOf(iso, timeZone)) - Date.parse(dateOf(now.getTime(), timeZone))) / 86_400_000
  if (days < 7) return `${part(iso, locale, timeZone, { weekday: 'short' })} ${time}`
  const date = locale === 'zh-CN' ? ({ month: 'long', day: 'numeric' } as const) : ({ day: 'numeric', month: 'short' } as const)
  return `${part(iso, locale === 'en' ? 'en-GB' : locale, timeZone, date)} ${time}`
}

/** What a button shows whole on a phone. */
const longestLabel = 18

/** `09:20 北京时间` / `09:20 UTC+8`. */
export function clockInZone(iso: string, locale: Locale, timeZone: string): string {
  return `${clock(iso, timeZone)} ${shortZone(locale, timeZone, iso)}`
}

/** Whether the clock shows this time twice that day, because it is put back: then only the zone tells which of the two is meant. */
export function isDoubled(iso: string, timeZone: string): boolean {
  const there = Temporal.Instant.from(iso).toZonedDateTimeISO(timeZone)
  const shown = there.toPlainDateTime()
  const [earlier, later] = (['earlier', 'later'] as const).map(which =>
    shown.toZonedDateTime(timeZone, { disambiguation: which }),
  )
  return earlier?.epochMilliseconds !== later?.epochMilliseconds
}

/** Today and tomorrow by name. */
export function namedDay(iso: string, locale: Locale, timeZone: string, now: Date): string | undefined {
  const day = dateOf(iso, timeZone)
  const today = dateOf(now.getTime(), timeZone)
  if (day === today) return locale === 'zh-CN' ? '今天' : 'Today'
  const tomorrow = new Date(Date.parse(today) + 86_400_000).toISOString().slice(0, 10)
  if (day === tomorrow) return locale === 'zh-CN' ? '明天' : 'Tomorrow'
  return undefined
}

/** The local date, `2026-11-24`. */
const dateOf = (moment: string | number, timeZone: string) =>
  part(moment, 'sv-SE', timeZone, { year: 'numeric', month: '2-digit', day: '2-digit' })

/** A date without a time: `11月24日 周二` / `Tue 24 Nov`. */
export function formatDate(iso: string, locale: Locale, timeZone: string): string {
  if (locale === 'en') return part(iso, 'en-GB', timeZone, { weekday: 'short', day: 'numeric', month: 'short' })
  return `${part(iso, locale, timeZone, { month: 'long', day: 'numeric' })} ${part(iso, locale, timeZone, { weekday: 'short' })}`
}

/** A calendar date of whatever year, such as a birth date (ISO): `1990年3月7日` / `7 March 1990`. */
export function formatLongDate(date: string, locale: Locale): string {
  const spelled = { year: 'numeric', month: 'long', day: 'numeric' } as const
  return part(`${date}T00:00:00Z`, locale === 'en' ? 'en-GB' : locale, 'UTC', spelled)
}

/** A local date, `2026-12-24`, as `12月24日 周四` / `Thu 24 Dec`; in front of it in Chinese, behind it in English, the year where it is not this one. */
export function formatDay(day: string, locale: Locale, now: Date): string {
  const noon = `${day}T12:00:00Z`
  const said = formatDate(noon, locale, 'UTC')
  const year = day.slice(0, 4)
  if (year === now.toISOString().slice(0, 4)) return said
  return locale === 'zh-CN' ? `${year} 年 ${said}` : `${said} ${year}`
}

const beijing: Record<Locale, string> = { 'zh-CN': '北京时间', en: 'Beijing time' }
const isBeijing = (timeZone: string) => /^(?:Asia\/(?:Shanghai|Chongqing|Chungking|Harbin)|PRC)$/.test(timeZone)

/** The zone's name in the language: `北京时间`, `中欧标准时间` / `Beijing time`, `Central European Standard Time`. */
export function zoneName(locale: Locale, timeZone: string, iso: string): string {
  return isBeijing(timeZone) ? beijing[locale] : zonePart(locale, timeZone, iso, 'long')
}

/** As short as a button needs it, and clear everywhere: `北京时间`, else the offset at that moment, `UTC+5:45`. */
function shortZone(locale: Locale, timeZone: string, iso: string): string {
  if (isBeijing(timeZone) && locale === 'zh-CN') return beijing[locale]
  return zonePart('en', timeZone, iso, 'shortOffset').replace('GMT', 'UTC')
}

function zonePart(locale: Locale, timeZone: string, iso: string, timeZoneName: 'long' | 'shortOffset'): string {
  const parts = new Intl.DateTimeFormat(locale, { timeZone, timeZoneName }).formatToParts(new Date(iso))
  return parts.find(piece => piece.type === 'timeZoneName')?.value ?? timeZone
}

/**
 * The time as the buttons say it, its zone named. Without a format Telegram leaves the text as it stands, so that nobody reads one
 * booking with two clock times, and shows the moment in the device's own zone on a tap
 * (https://core.telegram.org/bots/api#date-time-entity-formatting).
 */
export function timeTag(iso: string, locale: Locale, timeZone: string): Markup {
  const time = formatTime(iso, locale, timeZone)
  const zone = zoneName(locale, timeZone, iso)
  const text = locale === 'zh-CN' ? `${time}（${zone}）` : `${time} (${zone})`
  return { html: `<tg-time unix="${Math.floor(Date.parse(iso) / 1000)}">${text}</tg-time>` }
}

export const clock = (iso: string, timeZone: string) =>
  part(iso, 'en-GB', timeZone, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })

function part(moment: string | number, locale: string, timeZone: string, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(locale, { timeZone, ...options }).format(new Date(moment))
}

/** A minute of the day, `09:05`; 1440 is `24:00`. */
export function clockOfDay(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
}
