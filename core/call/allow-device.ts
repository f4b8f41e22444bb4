import { and, eq } from 'drizzle-orm'
import { seats } from '../../db/schema/calls.ts'
import { appendAudit } from '../audit/append.ts'
import { findActiveBooking } from '../booking/load.ts'
import { lockCase } from '../case/load.ts'
import { type Ctx, transact } from '../context.ts'
import { refuse } from '../refusal.ts'
import { sendFrame } from './frames.ts'

/** The owner says yes in the chat: the device that asked takes the seat, the one before it is put out. `stale` when nothing is asked any more. */
export async function allowDevice(ctx: Ctx, input: { caseId: string; ask: string }): Promise<void> {
  await transact(ctx, async ctx => {
    const found = await lockCase(ctx, { id: input.caseId })
    const booking = await findActiveBooking(ctx, found.id)
    if (!booking) return refuse('stale', { state: found.state })
    const seat = and(eq(seats.bookingId, booking.id), eq(seats.version, booking.version), eq(seats.role, 'applicant'))
    const [row] = await ctx.db.select().from(seats).where(seat).for('update')
    if (!row?.askedDevice?.startsWith(input.ask)) return refuse('stale', { state: found.state })
    await ctx.db.update(seats).set({ device: row.askedDevice, askedDevice: null, session: null, seenAt: null }).where(seat)
    if (row.session) {
      await sendFrame(ctx, {
        bookingId: booking.id,
        to: 'applicant',
        onlySession: row.session,
        down: { type: 'closed', reason: 'replaced' },
      })
    }
    await appendAudit(ctx, found.id, 'call.device-allowed', { booking: booking.id })
  })
}
