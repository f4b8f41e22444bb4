import { and, eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import { spokenCodes } from '../../db/schema/draws.ts'
import { appendAudit } from '../audit/append.ts'
import { lockReview, takeBackPass } from '../check/record.ts'
import { type Ctx, transact } from '../context.ts'
import { refuse } from '../refusal.ts'
import { keepObservation } from './note-part.ts'
import { clearPrompt } from './show-prompt.ts'
import { endCodes, findLastCode, isSpoken } from './spoken-code.ts'

const heardInput = z.object({
  caseId: z.string(),
  digits: z.string().transform(text => text.normalize('NFKC').replace(/\D/g, '')),
})

export interface Heard {
  result: 'right' | 'wrong'
  triesLeft: number
}

/**
 * The reviewer types what was heard, without having seen the code; the system compares, and that is the result of the part. A mishearing
 * may be typed anew as often as the policy allows. `code-spent` when no code is open: none sent, its time over, no try left.
 */
export async function hearCode(ctx: Ctx, raw: z.input<typeof heardInput>): Promise<Heard> {
  const { caseId, digits } = heardInput.parse(raw)
  return transact(ctx, async ctx => {
    const { found, booking, staffId } = await lockReview(ctx, caseId)
    const code = await findLastCode(ctx, booking.id)
    if (!code) return refuse('code-spent', { why: 'none' })
    if (code.tries >= ctx.policy.codeTries) return refuse('code-spent', { why: 'tries' })
    if (code.endedAt || code.expiresAt <= ctx.now()) return refuse('code-spent', { why: 'expired' })
    const { number } = code
    const which = and(eq(spokenCodes.bookingId, booking.id), eq(spokenCodes.number, number))
    await ctx.db
      .update(spokenCodes)
      .set({ tries: sql`${spokenCodes.tries} + 1` })
      .where(which)
    const result = isSpoken(ctx, code, digits) ? 'right' : 'wrong'
    const triesLeft = result === 'right' ? 0 : ctx.policy.codeTries - code.tries - 1
    await appendAudit(ctx, found.id, 'code.heard', { booking: booking.id, number, result })
    await keepObservation(ctx, found, { bookingId: booking.id, part: 'code', value: result, staffId })
    await takeBackPass(ctx, found, booking.id, 'live-movement')
    if (triesLeft === 0) {
      await endCodes(ctx, { personId: found.personId, caseId: found.id }, booking.id)
      await clearPrompt(ctx, booking.id, 'code')
    }
    return { result, triesLeft }
  })
}
