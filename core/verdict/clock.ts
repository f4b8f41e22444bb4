import { and, eq, inArray, isNotNull, isNull, lte, sql } from 'drizzle-orm'
import { bookings } from '../../db/schema/bookings.ts'
import { calls } from '../../db/schema/calls.ts'
import { cases } from '../../db/schema/cases.ts'
import { staff } from '../../db/schema/staff.ts'
import type { CaseState } from '../../db/values.ts'
import { appendAudit } from '../audit/append.ts'
import { type Case, lockCase } from '../case/load.ts'
import { type Ctx, transact } from '../context.ts'
import { queueMessage, queueStatusCard } from '../message/queue.ts'
import { after, minutes, type Policy } from '../policy.ts'
import type { Member } from '../staff/add.ts'
import { tellAdmins } from '../staff/tell-admins.ts'
import { assignAppeal } from './appeal.ts'
import { assignSecond } from './ask-second.ts'
import { findAppeal, findSeconds } from './eligible.ts'
import { handOnDecisions } from './hand-on.ts'
import { findPendingVerdict } from './load.ts'

/** The promises of the desk: in these states a person owes the applicant a decision by the case's deadline. */
export const promised = ['reviewing', 'confirming', 'appealed'] as const
export type Promised = (typeof promised)[number]

export const isPromised = (state: CaseState): state is Promised => promised.some(one => one === state)

/** How long the promise of each state is, in minutes; half of it before the deadline the reviewer is reminded. */
function promiseMinutes(policy: Policy, state: Promised): number {
  if (state === 'reviewing') return policy.verdictDueMinutes
  return state === 'confirming' ? policy.confirmationDueMinutes : policy.appealDueHours * 60
}

export const remindAt = (policy: Policy, state: Promised, dueAt: Date): Date =>
  after(dueAt, -minutes(promiseMinutes(policy, state) / 2))

/**
 * One round of the verdict's clock: the promise begins when a call is over, the reviewer is reminded at half time, and when it slips
 * the admins and the applicant are told, each once. What waits for somebody who has left is handed on, and what waited for anybody as soon as there is one. Running it twice
 * does nothing more.
 */
export async function keepPromises(ctx: Ctx): Promise<void> {
  await startVerdictClocks(ctx)
  await handOnDecisions(ctx)
  const running = await ctx.db
    .select({ id: cases.id })
    .from(cases)
    .where(and(inArray(cases.state, [...promised]), isNotNull(cases.deadlineAt), isNull(cases.slippedAt)))
    .limit(500)
  for (const { id } of running) await transact(ctx, async ctx => keepOne(ctx, await lockCase(ctx, { id })))
  const held = await ctx.db
    .select({ id: cases.id })
    .from(cases)
    .where(inArray(cases.hold, ['nobody-to-confirm', 'nobody-for-appeal']))
    .limit(200)
  for (const { id } of held) await transact(ctx, async ctx => findSomebody(ctx, await lockCase(ctx, { id })))
}

/** A review whose call is over, and none open again, owes a verdict so long after the end of the last one. */
async function startVerdictClocks(ctx: Ctx): Promise<void> {
  const ended = await ctx.db
    .select({ id: cases.id, endedAt: sql<string>`max(${calls.endedAt})` })
    .from(cases)
    .innerJoin(bookings, and(eq(bookings.caseId, cases.id), eq(bookings.status, 'active')))
    .innerJoin(calls, eq(calls.bookingId, bookings.id))
    .where(eq(cases.state, 'reviewing'))
    .groupBy(cases.id)
    .having(sql`bool_and(${calls.endedAt} is not null)`)
    .limit(500)
  for (const { id, endedAt } of ended) {
    const deadlineAt = after(new Date(endedAt), minutes(ctx.policy.verdictDueMinutes))
    await transact(ctx, async ctx => {
      const found = await lockCase(ctx, { id })
      if (found.state !== 'reviewing' || (found.deadlineAt && +found.deadlineAt === +deadlineAt)) return
      // the call went on in between: a new promise, with its own reminders
      await ctx.db.update(cases).set({ deadlineAt, remindedAt: null, slippedAt: null }).where(eq(cases.id, id))
      await queueStatusCard(ctx, found)
    })
  }
}

async function keepOne(ctx: Ctx, found: Case): Promise<void> {
  const { state, deadlineAt: dueAt } = found
  const now = ctx.now()
  if (!isPromised(state) || !dueAt || found.slippedAt) return
  if (dueAt <= now) {
    await ctx.db.update(cases).set({ slippedAt: now, remindedAt: now }).where(eq(cases.id, found.id))
    await appendAudit(ctx, found.id, 'promise.slipped', { state, dueAt: dueAt.toISOString() })
    await remind(ctx, found, state)
    await tellAdmins(ctx, 'promise-slipped', { code: found.code, state, dueAt: dueAt.toISOString() }, found.id)
    await queueMessage(ctx, { personId: found.personId, caseId: found.id, kind: 'slipped', params: { state } })
    await queueStatusCard(ctx, found)
  } else if (!found.remindedAt && remindAt(ctx.policy, state, dueAt) <= now) {
    await ctx.db.update(cases).set({ remindedAt: now }).where(eq(cases.id, found.id))
    await remind(ctx, found, state)
  }
}

/** The one who owes the decision, and nobody else, hears of it until the promise slips. */
async function remind(ctx: Ctx, found: Case, state: Promised): Promise<void> {
  if (found.hold !== null) return
  const { id: caseId } = found
  if (state === 'reviewing') {
    const [booking] = await ctx.db
      .select({ reviewerId: bookings.reviewerId })
      .from(bookings)
      .where(and(eq(bookings.caseId, caseId), inArray(bookings.status, ['active', 'attended'])))
      .orderBy(sql`${bookings.createdAt} desc`)
      .limit(1)
    const member = await findMember(ctx, booking?.reviewerId)
    if (!member) return
    const params = { staffId: member.id, dueAt: (found.deadlineAt ?? ctx.now()).toISOString() }
    await queueMessage(ctx, { personId: member.personId, caseId, kind: 'verdict-due', params })
  } else if (state === 'confirming') {
    const verdict = await findPendingVerdict(ctx, caseId)
    const member = await findMember(ctx, verdict?.assignedId)
    if (!verdict || !member) return
    const params = { verdictId: verdict.id, staffId: member.id, late: true }
    await queueMessage(ctx, { personId: member.personId, caseId, kind: 'to-confirm', params })
  } else {
    const appeal = await findAppeal(ctx, caseId)
    const member = await findMember(ctx, appeal?.assignedId)
    if (!appeal || !member) return
    const params = { staffId: member.id, late: true }
    await queueMessage(ctx, { personId: member.personId, caseId, kind: 'appeal-made', params })
  }
}

async function findMember(ctx: Ctx, id: string | null | undefined): Promise<Member | undefined> {
  const [member] = await ctx.db
    .select()
    .from(staff)
    .where(and(sql`${staff.id}::text = ${id ?? ''}`, isNull(staff.removedAt)))
  return member
}

/** Somebody joined the desk, or is a reviewer now: the case waits no longer for an admin. */
async function findSomebody(ctx: Ctx, found: Case): Promise<void> {
  const verdict = found.state === 'confirming' ? await findPendingVerdict(ctx, found.id) : undefined
  const appeal = found.state === 'appealed' ? await findAppeal(ctx, found.id) : undefined
  const [member] = await findSeconds(ctx, found, verdict)
  if (!member || (!verdict && !appeal)) return
  await ctx.db.update(cases).set({ hold: null }).where(eq(cases.id, found.id))
  if (verdict) await assignSecond(ctx, found, verdict, member)
  else if (appeal) await assignAppeal(ctx, found, appeal.id, member)
  await queueStatusCard(ctx, found)
}

/** Rejected applicants whose date has come, and who have not begun anew by themselves, hear of it once. */
export async function tellAgain(ctx: Ctx): Promise<void> {
  const due = await ctx.db
    .select({ id: cases.id })
    .from(cases)
    .where(
      and(
        eq(cases.state, 'rejected'),
        isNull(cases.againToldAt),
        lte(cases.againAt, ctx.now()),
        // a wait of no days is told in the verdict itself
        sql`${cases.againAt} > ${cases.decidedAt}`,
      ),
    )
    .limit(200)
  for (const { id } of due) {
    await transact(ctx, async ctx => {
      const found = await lockCase(ctx, { id })
      if (found.state !== 'rejected' || found.againToldAt) return
      await ctx.db.update(cases).set({ againToldAt: ctx.now() }).where(eq(cases.id, id))
      const newer = await ctx.db.query.cases.findFirst({
        where: (row, { and, eq, gt }) => and(eq(row.personId, found.personId), gt(row.createdAt, found.createdAt)),
      })
      if (newer || found.sealedKey === null) return
      await queueMessage(ctx, { personId: found.personId, caseId: id, kind: 'again-open', params: {} })
      await queueStatusCard(ctx, found)
    })
  }
}
