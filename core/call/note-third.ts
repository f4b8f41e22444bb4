import { createHash } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { cases } from '../../db/schema/cases.ts'
import { appendAudit, nameActor } from '../audit/append.ts'
import { findActiveBooking } from '../booking/load.ts'
import { queueOnce } from '../booking/remind.ts'
import type { Ctx } from '../context.ts'

/**
 * Before a member of staff joins: whoever is not the assigned reviewer is a third person in a room for two. That is written to the case's
 * trail, once a person and version of the booking; the refusal itself follows from the booking.
 */
export async function noteThird(ctx: Ctx, input: { code: string }): Promise<void> {
  const [found] = await ctx.db.select({ id: cases.id }).from(cases).where(eq(cases.code, input.code))
  const booking = found && (await findActiveBooking(ctx, found.id))
  if (!booking || (ctx.actor.kind === 'staff' && ctx.actor.staffId === booking.reviewerId)) return
  const mark = createHash('sha256').update(nameActor(ctx.actor)).digest('hex').slice(0, 12)
  await queueOnce(ctx, booking, `third-${mark}`, ctx =>
    appendAudit(ctx, booking.caseId, 'call.third-refused', { booking: booking.id }),
  )
}
