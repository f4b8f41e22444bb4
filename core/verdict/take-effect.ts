import { eq } from 'drizzle-orm'
import { appeals } from '../../db/schema/verdicts.ts'
import { changeState } from '../case/change-state.ts'
import type { Case } from '../case/load.ts'
import type { Mover } from '../case/states.ts'
import type { Ctx } from '../context.ts'
import { queueMessage } from '../message/queue.ts'
import { after, days } from '../policy.ts'
import { drawBlindReview } from '../quality/draw.ts'
import { tellAdmins } from '../staff/tell-admins.ts'
import { findAppeal } from './eligible.ts'
import type { Verdict } from './load.ts'
import { readResults } from './results.ts'
import { findReason, longestWait, type Reason } from './rules.ts'

/** As whom a member of staff moves a case: a reviewer, or an admin who is none. */
export function moverOf(ctx: Ctx): Mover {
  return ctx.actor.kind === 'staff' && !ctx.actor.roles.includes('reviewer') ? 'admin' : 'reviewer'
}

/** A verdict becomes final: the news is queued, then the case moves, and its card with it. Runs in the transaction of the decision (G3). */
export async function takeEffect(ctx: Ctx, found: Case, verdict: Verdict): Promise<Case> {
  // before the card that the change of state queues: the news comes first
  await queueMessage(ctx, { personId: found.personId, caseId: found.id, kind: 'verdict', params: { verdictId: verdict.id } })
  const chosen = verdict.reasons.flatMap(code => findReason(code) ?? [])
  const mover = moverOf(ctx)
  const decidedAt = ctx.now()
  // an appeal that is decided on the record costs no attempt and does not lengthen the wait
  const onRecord = found.state === 'appealed'
  if (verdict.appealId !== null) await ctx.db.update(appeals).set({ decidedAt }).where(eq(appeals.id, verdict.appealId))
  await drawBlindReview(ctx, found, verdict)
  switch (verdict.outcome) {
    case 'approved':
      return changeState(ctx, found, 'approved', mover, { decidedAt, hold: null })
    case 'conditional': {
      const deadlineAt = after(decidedAt, days(ctx.policy.conditionalLapsesDays))
      return changeState(ctx, found, 'conditional', mover, { decidedAt, deadlineAt, hold: null })
    }
    case 'retry':
      return repeatSteps(ctx, found, verdict, onRecord ? found.attempts : countAttempt(found, chosen))
    case 'rejected':
    case 'rejected-for-good': {
      const attempts = onRecord ? found.attempts : countAttempt(found, chosen)
      const from = onRecord ? (found.decidedAt ?? decidedAt) : decidedAt
      const longest = after(from, days(longestWait(chosen)))
      // nobody waits longer for having appealed, and a wait that a rehearsal has shortened stays so
      const sooner = onRecord && found.againAt !== null && found.againAt < longest
      const againAt = verdict.outcome === 'rejected' ? (sooner ? found.againAt : longest) : null
      return changeState(ctx, found, 'rejected', mover, { decidedAt, attempts, againAt, hold: null })
    }
    case 'escalated':
      throw new Error('an escalation is decided by somebody else, never final itself')
  }
}

const countAttempt = (found: Case, chosen: readonly Reason[]) => found.attempts + (chosen.some(reason => reason.counts) ? 1 : 0)

/** Only the steps that were not passed are repeated; after the attempts allowed a person decides, and the applicant is told so. */
async function repeatSteps(ctx: Ctx, found: Case, verdict: Verdict, attempts: number): Promise<Case> {
  const appeal = await findAppeal(ctx, found.id)
  const hold = !appeal && attempts >= ctx.policy.attemptsThatCount ? 'attempts-used-up' : null
  const results = await readResults(ctx, found, verdict.bookingId)
  const toRedo = results.filter(({ result }) => result !== 'passed').map(({ step }) => step)
  const scope = toRedo.length > 0 ? [...new Set(toRedo)] : found.scope
  const deadlineAt = after(ctx.now(), days(ctx.policy.invitedLapsesDays))
  const invited = await changeState(ctx, found, 'invited', moverOf(ctx), { attempts, hold, scope, deadlineAt })
  if (hold) await tellAdmins(ctx, 'on-hold', { code: found.code, hold }, found.id)
  return invited
}
