import { and, eq, isNull, sql } from 'drizzle-orm'
import { staff } from '../../db/schema/staff.ts'
import type { Ctx } from '../context.ts'
import { createMemo } from '../memo.ts'
import { after, minutes, type Policy } from '../policy.ts'
import { localClock, todayIn } from './local-clock.ts'
import { type Availability, parseCalendar, readAvailability } from './read-availability.ts'
import { type Slots, slotsOf } from './slots.ts'

export interface FreeTime {
  startsAt: Date
  reviewerIds: string[]
}

/**
 * Every time that the next tap may book, soonest first, with the reviewers who are free then: inside shifts, after the lead,
 * within the horizon, not overlapping what is taken (buffer included), and on a day whose limit is not reached. `exceptCase`: its own
 * booking does not stand in the way. `at`: whether that very time is one of them, and with whom.
 */
export async function findFreeTimes(ctx: Ctx, { exceptCase, at }: { exceptCase?: string; at?: Date } = {}): Promise<FreeTime[]> {
  const now = ctx.now()
  const earliest = after(now, minutes(ctx.policy.leadMinutes)).getTime()
  const times = new Map<number, string[]>()
  for (const reviewer of await readAvailability(ctx, { exceptCase, at })) {
    const today = todayIn(reviewer.zone, now)
    const slots = slotsFor(reviewer, today, ctx.policy)
    for (const start of freeStarts(reviewer, at ? onlyAt(slots, at) : slots, { earliest, today, policy: ctx.policy })) {
      const known = times.get(start)
      if (known) known.push(reviewer.staffId)
      else times.set(start, [reviewer.staffId])
    }
  }
  return [...times].sort(([a], [b]) => a - b).map(([start, reviewerIds]) => ({ startsAt: new Date(start), reviewerIds }))
}

const slotMemo = createMemo<Slots>(2_000)

/** A reviewer's slots from yesterday, whose shift may reach past midnight, to the horizon; worked out once for equal hours. */
function slotsFor({ zone, calendar }: Availability, today: number, { slotMinutes, stepMinutes, horizonDays }: Policy): Slots {
  const key = `${zone} ${today} ${horizonDays} ${slotMinutes} ${stepMinutes} ${calendar}`
  const rules = { slotMinutes, stepMinutes }
  return slotMemo(key, () => slotsOf(parseCalendar(calendar), zone, today - 1, today + horizonDays, rules))
}

/** The one slot that starts then, or none. */
function onlyAt({ starts, days }: Slots, at: Date): Slots {
  const index = starts.indexOf(at.getTime())
  if (index < 0) return { starts: [], days: [] }
  return { starts: starts.slice(index, index + 1), days: days.slice(index, index + 1) }
}

/** Slots and what is taken are both in order, so one walk over both is enough. */
function freeStarts(
  { zone, dailyLimit, taken, spent, away }: Availability,
  { starts, days }: Slots,
  { earliest, today, policy }: { earliest: number; today: number; policy: Policy },
): number[] {
  const needed = minutes(policy.slotMinutes + policy.bufferMinutes)
  const full = dailyLimit === null ? undefined : fullDays(zone, today, policy, { dailyLimit, taken, spent })
  const free: number[] = []
  let span = 0
  for (const [index, start] of starts.entries()) {
    if (start < earliest) continue
    // spans of one reviewer never overlap (G1): those that ended before this slot ended before the next
    while (span < taken.length && (taken[span + 1] ?? 0) <= start) span += 2
    const isTaken = span < taken.length && (taken[span] ?? 0) < start + needed
    const isAway = away.some(absence => start < absence.until && absence.from < start + needed)
    if (!isTaken && !isAway && !full?.has(days[index] ?? 0)) free.push(start)
  }
  return free
}

/** Local dates on which a reviewer has as many calls as the limit allows. A call counts on the date on which it starts. */
function fullDays(
  zone: string,
  today: number,
  { horizonDays }: Policy,
  { dailyLimit, taken, spent }: { dailyLimit: number; taken: ArrayLike<number>; spent: ArrayLike<number> },
): Set<number> {
  const clock = localClock(zone, today - 1, today + horizonDays)
  const starts = [...Array.from(spent), ...Array.from(taken).filter((_, index) => index % 2 === 0)]
  const counts = new Map<number, number>()
  for (const start of starts) {
    const day = clock.dayOf(start)
    counts.set(day, (counts.get(day) ?? 0) + 1)
  }
  if (dailyLimit === 0) return new Set(Array.from({ length: horizonDays + 3 }, (_, index) => today - 1 + index))
  return new Set([...counts].filter(([, count]) => count >= dailyLimit).map(([day]) => day))
}

/** Reviewers who are online and could begin this minute: nothing of theirs begins before the call and its buffer would be over. */
export async function findFreeNow(ctx: Ctx): Promise<string[]> {
  const now = ctx.now()
  const online = await ctx.db
    .select({ id: staff.id })
    .from(staff)
    .where(and(isNull(staff.removedAt), eq(staff.status, 'online'), sql`'reviewer' = any(${staff.roles})`))
  if (online.length === 0) return []
  const ids = new Set(online.map(({ id }) => id))
  const start = now.getTime()
  return (await readAvailability(ctx))
    .filter(({ staffId }) => ids.has(staffId))
    .filter(reviewer => {
      const { zone } = reviewer
      const today = localClock(zone, todayIn(zone, now) - 1, todayIn(zone, now) + 1).dayOf(start)
      const slot = { starts: [start], days: [today] }
      return freeStarts(reviewer, slot, { earliest: start, today, policy: ctx.policy }).length > 0
    })
    .map(({ staffId }) => staffId)
}
