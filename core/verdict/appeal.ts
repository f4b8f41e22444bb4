import { eq } from 'drizzle-orm'
import { cases } from '../../db/schema/cases.ts'
import { appeals } from '../../db/schema/verdicts.ts'
import { appendAudit } from '../audit/append.ts'
import { commit, commitmentSalt } from '../audit/commitment.ts'
import { changeState } from '../case/change-state.ts'
import { type Case, findLatestCase, lockCase } from '../case/load.ts'
import { type Ctx, transact } from '../context.ts'
import { newId } from '../ids.ts'
import { queueMessage } from '../message/queue.ts'
import { after, days, minutes } from '../policy.ts'
import { refuse } from '../refusal.ts'
import type { Member } from '../staff/add.ts'
import { openCaseKey } from '../vault/case-key.ts'
import { seal } from '../vault/seal.ts'
import { holdForAdmins } from './ask-second.ts'
import { findAppeal, findSeconds } from './eligible.ts'
import { findLatestVerdict } from './load.ts'

const shortestText = 5
const longestText = 1500
/** How long after the press a text in the chat still counts as the appeal. */
const askedForDays = 1

/** Until when the decision can be appealed; undefined where it cannot, or was already. */
export async function appealableUntil(ctx: Ctx, found: Case): Promise<Date | undefined> {
  if (found.state !== 'rejected' || found.decidedAt === null || found.sealedKey === null) return undefined
  // turned down without a verdict: the rejection that led to it was the one to appeal against
  if ((await findAppeal(ctx, found.id)) || !(await findLatestVerdict(ctx, found.id))) return undefined
  // a newer application takes its place
  if ((await findLatestCase(ctx, found.personId))?.id !== found.id) return undefined
  const until = after(found.decidedAt, days(ctx.policy.appealPossibleDays))
  return until > ctx.now() ? until : undefined
}

async function lockAppealable(ctx: Ctx, by: { id: string } | { code: string }): Promise<Case> {
  const found = await lockCase(ctx, by)
  // nobody appeals in the applicant's place
  if (ctx.actor.kind !== 'applicant') return refuse('not-allowed', {})
  if (found.state !== 'rejected') return refuse('stale', { state: found.state })
  return (await appealableUntil(ctx, found)) ? found : refuse('appeal-closed', {})
}

/** The applicant wants to appeal: the next text that he writes is it. `appeal-closed` after the time allowed, or when it was done once. */
export async function askForAppeal(ctx: Ctx, input: { code: string }): Promise<Case> {
  return transact(ctx, async ctx => {
    const found = await lockAppealable(ctx, input)
    await ctx.db.update(cases).set({ appealAskedAt: ctx.now() }).where(eq(cases.id, found.id))
    return found
  })
}

/** The applicant thinks better of it. */
export async function dropAppeal(ctx: Ctx, input: { code: string }): Promise<Case> {
  return transact(ctx, async ctx => {
    const found = await lockCase(ctx, input)
    await ctx.db.update(cases).set({ appealAskedAt: null }).where(eq(cases.id, found.id))
    return found
  })
}

/** The person's case whose appeal is being written, if there is one. */
export async function findAppealBeingWritten(ctx: Ctx, personId: string): Promise<Case | undefined> {
  const found = await findLatestCase(ctx, personId)
  if (found?.state !== 'rejected' || found.appealAskedAt === null) return undefined
  return after(found.appealAskedAt, days(askedForDays)) > ctx.now() ? found : undefined
}

/**
 * Takes the appeal: once for a case, within the days that the policy allows, its text sealed. Somebody who had no part in the case
 * is asked to decide; with nobody there the case is on hold and the admins are told. `answer-invalid` for a text that is too short or long.
 */
export async function appealVerdict(ctx: Ctx, input: { caseId: string; text: string }): Promise<Case> {
  return transact(ctx, async ctx => {
    const found = await lockAppealable(ctx, { id: input.caseId })
    const text = input.text.trim()
    if (text.length < shortestText) return refuse('answer-invalid', { field: 'appeal', problem: 'short', limit: shortestText })
    if (text.length > longestText) return refuse('answer-invalid', { field: 'appeal', problem: 'long', limit: longestText })
    const id = newId(ctx)
    const sealed = seal(openCaseKey(ctx, found), Buffer.from(text), `appeals/${id}`, ctx.random)
    await ctx.db.insert(appeals).values({ id, caseId: found.id, text: sealed, at: ctx.now() })
    await ctx.db.update(cases).set({ appealAskedAt: null, cardMessageId: null }).where(eq(cases.id, found.id))
    await appendAudit(ctx, found.id, 'appeal.made', { appeal: id, text: commit(commitmentSalt(ctx, found), 'appeal', text) })
    const deadlineAt = after(ctx.now(), minutes(ctx.policy.appealDueHours * 60))
    const appealed = await changeState(ctx, found, 'appealed', 'applicant', { deadlineAt })
    const [decider] = await findSeconds(ctx, appealed)
    if (decider) await assignAppeal(ctx, appealed, id, decider)
    else await holdForAdmins(ctx, appealed, 'nobody-for-appeal')
    return appealed
  })
}

export async function assignAppeal(ctx: Ctx, found: Case, appealId: string, decider: Member): Promise<void> {
  await ctx.db.update(appeals).set({ assignedId: decider.id }).where(eq(appeals.id, appealId))
  await appendAudit(ctx, found.id, 'appeal.assigned', { appeal: appealId, reviewer: decider.id })
  const params = { staffId: decider.id, late: false }
  await queueMessage(ctx, { personId: decider.personId, caseId: found.id, kind: 'appeal-made', params })
}
