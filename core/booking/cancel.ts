import { eq } from 'drizzle-orm'
import { waits } from '../../db/schema/bookings.ts'
import { changeState } from '../case/change-state.ts'
import { type Case, lockOwnCase } from '../case/load.ts'
import { type Ctx, transact } from '../context.ts'
import { after, days } from '../policy.ts'
import { refuse } from '../refusal.ts'
import { findActiveBooking } from './load.ts'
import { releaseBooking } from './release.ts'

/** The applicant gives the time back; the case is invited again and the card offers new times. `too-late` once it has begun. */
export async function cancelBooking(ctx: Ctx, input: { caseId: string; version: number }): Promise<Case> {
  return transact(ctx, async ctx => {
    const found = await lockOwnCase(ctx, { id: input.caseId })
    const held = await findActiveBooking(ctx, found.id)
    if (found.state !== 'booked' || !held || held.version !== input.version) return refuse('stale', { state: found.state })
    if (held.startsAt <= ctx.now()) return refuse('too-late', {})
    await releaseBooking(ctx, found, 'cancelled-by-applicant')
    await ctx.db.delete(waits).where(eq(waits.caseId, found.id))
    return changeState(ctx, found, 'invited', 'applicant', { deadlineAt: after(ctx.now(), days(ctx.policy.invitedLapsesDays)) })
  })
}
