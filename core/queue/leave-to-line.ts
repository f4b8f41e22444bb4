import type { FreeTime } from '../booking/free-times.ts'
import type { Ctx } from '../context.ts'
import { minutes } from '../policy.ts'
import type { PlannedTurn } from './line.ts'

/**
 * Free times without what those who wait in line will need, for they were first: a reviewer whose next turn would be taken by a booking is
 * not offered for it.
 */
export function leaveToLine({ policy }: Ctx, free: readonly FreeTime[], turns: readonly PlannedTurn[]): FreeTime[] {
  if (turns.length === 0) return [...free]
  const needed = minutes(policy.slotMinutes + policy.bufferMinutes)
  return free.flatMap(({ startsAt, reviewerIds }) => {
    const [from, until] = [+startsAt, +startsAt + needed]
    const left = reviewerIds.filter(id => !turns.some(turn => turn.staffId === id && turn.from < until && from < turn.until))
    return left.length > 0 ? [{ startsAt, reviewerIds: left }] : []
  })
}
