import { blindReviews } from '../../db/schema/quality.ts'
import type { Outcome } from '../../db/values.ts'
import { appendAudit } from '../audit/append.ts'
import type { Case } from '../case/load.ts'
import type { Ctx } from '../context.ts'
import { newId } from '../ids.ts'
import type { Verdict } from '../verdict/load.ts'

/** All draws there are: a share of 5 percent is every draw below 500. */
const draws = 10_000

/** With these a case is over, as far as the desk goes. */
const finishing: readonly Outcome[] = ['approved', 'conditional', 'rejected', 'rejected-for-good']

/**
 * Draws whether a case that was just decided is reviewed again blind; once a case. Part of the decision's transaction, and nothing that its
 * applicant waits for: whoever reads it is asked later (core/quality/ask.ts).
 */
export async function drawBlindReview(ctx: Ctx, found: Case, verdict: Verdict): Promise<void> {
  if (!finishing.includes(verdict.outcome)) return
  const draw = Math.floor((ctx.random(4).readUInt32BE() / 2 ** 32) * draws)
  if (draw >= (ctx.policy.blindReviewPercent * draws) / 100) return
  const [drawn] = await ctx.db
    .insert(blindReviews)
    .values({ id: newId(ctx), caseId: found.id, verdictId: verdict.id, draw, drawnAt: ctx.now() })
    .onConflictDoNothing()
    .returning({ id: blindReviews.id })
  if (drawn) await appendAudit(ctx, found.id, 'blind-review.drawn', { review: drawn.id, verdict: verdict.id, draw })
}
