import { and, eq, like } from 'drizzle-orm'
import { seats } from '../../db/schema/calls.ts'
import { appendAudit } from '../audit/append.ts'
import { findActiveBooking } from '../booking/load.ts'
import { lockCase } from '../case/load.ts'
import { type Ctx, transact } from '../context.ts'
import { refuse } from '../refusal.ts'

/** The owner says no in the chat: the device that asked stays out, the one in the seat keeps it. `stale` when nothing is asked any more. */
export async function refuseDevice(ctx: Ctx, input: { caseId: string; ask: string }): Promise<void> {
  await transact(ctx, async ctx => {
    const found = await lockCase(ctx, { id: input.caseId })
    const booking = await findActiveBooking(ctx, found.id)
    if (!booking) return refuse('stale', { state: found.state })
    const asked = and(
      eq(seats.bookingId, booking.id),
      eq(seats.version, booking.version),
      eq(seats.role, 'applicant'),
      like(seats.askedDevice, `${input.ask.replace(/[%_\\]/g, '\\$&')}%`),
    )
    const cleared = await ctx.db.update(seats).set({ askedDevice: null }).where(asked).returning()
    if (cleared.length === 0) return refuse('stale', { state: found.state })
    await appendAudit(ctx, found.id, 'call.device-refused', { booking: booking.id })
  })
}
