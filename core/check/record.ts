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
import { findObstacle } from '../draw/read-parts.ts'
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
 * from the catalogue (`reason-needed`, `reason-unfit`), a passed one every part of it noted (`parts-open`) and a picture seen
 * (`no-picture`), and some results proof (`proof-needed`). Notes are sealed with the case's key.
 */
export async function recordFinding(ctx: Ctx, raw: z.input<typeof findingInput>): Promise<void> {
  const { caseId, check, result, reason, note } = findingInput.parse(raw)
  await transact(ctx, async ctx => {
    const { found, booking, staffId } = await lockReview(ctx, caseId)
    const rule = checksFor(found.scope).find(rule => rule.key === check)
    if (!rule) return refuse('not-found', { what: 'check' })
    if (reason !== undefined && !findReason(reason)) return refuse('reason-unfit', { reason })
    if (result !== null && result !== 'passed' && reason === undefined) return refuse('reason-needed', {})
    if (result === 'passed') await refuseUnseen(ctx, found, booking.id, rule)
    if (result === 'passed' || result === 'failed') await requireProof(ctx, { found, booking, check, result, note })
    await keepFinding(
      ctx,
      { found, booking, staffId },
      { check, result, ...(reason ? { reason } : {}), ...(note ? { note } : {}) },
    )
  })
}

type Finding = Omit<z.output<typeof findingInput>, 'caseId'>

/** The row and its entry in the trail, once everything was checked. Runs in the caller's transaction. */
export async function keepFinding(
  ctx: Ctx,
  { found, booking, staffId }: { found: Case; booking: Booking; staffId: string },
  { check, result, reason, note }: Finding,
): Promise<void> {
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
}

/** What nobody saw did not pass: identity and surroundings need a picture, and every check its parts. */
async function refuseUnseen(ctx: Ctx, found: Case, bookingId: string, { key, step }: CheckRule): Promise<void> {
  if (step !== 'questions' && !(await hadPicture(ctx, bookingId))) refuse('no-picture', {})
  const obstacle = await findObstacle(ctx, found, bookingId, key)
  if (obstacle) refuse('parts-open', { part: obstacle.key, noted: obstacle.value !== undefined })
}

/** A part was noted otherwise after its check had passed: where it cannot pass so, the result is taken back. */
export async function takeBackPass(ctx: Ctx, found: Case, bookingId: string, check: string): Promise<void> {
  if (!(await findObstacle(ctx, found, bookingId, check))) return
  const passed = and(eq(findings.bookingId, bookingId), eq(findings.check, check), eq(findings.result, 'passed'))
  const taken = await ctx.db.delete(findings).where(passed).returning({ check: findings.check })
  if (taken.length === 0) return
  const before = { result: 'passed', reason: null }
  await appendAudit(ctx, found.id, 'check.recorded', {
    booking: bookingId,
    check,
    before,
    result: null,
    reason: null,
    note: null,
  })
}
