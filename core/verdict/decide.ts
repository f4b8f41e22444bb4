import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { findings, verdicts } from '../../db/schema.ts'
import { outcomes, type Scope } from '../../db/values.ts'
import { appendAudit } from '../audit/append.ts'
import { releaseBooking } from '../booking/release.ts'
import { changeState } from '../case/change-state.ts'
import { type Case, lockCase } from '../case/load.ts'
import { lockReview } from '../check/record.ts'
import { checksFor } from '../check/rules.ts'
import { type Ctx, transact } from '../context.ts'
import { newId } from '../ids.ts'
import { queueMessage } from '../message/queue.ts'
import { after, days } from '../policy.ts'
import { refuse } from '../refusal.ts'
import { tellAdmins } from '../staff/tell-admins.ts'
import { openCaseKey } from '../vault/case-key.ts'
import { seal } from '../vault/seal.ts'
import { findReason, longestWait, obstacle, type Reason } from './rules.ts'

const verdictInput = z.object({
  caseId: z.string(),
  outcome: z.enum(outcomes),
  reasons: z.array(z.string()).max(10),
  /** for staff only; sealed, never sent */
  note: z.string().max(4000).optional(),
  idempotencyKey: z.string().min(8).max(80),
})
type VerdictInput = z.output<typeof verdictInput>

export type Verdict = typeof verdicts.$inferSelect

/**
 * The reviewer's verdict, in one transaction with the change of state, the end of the call, the audit entry and the message to the
 * applicant (G3). G6: `check-open` while a check has no result, `check-not-passed` for an approval with one that failed. Every
 * outcome but approval needs a reason that allows it. The same idempotency key again returns the verdict that was given (G2).
 */
export async function decideCase(ctx: Ctx, raw: z.input<typeof verdictInput>): Promise<Verdict> {
  const input = verdictInput.parse(raw)
  return transact(ctx, async ctx => {
    // with the case locked, a second press waits here and then finds the first one's verdict
    await lockCase(ctx, { id: input.caseId })
    const [given] = await ctx.db.select().from(verdicts).where(eq(verdicts.idempotencyKey, input.idempotencyKey))
    if (given) return given
    const { found, booking, staffId } = await lockReview(ctx, input.caseId)
    const rows = await ctx.db.select().from(findings).where(eq(findings.bookingId, booking.id))
    const rules = checksFor(found.scope)
    const results = rules.map(rule => rows.find(row => row.check === rule.key)?.result)
    const blocked = obstacle(input.outcome, results)
    if (blocked) return refuse(blocked, {})
    const chosen = chooseReasons(input)
    const id = newId(ctx)
    const note = input.note ? seal(openCaseKey(ctx, found), Buffer.from(input.note), `verdicts/${id}`, ctx.random) : null
    const { outcome, reasons, idempotencyKey } = input
    const row = {
      id,
      caseId: found.id,
      bookingId: booking.id,
      reviewerId: staffId,
      outcome,
      reasons,
      note,
      idempotencyKey,
      at: ctx.now(),
    }
    const [verdict] = await ctx.db.insert(verdicts).values(row).returning()
    if (!verdict) throw new Error('insert returned no row')
    // before the card that the change of state queues: the news comes first
    await queueMessage(ctx, { personId: found.personId, caseId: found.id, kind: 'verdict', params: { verdictId: id } })
    await appendAudit(ctx, found.id, 'verdict.given', { verdict: id, booking: booking.id, outcome, reasons })
    await releaseBooking(ctx, found, 'attended')
    const toRedo = rules.filter((_, index) => results[index] !== 'passed').map(rule => rule.step)
    await applyOutcome(ctx, found, outcome, chosen, toRedo)
    return verdict
  })
}

function chooseReasons({ outcome, reasons }: VerdictInput): Reason[] {
  if (outcome === 'approved') return reasons.length === 0 ? [] : refuse('reason-unfit', { reason: reasons[0] ?? '' })
  if (reasons.length === 0) return refuse('reason-needed', {})
  return reasons.map(code => {
    const reason = findReason(code)
    return reason?.outcomes.includes(outcome) ? reason : refuse('reason-unfit', { reason: code })
  })
}

/** What the outcome does to the case. A retry repeats only the steps that were not passed; after the attempts allowed a person decides. */
async function applyOutcome(
  ctx: Ctx,
  found: Case,
  outcome: VerdictInput['outcome'],
  chosen: Reason[],
  toRedo: Scope[],
): Promise<void> {
  const decidedAt = ctx.now()
  if (outcome === 'approved') {
    await changeState(ctx, found, 'approved', 'reviewer', { decidedAt })
    return
  }
  const attempts = found.attempts + (chosen.some(reason => reason.counts) ? 1 : 0)
  if (outcome === 'rejected') {
    const wait = longestWait(chosen)
    await changeState(ctx, found, 'rejected', 'reviewer', {
      decidedAt,
      attempts,
      againAt: wait === 'never' ? null : after(decidedAt, days(wait)),
    })
    return
  }
  const hold = attempts >= ctx.policy.attemptsThatCount ? 'attempts-used-up' : null
  const scope = toRedo.length > 0 ? [...new Set(toRedo)] : found.scope
  const deadlineAt = after(decidedAt, days(ctx.policy.invitedLapsesDays))
  await changeState(ctx, found, 'invited', 'reviewer', { attempts, hold, scope, deadlineAt })
  if (hold) await tellAdmins(ctx, 'on-hold', { code: found.code, hold }, found.id)
}

/** The newest verdict on a case, with the booking that it judged. */
export async function findLatestVerdict(ctx: Ctx, caseId: string): Promise<Verdict | undefined> {
  return ctx.db.query.verdicts.findFirst({ where: eq(verdicts.caseId, caseId), orderBy: (row, { desc }) => desc(row.at) })
}
