import { Temporal } from 'temporal-polyfill'

/** One weekly window: weekday 1 Monday … 7 Sunday, minutes of the local day; an end at or before its start lies on the next date. */
export interface Shift {
  weekday: number
  startMinute: number
  endMinute: number
}

export interface SlotRules {
  slotMinutes: number
  stepMinutes: number
}

const dayMinutes = 24 * 60

/**
 * Starts of the slots that a person's shifts give between two local dates (both inclusive), soonest first, in epoch milliseconds.
 * Slots start with the shift and every step after it on the wall clock, and fit while start plus length is not after the shift's end.
 * A local time that does not exist is skipped, of one that exists twice the first is taken (DOMAIN, "Times, exactly").
 */
export function slotStarts(
  shifts: readonly Shift[],
  zone: string,
  from: Temporal.PlainDate,
  to: Temporal.PlainDate,
  rules: SlotRules,
): number[] {
  const starts = new Set<number>()
  for (let date = from; Temporal.PlainDate.compare(date, to) <= 0; date = date.add({ days: 1 })) {
    for (const shift of shifts) if (shift.weekday === date.dayOfWeek) addStarts(starts, shift, date, zone, rules)
  }
  return [...starts].sort((a, b) => a - b)
}

function addStarts(
  starts: Set<number>,
  shift: Shift,
  date: Temporal.PlainDate,
  zone: string,
  { slotMinutes, stepMinutes }: SlotRules,
): void {
  const end = shift.endMinute <= shift.startMinute ? shift.endMinute + dayMinutes : shift.endMinute
  for (let minute = shift.startMinute; minute + slotMinutes <= end; minute += stepMinutes) {
    const instant = instantAt(date, minute, zone)
    if (instant !== undefined) starts.add(instant)
  }
}

/** The first instant at which the wall clock shows that minute of the date; undefined when the clock skips it. */
function instantAt(date: Temporal.PlainDate, minuteOfDay: number, zone: string): number | undefined {
  const day = date.add({ days: Math.floor(minuteOfDay / dayMinutes) })
  const minute = minuteOfDay % dayMinutes
  const wall = day.toPlainDateTime({ hour: Math.floor(minute / 60), minute: minute % 60 })
  const zoned = wall.toZonedDateTime(zone, { disambiguation: 'earlier' })
  return zoned.toPlainDateTime().equals(wall) ? zoned.epochMilliseconds : undefined
}
