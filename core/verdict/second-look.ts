import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { staff } from '../../db/schema/staff.ts'
import { verdicts } from '../../db/schema/verdicts.ts'
import type { VerdictStatus } from '../../db/values.ts'
import { appendAudit } from '../audit/append.ts'
import { commit, commitmentSalt } from '../audit/commitment.ts'
import { changeState } from '../case/change-state.ts'
import { type Case, lockCase } from '../case/load.ts'
import { type Ctx, transact } from '../context.ts'
import { queueMessage } from '../message/queue.ts'
import { after, minutes } from '../policy.ts'
import { refuse } from '../refusal.ts'
import { openCaseKey } from '../vault/case-key.ts'
import { seal } from '../vault/seal.ts'
import { checkConditions } from './conditions.ts'
import { keepVerdict } from './decide.ts'
import { maySecond } from './eligible.ts'
import { chooseReasons, decisionInput, plainConditions } from './input.ts'
import { findByKey, findPendingVerdict, type Verdict } from './load.ts'
import { readResults } from './results.ts'
import { obstacle } from './rules.ts'
import { moverOf, takeEffect } from './take-effect.ts'

/** `version`: the case's, as the second reviewer saw it; when it moved on, `stale`, and nothing changes. */
interface Seen {
  caseId: string
  version: number
}

interface Waiting {
  found: Case
  verdict: Verdict
  staffId: string
}

/** The verdict that waits, locked, for somebody who may be its second: `same-person` for its maker, `not-allowed` for a stranger. */
async function lockWaiting(ctx: Ctx, { caseId, version }: Seen): Promise<Waiting> {
  const found = await lockCase(ctx, { id: caseId })
  if (ctx.actor.kind !== 'staff') return refuse('not-found', { what: 'case' })
  const verdict = await findPendingVerdict(ctx, caseId)
  if (found.state !== 'confirming' || !verdict || found.version !== version) return refuse('stale', { state: found.state })
  const { staffId } = ctx.actor
  if (found.personId === ctx.actor.personId || !(await maySecond(ctx, found, verdict, staffId))) return refuse('same-person', {})
  if (!mayDecide(ctx, verdict, staffId)) return refuse('not-allowed', {})
  return { found, verdict, staffId }
}

/** An escalation is for the admins, or for whom one of them asked; everything else for any reviewer. */
function mayDecide(ctx: Ctx, verdict: Verdict, staffId: string): boolean {
  if (ctx.actor.kind !== 'staff') return false
  if (ctx.actor.roles.includes('admin') || verdict.assignedId === staffId) return true
  return verdict.outcome !== 'escalated' && ctx.actor.roles.includes('reviewer')
}

/** The second pair of eyes says yes: the verdict takes effect as it was given, and the applicant is told. */
export async function confirmVerdict(ctx: Ctx, seen: Seen): Promise<Case> {
  return transact(ctx, async ctx => {
    const { found, verdict, staffId } = await lockWaiting(ctx, seen)
    // an escalation asks for a decision; there is nothing to confirm
    if (verdict.outcome === 'escalated') return refuse('not-allowed', {})
    const checked = await sign(ctx, verdict, 'final', staffId)
    await appendAudit(ctx, found.id, 'verdict.confirmed', { verdict: verdict.id })
    return takeEffect(ctx, found, checked)
  })
}

const returnInput = z.object({ caseId: z.string(), version: z.number(), note: z.string().trim().max(4000) })

/** Back to the first reviewer, with a note that says what is missing (`note-needed`); the findings are open again, and the clock starts anew. */
export async function returnVerdict(ctx: Ctx, raw: z.input<typeof returnInput>): Promise<Case> {
  const input = returnInput.parse(raw)
  return transact(ctx, async ctx => {
    const { found, verdict, staffId } = await lockWaiting(ctx, input)
    if (input.note === '') return refuse('note-needed', {})
    await sign(ctx, verdict, 'returned', staffId, sealNote(ctx, found, verdict, input.note))
    const note = commit(commitmentSalt(ctx, found), 'note/verdict-check', input.note)
    await appendAudit(ctx, found.id, 'verdict.returned', { verdict: verdict.id, note })
    const deadlineAt = after(ctx.now(), minutes(ctx.policy.verdictDueMinutes))
    const open = await changeState(ctx, found, 'reviewing', moverOf(ctx), { deadlineAt, hold: null })
    await tellMaker(ctx, found, verdict, 'verdict-returned')
    return open
  })
}

const overruleInput = decisionInput.extend({ caseId: z.string(), version: z.number() })

/**
 * Decides otherwise, with a reason in the note (`note-needed`), or decides what was escalated. The first verdict stays on record as
 * overruled. An approval needs every check passed, as ever (G6).
 */
export async function overruleVerdict(ctx: Ctx, raw: z.input<typeof overruleInput>): Promise<Verdict> {
  const input = overruleInput.parse(raw)
  return transact(ctx, async ctx => {
    await lockCase(ctx, { id: input.caseId })
    const given = await findByKey(ctx, input)
    if (given) return given
    const { found, verdict, staffId } = await lockWaiting(ctx, input)
    if (input.outcome === 'escalated') return refuse('not-allowed', {})
    if (verdict.outcome !== 'escalated' && !input.note?.trim()) return refuse('note-needed', {})
    const results = (await readResults(ctx, found, verdict.bookingId)).map(({ result }) => result)
    const blocked = obstacle(input.outcome, results)
    if (blocked) return refuse(blocked, {})
    chooseReasons(ctx, input, 'second')
    await checkConditions(ctx, found, input.outcome, plainConditions(input.conditions))
    await sign(ctx, verdict, 'overruled', staffId)
    const { bookingId, appealId } = verdict
    const how = { bookingId, reviewerId: staffId, status: 'final', overrules: verdict.id, appealId } as const
    const next = await keepVerdict(ctx, found, input, how)
    await takeEffect(ctx, found, next)
    await tellMaker(ctx, found, verdict, 'verdict-overruled')
    return next
  })
}

/** Adds the second person's word to the row; the database takes it once, and never from the maker. */
async function sign(ctx: Ctx, verdict: Verdict, status: VerdictStatus, checkerId: string, checkNote?: Buffer): Promise<Verdict> {
  const [signed] = await ctx.db
    .update(verdicts)
    .set({ status, checkerId, checkedAt: ctx.now(), checkNote: checkNote ?? null })
    .where(and(eq(verdicts.id, verdict.id), eq(verdicts.status, 'pending')))
    .returning()
  return signed ?? refuse('stale', {})
}

const sealNote = (ctx: Ctx, found: Case, verdict: Verdict, note: string): Buffer =>
  seal(openCaseKey(ctx, found), Buffer.from(note), `verdicts/${verdict.id}/check`, ctx.random)

async function tellMaker(ctx: Ctx, found: Case, verdict: Verdict, kind: 'verdict-returned' | 'verdict-overruled'): Promise<void> {
  const [maker] = await ctx.db.select({ personId: staff.personId }).from(staff).where(eq(staff.id, verdict.reviewerId))
  if (!maker) return
  const params = { verdictId: verdict.id, staffId: verdict.reviewerId }
  await queueMessage(ctx, { personId: maker.personId, caseId: found.id, kind, params })
}
