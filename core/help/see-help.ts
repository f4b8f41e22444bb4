import { and, eq, isNull } from 'drizzle-orm'
import { helpCalls } from '../../db/schema/draws.ts'
import { appendAudit } from '../audit/append.ts'
import { lockReview } from '../check/record.ts'
import { type Ctx, transact } from '../context.ts'

/** The reviewer has seen the silent call for help; the badge grows small. Seen twice is seen once. */
export async function seeHelp(ctx: Ctx, { caseId }: { caseId: string }): Promise<void> {
  await transact(ctx, async ctx => {
    const { found, booking } = await lockReview(ctx, caseId)
    const unseen = and(eq(helpCalls.bookingId, booking.id), isNull(helpCalls.seenAt))
    const seen = await ctx.db.update(helpCalls).set({ seenAt: ctx.now() }).where(unseen).returning({ id: helpCalls.id })
    if (seen.length > 0) await appendAudit(ctx, found.id, 'help.seen', { booking: booking.id })
  })
}
