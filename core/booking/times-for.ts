import type { Case } from '../case/load.ts'
import type { Ctx } from '../context.ts'
import { readPause } from '../desk/pause.ts'
import { leaveToLine } from '../queue/leave-to-line.ts'
import { readPlannedTurns } from '../queue/line.ts'
import { whoMayNot } from './assign.ts'
import { withCallLength } from './call-length.ts'
import { type FreeTime, findFreeNow, findFreeTimes } from './free-times.ts'

/**
 * The times that this case can have, a short call where some steps are left only; its own booking or held time not in the way. `at`:
 * that one only. What those in line will need is not among them; none are while the desk takes no bookings.
 */
export async function findTimesFor(ctx: Ctx, found: Case, { at }: { at?: Date } = {}): Promise<FreeTime[]> {
  const [pause, all, turns, barred] = await Promise.all([
    readPause(ctx),
    findFreeTimes(withCallLength(ctx, found), { exceptCase: found.id, ...(at ? { at } : {}) }),
    readPlannedTurns(ctx, found.id),
    whoMayNot(ctx, found),
  ])
  if (pause) return []
  const free = leaveToLine(ctx, all, turns)
  if (barred.size === 0) return free
  return free.flatMap(({ startsAt, reviewerIds }) => {
    const left = reviewerIds.filter(id => !barred.has(id))
    return left.length > 0 ? [{ startsAt, reviewerIds: left }] : []
  })
}

/** Who could begin with this case this minute. */
export async function findNowFor(ctx: Ctx, found: Case): Promise<string[]> {
  const [pause, free, barred] = await Promise.all([
    readPause(ctx),
    findFreeNow(withCallLength(ctx, found)),
    whoMayNot(ctx, found),
  ])
  return pause ? [] : free.filter(id => !barred.has(id))
}
