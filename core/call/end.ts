import { and, eq, isNull } from 'drizzle-orm'
import { bookings } from '../../db/schema/bookings.ts'
import { calls, seats } from '../../db/schema/calls.ts'
import { cases } from '../../db/schema/cases.ts'
import { appendAudit } from '../audit/append.ts'
import { type Ctx, transact } from '../context.ts'
import { clearPrompt } from '../draw/show-prompt.ts'
import { endCodes } from '../draw/spoken-code.ts'
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
  if (!ended) return
  await endAsking(ctx, bookingId)
  await sendFrame(ctx, { bookingId, to: 'both', down: { type: 'closed', reason: 'ended' } })
}

/** What was asked of the applicant ends with the call: the code in the chat, the prompt on the page. */
async function endAsking(ctx: Ctx, bookingId: string): Promise<void> {
  const [of] = await ctx.db
    .select({ caseId: cases.id, personId: cases.personId })
    .from(bookings)
    .innerJoin(cases, eq(cases.id, bookings.caseId))
    .where(eq(bookings.id, bookingId))
  if (of) await endCodes(ctx, of, bookingId)
  await clearPrompt(ctx, bookingId)
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
