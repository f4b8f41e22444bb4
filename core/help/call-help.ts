import { and, eq, gt } from 'drizzle-orm'
import { helpCalls } from '../../db/schema/draws.ts'
import { appendAudit } from '../audit/append.ts'
import { findActiveBooking } from '../booking/load.ts'
import { tellReviewer } from '../booking/tell.ts'
import { sendFrame } from '../call/frames.ts'
import { findRunningCase, lockCase } from '../case/load.ts'
import { type Ctx, transact } from '../context.ts'
import { after } from '../policy.ts'

/** Pressed twice in fright is one call. */
const onceInMs = 15_000

/**
 * The applicant says without a word that somebody tells them what to say. It reaches the assigned reviewer alone, on the console and in
 * the private chat; nothing on the applicant's side changes. Without a booked call there is nobody to reach, and nothing happens.
 */
export async function callHelp(ctx: Ctx, { personId }: { personId: string }): Promise<void> {
  await transact(ctx, async ctx => {
    const running = await findRunningCase(ctx, personId)
    if (!running) return
    const found = await lockCase(ctx, { id: running.id })
    const booking = await findActiveBooking(ctx, found.id)
    if (!booking) return
    const recent = and(eq(helpCalls.bookingId, booking.id), gt(helpCalls.at, after(ctx.now(), -onceInMs)))
    if ((await ctx.db.$count(helpCalls, recent)) > 0) return
    await ctx.db.insert(helpCalls).values({ bookingId: booking.id, at: ctx.now() })
    await sendFrame(ctx, { bookingId: booking.id, to: 'reviewer', down: { type: 'help', at: ctx.now().toISOString() } })
    await tellReviewer(ctx, booking, 'help-called', { bookingId: booking.id, version: booking.version })
    await appendAudit(ctx, found.id, 'help.called', { booking: booking.id })
  })
}
