import { z } from 'zod'
import { verdicts } from '../../db/schema/verdicts.ts'
import { appendAudit } from '../audit/append.ts'
import { commit, commitmentSalt } from '../audit/commitment.ts'
import { releaseBooking } from '../booking/release.ts'
import { changeState } from '../case/change-state.ts'
import { type Case, lockCase } from '../case/load.ts'
import { lockReview } from '../check/record.ts'
import { type Ctx, transact } from '../context.ts'
import { newId } from '../ids.ts'
import { after, minutes } from '../policy.ts'
import { refuse } from '../refusal.ts'
import { openCaseKey } from '../vault/case-key.ts'
import { seal } from '../vault/seal.ts'
import { askSecond } from './ask-second.ts'
import { checkConditions } from './conditions.ts'
import { findAppeal, findEarlierReviewers } from './eligible.ts'
import { askFourEyes } from './four-eyes.ts'
import { chooseReasons, type Decision, decisionInput, plainConditions } from './input.ts'
import { findByKey, type Verdict } from './load.ts'
import { readResults } from './results.ts'
import { obstacle } from './rules.ts'
import { takeEffect } from './take-effect.ts'

const verdictInput = decisionInput.extend({ caseId: z.string() })

/**
 * The reviewer's verdict, in one transaction with the change of state, the end of the call, the audit entry and the message to the
 * applicant (G3). G6: `check-open` while a check has no result, `check-not-passed` for an approval with one that failed. Every
 * outcome but approval needs a reason that allows it. Where the policy asks for four eyes, and for an escalation, the case waits for a
 * second person and the applicant is told nothing yet. The same idempotency key again returns the verdict that was given (G2).
 */
export async function decideCase(ctx: Ctx, raw: z.input<typeof verdictInput>): Promise<Verdict> {
  const input = verdictInput.parse(raw)
  return transact(ctx, async ctx => {
    // with the case locked, a second press waits here and then finds the first one's verdict
    await lockCase(ctx, { id: input.caseId })
    const given = await findByKey(ctx, input)
    if (given) return given
    const { found, booking, staffId } = await lockReview(ctx, input.caseId)
    const own = ctx.actor.kind === 'staff' && ctx.actor.personId === found.personId
    if (own || (await findEarlierReviewers(ctx, found.id)).has(staffId)) return refuse('same-person', {})
    const results = (await readResults(ctx, found, booking.id)).map(({ result }) => result)
    const blocked = obstacle(input.outcome, results)
    if (blocked) return refuse(blocked, {})
    const chosen = chooseReasons(ctx, input, 'review')
    await checkConditions(ctx, found, input.outcome, plainConditions(input.conditions))
    const { why, draw } = await askFourEyes(ctx, found, input.outcome, chosen)
    const appeal = await findAppeal(ctx, found.id)
    const verdict = await keepVerdict(ctx, found, input, {
      bookingId: booking.id,
      reviewerId: staffId,
      status: why.length > 0 ? 'pending' : 'final',
      fourEyes: why,
      draw,
      appealId: appeal?.id ?? null,
    })
    if (booking.status === 'active') await releaseBooking(ctx, found, 'attended')
    if (verdict.status === 'final') await takeEffect(ctx, found, verdict)
    else await waitForSecond(ctx, found, verdict)
    return verdict
  })
}

type Circumstances = Pick<Verdict, 'bookingId' | 'reviewerId' | 'status'> &
  Partial<Pick<Verdict, 'fourEyes' | 'draw' | 'overrules' | 'appealId'>>

/** Writes a verdict down, its note sealed, with its audit entry. */
export async function keepVerdict(ctx: Ctx, found: Case, decision: Decision, how: Circumstances): Promise<Verdict> {
  const id = newId(ctx)
  const { outcome, reasons, idempotencyKey } = decision
  const conditions = plainConditions(decision.conditions)
  const note = decision.note ? seal(openCaseKey(ctx, found), Buffer.from(decision.note), `verdicts/${id}`, ctx.random) : null
  const row = { id, caseId: found.id, outcome, reasons, conditions, note, idempotencyKey, at: ctx.now(), ...how }
  const [verdict] = await ctx.db.insert(verdicts).values(row).returning()
  if (!verdict) throw new Error('insert returned no row')
  const { bookingId: booking, status, fourEyes, draw, overrules, appealId: appeal } = verdict
  await appendAudit(ctx, found.id, 'verdict.given', {
    ...{ verdict: id, booking, outcome, reasons, status, fourEyes, draw, overrules, appeal },
    ...(conditions ? { conditions: { ...conditions } } : {}),
    note: decision.note ? commit(commitmentSalt(ctx, found), 'note/verdict', decision.note) : null,
  })
  return verdict
}

async function waitForSecond(ctx: Ctx, found: Case, verdict: Verdict): Promise<void> {
  const deadlineAt = after(ctx.now(), minutes(ctx.policy.confirmationDueMinutes))
  const hold = verdict.outcome === 'escalated' ? 'escalated' : null
  const waiting = await changeState(ctx, found, 'confirming', 'reviewer', { deadlineAt, hold })
  await askSecond(ctx, waiting, verdict)
}
