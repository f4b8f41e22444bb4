import { dateOf, dayNumber } from '../booking/local-clock.ts'
import { type HoursProblem, refuseHours } from './refuse-hours.ts'

/** A date without a year that lies back no longer than this was meant, and is past; one that lies further back is next year's. */
const meantDays = 60
const furthestDays = 730
const mostDates = 62
const relative: Record<string, number> = { today: 0, 今天: 0, tomorrow: 1, 明天: 1, 后天: 2 }

const date = String.raw`(?:(\d{4})[-/.年])?(\d{1,2})[-/.月](\d{1,2})[日号]?`
const single = new RegExp(`^${date}$`, 'u')
const range = new RegExp(String.raw`^${date}[~-](?:${date}|(\d{1,2})[日号]?)$`, 'u')

/**
 * Local dates as people write them: `2026-12-24`, `12/24`, `12月24日`, `明天`, `12-24~12-26`, `12月24日至26日`; a list with commas.
 * Undefined when the word is none at all; refused as `hours-invalid` when it is one that does not exist, is past, or lies too far off.
 */
export function parseDates(word: string, today: string): string[] | undefined {
  const dates = new Set<string>()
  for (const part of word.split(/[,、]/u)) {
    const days = daysOf(part, dayNumber(today))
    if (!days) return undefined
    for (const day of days) dates.add(dateOf(day))
    if (dates.size > mostDates) refuseHours('too-many-dates', word)
  }
  return [...dates].sort()
}

function daysOf(part: string, today: number): number[] | undefined {
  const offset = Object.hasOwn(relative, part) ? relative[part] : undefined
  if (offset !== undefined) return [today + offset]
  const one = single.exec(part)
  if (one) return [checked(part, today, one[1], Number(one[2]), Number(one[3]))]
  const [, year, month, day, endYear, endMonth, endDay, endDayOnly] = range.exec(part) ?? []
  if (month === undefined) return undefined
  const from = checked(part, today, year, Number(month), Number(day))
  const first = dateOf(from).split('-').map(Number)
  const toMonth = Number(endMonth ?? first[1])
  // 12-30~1-2 runs into the next year
  const toYear = endYear ?? String((first[0] ?? 0) + (toMonth < (first[1] ?? 0) ? 1 : 0))
  const to = checked(part, today, toYear, toMonth, Number(endDay ?? endDayOnly))
  if (to < from) return refuseHours('date', part)
  if (to - from >= mostDates) return refuseHours('too-many-dates', part)
  return Array.from({ length: to - from + 1 }, (_, index) => from + index)
}

/** The day number of a date that exists, is not past and not too far off. */
function checked(written: string, today: number, year: string | undefined, month: number, day: number): number {
  const refuse = (why: HoursProblem) => refuseHours(why, written)
  if (year !== undefined) return inReach(dayIn(Number(year), month, day) ?? refuse('date'), today, refuse)
  const thisYear = Number(dateOf(today).slice(0, 4))
  // 29 February without a year: the next one there is
  for (let ahead = 0; ahead <= 8; ahead++) {
    const found = dayIn(thisYear + ahead, month, day)
    if (found !== undefined && found > today - meantDays) return inReach(found, today, refuse)
  }
  return refuse('date')
}

function inReach(day: number, today: number, refuse: (why: HoursProblem) => never): number {
  if (day < today) return refuse('past')
  return day > today + furthestDays ? refuse('far') : day
}

/** Undefined where the calendar has no such date. */
function dayIn(year: number, month: number, day: number): number | undefined {
  const text = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
  const found = dayNumber(text)
  return Number.isNaN(found) || dateOf(found) !== text ? undefined : found
}
