import { eq } from 'drizzle-orm'
import { waits } from '../../db/schema/bookings.ts'
import { appendAudit } from '../audit/append.ts'
import { findActiveBooking } from '../booking/load.ts'
import { findTimesFor } from '../booking/times-for.ts'
import { type Case, lockOwnCase } from '../case/load.ts'
import { type Ctx, transact } from '../context.ts'
import { queueStatusCard } from '../message/queue.ts'
import { refuse } from '../refusal.ts'
import { canBeEarlier } from './can-be-earlier.ts'

/**
 * The applicant wants to hear of an earlier time, or no longer. What is free already counts as known: the card offers it. `stale` where
 * no time is to be chosen (any more), `nothing-earlier` where none could become free before the one that is booked.
 */
export async function wantEarlier(ctx: Ctx, input: { caseId: string; on: boolean }): Promise<Case> {
  return transact(ctx, async ctx => {
    const found = await lockOwnCase(ctx, { id: input.caseId })
    const booking = await findActiveBooking(ctx, found.id)
    const canWait = found.state === 'invited' || (found.state === 'booked' && booking && booking.startsAt > ctx.now())
    if (found.hold !== null) return refuse('on-hold', { hold: found.hold })
    if (input.on && !canWait) return refuse('stale', { state: found.state })
    if (input.on && booking && !(await canBeEarlier(ctx, found, booking))) return refuse('nothing-earlier', {})
    const changed = input.on ? await join(ctx, found) : await ctx.db.delete(waits).where(eq(waits.caseId, found.id)).returning()
    if (changed.length > 0) await appendAudit(ctx, found.id, input.on ? 'wait.joined' : 'wait.left')
    await queueStatusCard(ctx, found)
    return found
  })
}

async function join(ctx: Ctx, found: Case) {
  const [first] = await findTimesFor(ctx, found)
  return ctx.db
    .insert(waits)
    .values({ caseId: found.id, bestAt: first?.startsAt ?? null, since: ctx.now() })
    .onConflictDoNothing()
    .returning()
}
