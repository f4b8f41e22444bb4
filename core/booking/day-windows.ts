import { dateOf, weekdayOf } from './local-clock.ts'

/** Minutes of the local day on which it starts; an end at or before the start lies on the next date. */
export interface Window {
  startMinute: number
  endMinute: number
}

/** A window of every week: weekday 1 Monday … 7 Sunday. */
export interface Shift extends Window {
  weekday: number
}

/** When somebody works. Dates are local ones of that person's zone, `2026-12-24`. */
export interface WorkCalendar {
  week: readonly Shift[]
  /** exceptions of one's own: none is a day off, others stand in place of the week's */
  days?: Readonly<Record<string, readonly Window[]>>
  /** of the whole desk: 0 a holiday, else the weekday whose windows hold (a make-up working day) */
  desk?: Readonly<Record<string, number>>
}

export const dayMinutes = 24 * 60

/** The end in minutes of the day on which the window starts. */
export const endOf = ({ startMinute, endMinute }: Window): number =>
  endMinute <= startMinute ? endMinute + dayMinutes : endMinute

/**
 * The windows that start on a local date. One's own exception goes before the desk's day, and that before the week. A shift belongs to
 * the date on which it starts, so one that runs over midnight into a holiday still holds.
 */
export function windowsOn({ week, days, desk }: WorkCalendar, day: number): readonly Window[] {
  const date = dateOf(day)
  const own = days?.[date]
  if (own) return own
  const weekday = desk?.[date] ?? weekdayOf(day)
  return week.filter(shift => shift.weekday === weekday)
}

/** Windows of one day in order; those that touch become one. Undefined when two overlap, or they reach over more than 24 hours. */
export function tidyWindows(windows: readonly Window[]): Window[] | undefined {
  const tidy: Window[] = []
  for (const window of [...windows].sort((a, b) => a.startMinute - b.startMinute)) {
    const last = tidy.at(-1)
    if (last && window.startMinute < endOf(last)) return undefined
    if (endOf(window) > (tidy[0]?.startMinute ?? window.startMinute) + dayMinutes) return undefined
    if (last && window.startMinute === endOf(last)) last.endMinute = window.endMinute
    else tidy.push({ startMinute: window.startMinute, endMinute: window.endMinute })
  }
  return tidy
}

/** The first two windows of a week of which one begins while the other still runs, over midnight and from Sunday into Monday too. */
export function findOverlap(week: readonly Shift[]): readonly [Shift, Shift] | undefined {
  const spans = week
    .map(shift => ({
      shift,
      from: (shift.weekday - 1) * dayMinutes + shift.startMinute,
      length: endOf(shift) - shift.startMinute,
    }))
    .sort((a, b) => a.from - b.from)
  for (const [index, { shift, from, length }] of spans.entries()) {
    const next = spans[index + 1] ?? spans[0]
    if (!next || next.shift === shift) continue
    const begins = index + 1 < spans.length ? next.from : next.from + 7 * dayMinutes
    if (begins < from + length) return [shift, next.shift]
  }
  return undefined
}
