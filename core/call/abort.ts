import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { findings } from '../../db/schema/verdicts.ts'
import { lockCase } from '../case/load.ts'
import { lockReview, recordFinding } from '../check/record.ts'
import { checksFor } from '../check/rules.ts'
import { type Ctx, transact } from '../context.ts'
import { decideCase } from '../verdict/decide.ts'
import { decisionInput } from '../verdict/input.ts'
import { findByKey } from '../verdict/load.ts'

const abortInput = decisionInput
  .pick({ note: true, idempotencyKey: true })
  .extend({ caseId: z.string(), reason: z.string().max(40) })

/**
 * Breaks the review off: whatever was not reached is written down as that, with the reason, and the applicant is asked for another time.
 * The reason decides whether the attempt counts (core/verdict/rules.ts); one that asks for no other time is `reason-unfit`. The same key
 * again changes nothing more (G2).
 */
export async function abortReview(ctx: Ctx, raw: z.input<typeof abortInput>): Promise<void> {
  const { caseId, reason, note, idempotencyKey } = abortInput.parse(raw)
  await transact(ctx, async ctx => {
    await lockCase(ctx, { id: caseId })
    if (await findByKey(ctx, { caseId, idempotencyKey })) return
    const { found, booking } = await lockReview(ctx, caseId)
    const told = await ctx.db.select({ check: findings.check }).from(findings).where(eq(findings.bookingId, booking.id))
    for (const { key } of checksFor(found.scope)) {
      if (told.some(({ check }) => check === key)) continue
      await recordFinding(ctx, { caseId, check: key, result: 'not-reached', reason })
    }
    await decideCase(ctx, { caseId, outcome: 'retry', reasons: [reason], idempotencyKey, ...(note ? { note } : {}) })
  })
}
