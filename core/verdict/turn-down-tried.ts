import { and, desc, eq } from 'drizzle-orm'
import { verdicts } from '../../db/schema/verdicts.ts'
import { changeState } from '../case/change-state.ts'
import { type Case, lockCase, readCase } from '../case/load.ts'
import { type Ctx, transact } from '../context.ts'
import { queueMessage } from '../message/queue.ts'
import { after, days } from '../policy.ts'
import { refuse } from '../refusal.ts'
import { refuseUnlessAdmin } from '../staff/add.ts'
import { keepVerdict } from './decide.ts'
import { findAppeal, findEarlierReviewers } from './eligible.ts'
import { mayUse } from './input.ts'
import { findReason, longestWait, type Reason } from './rules.ts'

/** What can always be said of it: there were several reviews, and no result. */
const noResult = 'HISTORY_ATTEMPTS'

/** Held after so many attempts, or missed reviews, that a person decides whether it goes on. */
const isTriedOften = ({ state, hold }: Pick<Case, 'state' | 'hold'>): boolean =>
  state === 'invited' && (hold === 'attempts-used-up' || hold === 'missed-too-often')

/** What the application itself can show, before there was a call. */
const beforeReview = [
  'ID_UNREADABLE',
  'ID_EXPIRED',
  'ID_DATA_DIFFER',
  'PURPOSE_UNCLEAR',
  'PURPOSE_CONTRADICTS',
  'PURPOSE_FOR_OTHERS',
  'HISTORY_DISPUTE',
  'HISTORY_DUPLICATE',
]

/** Where an admin may turn it down with a reason: it was tried too often, or waits for an invitation. */
export const mayTurnDownFor = (found: Pick<Case, 'state' | 'hold'>): boolean => found.state === 'submitted' || isTriedOften(found)

/** For what an admin may turn it down: that there was no result, or a reason of its reviews so far; before there was one, what the application shows. Reads only. */
export async function listTurnDownReasons(ctx: Ctx, input: { code: string }): Promise<Reason[]> {
  refuseUnlessAdmin(ctx)
  const found = await readCase(ctx, input)
  return mayTurnDownFor(found) ? findReasons(ctx, found) : []
}

async function findReasons(ctx: Ctx, found: Case): Promise<Reason[]> {
  const codes = found.state === 'submitted' ? beforeReview : await codesSoFar(ctx, found)
  return codes.flatMap(code => findReason(code) ?? []).filter(reason => mayUse(ctx, reason, 'rejected', 'review'))
}

async function codesSoFar(ctx: Ctx, found: Case): Promise<string[]> {
  const given = await ctx.db
    .select({ reasons: verdicts.reasons })
    .from(verdicts)
    .where(and(eq(verdicts.caseId, found.id), eq(verdicts.status, 'final')))
    .orderBy(desc(verdicts.at))
  return [...new Set([noResult, ...given.flatMap(row => row.reasons)])]
}

/**
 * An admin turns down what was tried too often, or what waits for an invitation. It is a verdict like any other: with a reason, its advice and a date from which to apply
 * again, on record under the admin's name, and open to an appeal. Costs no further attempt. `stale` when somebody was faster.
 */
export async function turnDownTried(ctx: Ctx, input: { code: string; version: number; reason: string }): Promise<Case> {
  return transact(ctx, async ctx => {
    refuseUnlessAdmin(ctx)
    const found = await lockCase(ctx, { code: input.code })
    if (!mayTurnDownFor(found) || found.version !== input.version) return refuse('stale', { state: found.state })
    const reason = (await findReasons(ctx, found)).find(({ code }) => code === input.reason)
    if (!reason) return refuse('reason-unfit', { reason: input.reason })
    return rejectWithoutCall(ctx, found, { reason: reason.code, againAt: after(ctx.now(), days(longestWait([reason]))) })
  })
}

/**
 * An admin's rejection without a call, in the caller's transaction: a verdict like any other, with its news, on record under the admin's
 * name, and open to an appeal. `againAt` null: for good. `same-person` on an own case, or an appeal on which they had a part.
 */
export async function rejectWithoutCall(
  ctx: Ctx,
  found: Case,
  { reason, againAt }: { reason: string; againAt: Date | null },
): Promise<Case> {
  if (ctx.actor.kind !== 'staff') return refuse('not-allowed', {})
  const { staffId, personId } = ctx.actor
  if (found.personId === personId || (await findEarlierReviewers(ctx, found.id)).has(staffId)) return refuse('same-person', {})
  const outcome = againAt === null ? ('rejected-for-good' as const) : ('rejected' as const)
  const decision = { outcome, reasons: [reason], idempotencyKey: `turn-down-${found.code}-${found.version}` }
  const appealId = (await findAppeal(ctx, found.id))?.id ?? null
  const verdict = await keepVerdict(ctx, found, decision, { bookingId: null, reviewerId: staffId, status: 'final', appealId })
  // the news before the card, as with every verdict
  await queueMessage(ctx, { personId: found.personId, caseId: found.id, kind: 'verdict', params: { verdictId: verdict.id } })
  return changeState(ctx, found, 'rejected', 'admin', { hold: null, decidedAt: ctx.now(), againAt })
}
