import { and, eq, isNull } from 'drizzle-orm'
import { bookings } from '../../db/schema/bookings.ts'
import { calls, seats } from '../../db/schema/calls.ts'
import { appendAudit } from '../audit/append.ts'
import { type Ctx, transact } from '../context.ts'
import { refuse } from '../refusal.ts'
import { sendFrame } from './frames.ts'

/** Ends the booking's open call, if there is one, for both: their sockets are closed when the caller's transaction commits. */
export async function endOpenCall(ctx: Ctx, bookingId: string): Promise<void> {
  const [ended] = await ctx.db
    .update(calls)
    .set({ endedAt: ctx.now() })
    .where(and(eq(calls.bookingId, bookingId), isNull(calls.endedAt)))
    .returning()
  await ctx.db.update(seats).set({ session: null, seenAt: null }).where(eq(seats.bookingId, bookingId))
  if (ended) await sendFrame(ctx, { bookingId, to: 'both', down: { type: 'closed', reason: 'ended' } })
}

/** The reviewer ends the call; the verdict is still to be given. `not-allowed` for anybody else than the assigned reviewer. */
export async function endCall(ctx: Ctx, input: { bookingId: string }): Promise<void> {
  await transact(ctx, async ctx => {
    const [booking] = await ctx.db.select().from(bookings).where(eq(bookings.id, input.bookingId))
    if (!booking || ctx.actor.kind !== 'staff' || ctx.actor.staffId !== booking.reviewerId) return refuse('not-allowed', {})
    await endOpenCall(ctx, booking.id)
    await appendAudit(ctx, booking.caseId, 'call.ended', { booking: booking.id })
  })
}
