import { eq } from 'drizzle-orm'
import { bookings } from '../../db/schema/bookings.ts'
import { appendAudit } from '../audit/append.ts'
import { lockOwnCase } from '../case/load.ts'
import { type Ctx, transact } from '../context.ts'
import { refuse } from '../refusal.ts'
import { type Booking, findActiveBooking } from './load.ts'

/** The applicant said yes to the time that stands now. */
export const isConfirmed = ({ confirmedFor, linksSince }: Booking): boolean => confirmedFor === linksSince

/**
 * "I will come": kept as a fact that staff see. It holds for this time; a move asks anew, another reviewer does not. Saying it twice
 * changes nothing. `stale` when the button's time is no longer the one that stands.
 */
export async function confirmBooking(ctx: Ctx, input: { caseId: string; version: number }): Promise<Booking> {
  return transact(ctx, async ctx => {
    const found = await lockOwnCase(ctx, { id: input.caseId })
    const held = await findActiveBooking(ctx, found.id)
    const isThisTime = held && input.version >= held.linksSince && input.version <= held.version
    if (found.state !== 'booked' || !isThisTime) return refuse('stale', { state: found.state })
    if (isConfirmed(held)) return held
    await ctx.db.update(bookings).set({ confirmedFor: held.linksSince }).where(eq(bookings.id, held.id))
    await appendAudit(ctx, found.id, 'booking.confirmed', { booking: held.id, version: held.version })
    return { ...held, confirmedFor: held.linksSince }
  })
}
