import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { findings } from '../../db/schema/verdicts.ts'
import { checkResults } from '../../db/values.ts'
import { appendAudit } from '../audit/append.ts'
import { commit, commitmentSalt } from '../audit/commitment.ts'
import { type Booking, findActiveBooking, findLatestBooking } from '../booking/load.ts'
import { hadPicture } from '../call/picture.ts'
import { type Case, lockCase } from '../case/load.ts'
import { type Ctx, transact } from '../context.ts'
import { refuse } from '../refusal.ts'
import { openCaseKey } from '../vault/case-key.ts'
import { seal } from '../vault/seal.ts'
import { findReason } from '../verdict/rules.ts'
import { requireProof } from './proof.ts'
import { type CheckRule, checksFor } from './rules.ts'

const findingInput = z.object({
  caseId: z.string(),
  check: z.string(),
  /** null takes the result back */
  result: z.enum(checkResults).nullable(),
  reason: z.string().optional(),
  note: z.string().max(2000).optional(),
})

/**
 * The assigned reviewer of the booking that is being reviewed; anybody else is refused as `not-allowed`. A verdict that was sent back
 * is of a call that is over.
 */
export async function lockReview(ctx: Ctx, caseId: string): Promise<{ found: Case; booking: Booking; staffId: string }> {
  const found = await lockCase(ctx, { id: caseId })
  const booking = (await findActiveBooking(ctx, found.id)) ?? (await findLatestBooking(ctx, found.id))
  if (!booking || found.state !== 'reviewing') return refuse('stale', { state: found.state })
  if (ctx.actor.kind !== 'staff' || ctx.actor.staffId !== booking.reviewerId) return refuse('not-allowed', {})
  return { found, booking, staffId: ctx.actor.staffId }
}

/**
 * Keeps what the reviewer found at one check; the last word counts until the verdict. A failed or unreached check needs a reason
 * from the catalogue (`reason-needed`, `reason-unfit`), a passed one a picture seen (`no-picture`), and some results proof
 * (`proof-needed`). Notes are sealed with the case's key.
 */
export async function recordFinding(ctx: Ctx, raw: z.input<typeof findingInput>): Promise<void> {
  const { caseId, check, result, reason, note } = findingInput.parse(raw)
  await transact(ctx, async ctx => {
    const { found, booking, staffId } = await lockReview(ctx, caseId)
    const rule = checksFor(found.scope).find(rule => rule.key === check)
    if (!rule) return refuse('not-found', { what: 'check' })
    if (reason !== undefined && !findReason(reason)) return refuse('reason-unfit', { reason })
    if (result !== null && result !== 'passed' && reason === undefined) return refuse('reason-needed', {})
    if (result === 'passed') await refuseUnseen(ctx, booking.id, rule)
    if (result === 'passed' || result === 'failed') await requireProof(ctx, { found, bookingId: booking.id, check })
    const one = and(eq(findings.bookingId, booking.id), eq(findings.check, check))
    const [before] = await ctx.db.select({ result: findings.result, reason: findings.reason }).from(findings).where(one)
    if (result === null) {
      await ctx.db.delete(findings).where(one)
    } else {
      const sealedNote = note
        ? seal(openCaseKey(ctx, found), Buffer.from(note), `findings/${booking.id}/${check}`, ctx.random)
        : null
      const row = {
        result,
        reason: result === 'passed' ? null : (reason ?? null),
        note: sealedNote,
        reviewerId: staffId,
        at: ctx.now(),
      }
      await ctx.db
        .insert(findings)
        .values({ bookingId: booking.id, check, ...row })
        .onConflictDoUpdate({ target: [findings.bookingId, findings.check], set: row })
    }
    const noted = note ? commit(commitmentSalt(ctx, found), `note/${check}`, note) : null
    const now = { result, reason: reason ?? null, note: noted }
    await appendAudit(ctx, found.id, 'check.recorded', { booking: booking.id, check, before: before ?? null, ...now })
  })
}

/** What nobody saw did not pass: identity and surroundings need a picture. */
async function refuseUnseen(ctx: Ctx, bookingId: string, { step }: CheckRule): Promise<void> {
  if (step !== 'questions' && !(await hadPicture(ctx, bookingId))) refuse('no-picture', {})
}
