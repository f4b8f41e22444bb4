import { endOf, type WorkCalendar, windowsOn } from './day-windows.ts'
import { dayMs, type LocalClock, localClock, wallAt } from './local-clock.ts'

export interface SlotRules {
  slotMinutes: number
  stepMinutes: number
}

/** Soonest first: the start in epoch milliseconds, and its local date as a day number. */
export interface Slots {
  starts: readonly number[]
  days: readonly number[]
}

/**
 * The slots of the shifts that start from `firstDay` to `lastDay` (local day numbers, both inclusive). Slots start with the shift and
 * every step after it on the wall clock, and fit while start plus length is not after the shift's end. A local time that does not
 * exist is skipped, of one that exists twice the first is taken (DOMAIN, "Times, exactly").
 */
export function slotsOf(calendar: WorkCalendar, zone: string, firstDay: number, lastDay: number, rules: SlotRules): Slots {
  const clock = localClock(zone, firstDay, lastDay)
  const days = new Map<number, number>()
  for (let day = firstDay; day <= lastDay; day++) addDay(days, calendar, day, clock, rules)
  const slots = [...days].sort(([a], [b]) => a - b)
  return { starts: slots.map(([start]) => start), days: slots.map(([, day]) => day) }
}

function addDay(
  slots: Map<number, number>,
  calendar: WorkCalendar,
  day: number,
  clock: LocalClock,
  { slotMinutes, stepMinutes }: SlotRules,
): void {
  for (const window of windowsOn(calendar, day)) {
    const latest = endOf(window) - slotMinutes
    for (let minute = window.startMinute; minute <= latest; minute += stepMinutes) {
      const wall = wallAt(day, minute)
      const start = clock.momentOf(wall)
      if (start !== undefined) slots.set(start, Math.floor(wall / dayMs))
    }
  }
}
