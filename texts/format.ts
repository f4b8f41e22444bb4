import type { Locale } from '../core/message/kinds.ts'
import type { Markup } from './fluent.ts'

/** Money given in fen, as people of the language write it: ¥1,499, with decimals only when there are any. */
export function formatMoney(fen: number, locale: Locale): string {
  const options = {
    style: 'currency',
    currency: 'CNY',
    currencyDisplay: 'narrowSymbol',
    minimumFractionDigits: fen % 100 === 0 ? 0 : 2,
  } as const
  return new Intl.NumberFormat(locale, options).format(fen / 100)
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

/** For buttons: `今天 09:20`, `明天 09:20`, then the date. `now` decides what today is. */
export function formatShortTime(iso: string, locale: Locale, timeZone: string, now: Date): string {
  const date = (moment: string | number) => part(moment, 'sv-SE', timeZone, { year: 'numeric', month: '2-digit', day: '2-digit' })
  const day = date(iso)
  const today = date(now.getTime())
  if (day === today) return `${locale === 'zh-CN' ? '今天' : 'Today'} ${clock(iso, timeZone)}`
  const tomorrow = new Date(Date.parse(today) + 86_400_000).toISOString().slice(0, 10)
  if (day === tomorrow) return `${locale === 'zh-CN' ? '明天' : 'Tomorrow'} ${clock(iso, timeZone)}`
  return formatTime(iso, locale, timeZone)
}

/** A date without a time: `11月24日 周二` / `Tue 24 Nov`. */
export function formatDate(iso: string, locale: Locale, timeZone: string): string {
  if (locale === 'en') return part(iso, 'en-GB', timeZone, { weekday: 'short', day: 'numeric', month: 'short' })
  return `${part(iso, locale, timeZone, { month: 'long', day: 'numeric' })} ${part(iso, locale, timeZone, { weekday: 'short' })}`
}

/** The zone's name in the language: `中国标准时间` / `China Standard Time`. */
export function zoneName(locale: Locale, timeZone: string, iso: string): string {
  const parts = new Intl.DateTimeFormat(locale, { timeZone, timeZoneName: 'long' }).formatToParts(new Date(iso))
  return parts.find(piece => piece.type === 'timeZoneName')?.value ?? timeZone
}

/**
 * Telegram draws the moment in the reader's own zone; a client that cannot shows the text inside, which names its zone.
 * The format: w weekday, D long date, t hours and minutes (https://core.telegram.org/bots/api#date-time-entity-formatting).
 */
export function timeTag(iso: string, locale: Locale, timeZone: string): Markup {
  const time = formatTime(iso, locale, timeZone)
  const zone = zoneName(locale, timeZone, iso)
  const fallback = locale === 'zh-CN' ? `${time}（${zone}）` : `${time} (${zone})`
  return { html: `<tg-time unix="${Math.floor(Date.parse(iso) / 1000)}" format="wDt">${fallback}</tg-time>` }
}

const clock = (iso: string, timeZone: string) =>
  part(iso, 'en-GB', timeZone, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })

function part(moment: string | number, locale: string, timeZone: string, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(locale, { timeZone, ...options }).format(new Date(moment))
}
