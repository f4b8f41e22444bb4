import { type Shift, type Window, windowsOn } from '../booking/day-windows.ts'
import { dayNumber } from '../booking/local-clock.ts'
import { calendarOf, type DeskDay, type Schedule } from './schedule.ts'

/** What a change of hours made different: windows before and after, none being off. */
export interface HoursDiff {
  zone?: { before: string; after: string }
  limit?: { before: number | null; after: number | null }
  /** weekdays that were and are alike stand together */
  week: { weekdays: number[]; before: Window[]; after: Window[] }[]
  /** dates in a row that were and are alike, both ends inclusive */
  days: { from: string; to: string; before: Window[]; after: Window[] }[]
}

/** For a date the windows that held there before, by the week or the desk, stand against those that hold now. */
export function diffOf(before: Schedule, after: Schedule, desk: readonly DeskDay[]): HoursDiff {
  return {
    ...(before.timeZone === after.timeZone ? {} : { zone: { before: before.timeZone, after: after.timeZone } }),
    ...(before.dailyLimit === after.dailyLimit ? {} : { limit: { before: before.dailyLimit, after: after.dailyLimit } }),
    week: weekDiff(before.week, after.week),
    days: daysDiff(before, after, desk),
  }
}

export const differs = ({ zone, limit, week, days }: HoursDiff): boolean =>
  zone !== undefined || limit !== undefined || week.length > 0 || days.length > 0

/** Whether exactly these windows hold on a date as it is, by its own entry, the desk or the week. */
export function holdsAlready(schedule: Schedule, desk: readonly DeskDay[], date: string, windows: readonly Window[]): boolean {
  return sameWindows(windowsOn(calendarOf(schedule, desk), dayNumber(date)), windows)
}

const plain = ({ startMinute, endMinute }: Window): Window => ({ startMinute, endMinute })
const sameWindows = (a: readonly Window[], b: readonly Window[]): boolean =>
  JSON.stringify(a.map(plain)) === JSON.stringify(b.map(plain))

function weekDiff(before: readonly Shift[], after: readonly Shift[]): HoursDiff['week'] {
  const groups: HoursDiff['week'] = []
  for (let weekday = 1; weekday <= 7; weekday++) {
    const [was, is] = [before, after].map(week => week.filter(shift => shift.weekday === weekday).map(plain))
    if (!was || !is || sameWindows(was, is)) continue
    const alike = groups.find(group => sameWindows(group.before, was) && sameWindows(group.after, is))
    if (alike) alike.weekdays.push(weekday)
    else groups.push({ weekdays: [weekday], before: was, after: is })
  }
  return groups
}

function daysDiff(before: Schedule, after: Schedule, desk: readonly DeskDay[]): HoursDiff['days'] {
  const own = (schedule: Schedule) => new Map(schedule.days.map(day => [day.date, JSON.stringify(day.windows.map(plain))]))
  const [was, is] = [own(before), own(after)]
  const dates = [...new Set([...was.keys(), ...is.keys()])].filter(date => was.get(date) !== is.get(date)).sort()
  const rows: HoursDiff['days'] = []
  for (const date of dates) {
    const [held, holds] = [before, after].map(schedule => windowsOn(calendarOf(schedule, desk), dayNumber(date)).map(plain))
    // a date of its own may say what the week or the desk says there too
    if (!held || !holds || sameWindows(held, holds)) continue
    const last = rows.at(-1)
    const follows = last && dayNumber(date) === dayNumber(last.to) + 1
    if (follows && sameWindows(last.before, held) && sameWindows(last.after, holds)) last.to = date
    else rows.push({ from: date, to: date, before: held, after: holds })
  }
  return rows
}
