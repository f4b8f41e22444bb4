import type { MessageEntity } from '@grammyjs/types'

type Locale = 'zh-CN' | 'en'

/** The language of a Telegram client (`zh-hans`, `en-US`…) as a locale for `Intl`. */
export function localeOfClient(languageCode: string): Locale {
  return languageCode.startsWith('zh') ? 'zh-CN' : 'en'
}

export function timeOfDay(at: number, withSeconds = false): string {
  const date = new Date(at)
  const parts = withSeconds ? [date.getHours(), date.getMinutes(), date.getSeconds()] : [date.getHours(), date.getMinutes()]
  return parts.map(part => String(part).padStart(2, '0')).join(':')
}

export function dayAndTime(at: number, locale: Locale): { day: string; time: string } {
  const day = new Intl.DateTimeFormat(locale, { month: 'short', day: 'numeric' }).format(at)
  return { day, time: timeOfDay(at) }
}

/** A day in the reader's zone, to tell one from the next. */
export function dayKey(at: number): string {
  return new Date(at).toDateString()
}

export function longDay(at: number, locale: Locale): string {
  const sameYear = new Date(at).getFullYear() === new Date().getFullYear()
  const year = sameYear ? {} : { year: 'numeric' as const }
  return new Intl.DateTimeFormat(locale, { month: 'long', day: 'numeric', weekday: 'long', ...year }).format(at)
}

const UNITS: [Intl.RelativeTimeFormatUnit, number][] = [
  ['year', 31_536_000],
  ['month', 2_592_000],
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
]

/** "in 3 hours", counted from `now` (milliseconds). */
function relativeTime(unixTime: number, now: number, locale: Locale): string {
  const seconds = unixTime - now / 1000
  const format = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' })
  for (const [unit, size] of UNITS) {
    if (Math.abs(seconds) >= size * 0.95) return format.format(Math.round(seconds / size), unit)
  }
  return format.format(0, 'minute')
}

/**
 * A date_time entity in the reader's zone and language: `r|w?[dD]?[tT]?`, or undefined for the empty format, where the text stands
 * as it was written (https://core.telegram.org/bots/api#date-time-entity-formatting).
 */
export function drawDateTime(
  entity: Pick<MessageEntity.DateTimeMessageEntity, 'unix_time'> & { date_time_format?: string },
  locale: Locale,
  now: number,
): string | undefined {
  const format = entity.date_time_format ?? ''
  if (format === '') return undefined
  if (format === 'r') return relativeTime(entity.unix_time, now, locale)
  const options: Intl.DateTimeFormatOptions = {}
  if (format.includes('w')) options.weekday = 'long'
  if (format.includes('d')) Object.assign(options, { year: '2-digit', month: '2-digit', day: '2-digit' })
  if (format.includes('D')) Object.assign(options, { year: 'numeric', month: 'long', day: 'numeric' })
  if (/t/i.test(format)) Object.assign(options, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
  if (format.includes('T')) options.second = '2-digit'
  return new Intl.DateTimeFormat(locale, options).format(entity.unix_time * 1000)
}

/** Everything about a moment, for the tip above a date_time entity. */
export function fullTime(unixTime: number, locale: Locale): string {
  const options: Intl.DateTimeFormatOptions = { dateStyle: 'full', timeStyle: 'long', hourCycle: 'h23' }
  return new Intl.DateTimeFormat(locale, options).format(unixTime * 1000)
}
