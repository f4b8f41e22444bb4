import { spokenCodes } from '../../db/schema/draws.ts'
import { appendAudit } from '../audit/append.ts'
import { findOpenCall } from '../call/open-call.ts'
import { lockReview } from '../check/record.ts'
import { type Ctx, transact } from '../context.ts'
import { queueMessage } from '../message/queue.ts'
import { after, minutes } from '../policy.ts'
import { refuse } from '../refusal.ts'
import { showPrompt } from './show-prompt.ts'
import { endCodes, findLastCode } from './spoken-code.ts'

/**
 * Sends a fresh code to the applicant's own chat, to be spoken in the call; the one before it ends. Both pages bear the picture's
 * absence until the reading time is over. `not-met` without a running call, `code-spent` once the call had as many as the policy allows.
 */
export async function sendCode(ctx: Ctx, { caseId }: { caseId: string }): Promise<{ number: number }> {
  return transact(ctx, async ctx => {
    const { found, booking } = await lockReview(ctx, caseId)
    if (!(await findOpenCall(ctx, booking.id))) return refuse('not-met', {})
    const number = ((await findLastCode(ctx, booking.id))?.number ?? 0) + 1
    if (number > ctx.policy.codesPerCall) return refuse('code-spent', { why: 'limit' })
    const to = { personId: found.personId, caseId: found.id }
    await endCodes(ctx, to, booking.id)
    const expiresAt = after(ctx.now(), minutes(ctx.policy.codeLivesMinutes))
    await ctx.db.insert(spokenCodes).values({ bookingId: booking.id, number, sentAt: ctx.now(), expiresAt })
    await queueMessage(ctx, { ...to, kind: 'spoken-code', params: { bookingId: booking.id, number }, expiresAt })
    const until = after(ctx.now(), ctx.policy.readingSeconds * 1000).toISOString()
    await showPrompt(ctx, booking.id, { kind: 'code', until })
    await appendAudit(ctx, found.id, 'code.sent', { booking: booking.id, number })
    return { number }
  })
}
