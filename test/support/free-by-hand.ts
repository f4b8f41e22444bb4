import type { Booking } from '../../core/booking/load.ts'
import type { Policy } from '../../core/policy.ts'
import { firstMoments, wallShown, writtenWall } from '../core/wall-clock-oracle.ts'

/** When a reviewer works: the same windows every day, in minutes of the local day; an end past 1440 lies on the next one. */
export interface Hours {
  zone: string
  windows: readonly (readonly [from: number, until: number])[]
  limit: number | null
}

interface Absence {
  staffId: string
  fromAt: Date
  untilAt: Date
}

const dayMs = 86_400_000
const minuteMs = 60_000

/** All starts of a reviewer around a moment, worked out from what the wall clock shows, without anything of the code under test. */
export function startsOf({ zone, windows }: Hours, now: Date, { slotMinutes, stepMinutes, horizonDays }: Policy): number[] {
  const today = Math.floor(Date.parse(`${dateShown(zone, +now)}T00:00Z`) / dayMs)
  const moments = firstMoments(zone, today - 1, today + horizonDays)
  const starts = new Set<number>()
  for (let day = today - 1; day <= today + horizonDays; day++)
    for (const [from, until] of windows)
      for (let minute = from; minute + slotMinutes <= until; minute += stepMinutes) {
        const start = moments.get(writtenWall(day, minute))
        if (start !== undefined) starts.add(start)
      }
  return [...starts].sort((a, b) => a - b)
}

const dateShown = (zone: string, moment: number): string => wallShown(zone, moment).slice(0, 10)

/** Whether a reviewer has room at a start: the rules of the domain, one after the other, over plain rows. */
export function isFree(
  start: number,
  { id, zone, limit }: Hours & { id: string },
  { rows, absences, now, policy }: { rows: readonly Booking[]; absences: readonly Absence[]; now: Date; policy: Policy },
): boolean {
  if (start < +now + policy.leadMinutes * minuteMs) return false
  const end = start + (policy.slotMinutes + policy.bufferMinutes) * minuteMs
  const own = rows.filter(row => row.reviewerId === id && !(row.status === 'held' && Number(row.heldUntil) <= +now))
  const holding = own.filter(({ status }) => status === 'active' || status === 'held')
  if (holding.some(row => start < +row.blockedUntil && +row.startsAt < end)) return false
  if (absences.some(({ staffId, fromAt, untilAt }) => staffId === id && start < +untilAt && +fromAt < end)) return false
  const counts = ['active', 'held', 'attended', 'technical']
  const sameDay = own.filter(row => counts.includes(row.status) && dateShown(zone, +row.startsAt) === dateShown(zone, start))
  return limit === null || sameDay.length < limit
}
