import type { FreeTime } from '../core/booking/free-times.ts'
import { groupBy } from '../core/group-by.ts'
import { clock, formatDate, namedDay } from '../texts/format.ts'
import type { Scene } from './scene.ts'

/** Parts of a day, by the hour at which they begin, on the reader's clock. */
const parts = [
  { name: 'night', from: 0 },
  { name: 'morning', from: 6 },
  { name: 'afternoon', from: 12 },
  { name: 'evening', from: 18 },
] as const
export type DayPart = (typeof parts)[number]['name']

/** The local date of a moment in a zone, `2026-11-24`. */
export function dateIn(iso: string, timeZone: string): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(new Date(iso))
}

/** Free times by the reader's own dates, soonest first. */
export function byDate(times: readonly FreeTime[], { reader }: Scene): Map<string, string[]> {
  return groupBy(
    times.map(time => time.startsAt.toISOString()),
    iso => dateIn(iso, reader.timeZone),
  )
}

/** One date's times by the part of the day; parts without a time are left out. */
export function byPart(times: readonly string[], { reader }: Scene): Map<DayPart, string[]> {
  return groupBy(times, iso => partOf(hourOf(iso, reader.timeZone)))
}

function partOf(hour: number): DayPart {
  return parts.findLast(part => hour >= part.from)?.name ?? 'night'
}

/** The hour on the reader's clock. */
const hourOf = (iso: string, timeZone: string): number => Number(clock(iso, timeZone).slice(0, 2))

/** A day's label: today and tomorrow by name, others by date. */
export function dayLabel({ locale, reader, voice }: Scene, iso: string): string {
  return namedDay(iso, locale, reader.timeZone, voice.now) ?? formatDate(iso, locale, reader.timeZone)
}
