import { Temporal } from 'temporal-polyfill'
import { refuse } from '../refusal.ts'

const todayWords = new Set(['today', '今天', '今日'])
const mostDays = 366

/**
 * Days as people write them: `today`, `2026-12-01`, `2026-12-01 2026-12-05` (both inclusive, also with a dash, `to` or 至 between), on the
 * member's own calendar. From now on, if the first day has begun. Refused as `away-invalid`: not understood, over already, the wrong
 * way round, or longer than a year.
 */
export function parseAway(text: string, zone: string, now: Date): { fromAt: Date; untilAt: Date } {
  const words = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\s(?:to|-|–|~)\s|至|到|~/gu, ' ')
    .trim()
    .split(/\s+/u)
  const today = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(zone).toPlainDate()
  const days = words.map(word => (todayWords.has(word) ? today : dateOf(word)))
  // a word that is no date, such as the hours of a day, is not passed over: more would fall away than was said
  const [first, last] = [days[0], days.at(-1)]
  if (!first || !last || days.length > 2 || Temporal.PlainDate.compare(first, last) > 0) return refuse('away-invalid', {})
  const untilAt = midnight(last.add({ days: 1 }), zone)
  if (untilAt <= now || first.until(last).total('days') > mostDays) return refuse('away-invalid', {})
  const fromAt = midnight(first, zone)
  return { fromAt: fromAt < now ? now : fromAt, untilAt }
}

function dateOf(word: string): Temporal.PlainDate | undefined {
  if (!/^\d{4}-\d{1,2}-\d{1,2}$/.test(word)) return undefined
  const [year = 0, month = 0, day = 0] = word.split('-').map(Number)
  try {
    return Temporal.PlainDate.from({ year, month, day }, { overflow: 'reject' })
  } catch {
    return undefined
  }
}

const midnight = (date: Temporal.PlainDate, zone: string): Date => new Date(date.toZonedDateTime(zone).epochMilliseconds)
