import { and, eq, gt, isNull, sql } from 'drizzle-orm'
import { answers, cases, consents } from '../../db/schema/cases.ts'
import { people } from '../../db/schema/people.ts'
import { type Ctx, transact } from '../context.ts'
import { queueMessage } from '../message/queue.ts'
import { quietUntil } from '../message/quiet-hours.ts'
import { after, minutes } from '../policy.ts'
import { lockCase } from './load.ts'

/** When the applicant last told the draft something: an answer, or a consent. */
const touchedAt = sql<string>`greatest(${cases.createdAt},
  (select max(${answers.answeredAt}) from ${answers} where ${answers.caseId} = ${cases.id}),
  (select max(${consents.at}) from ${consents} where ${consents.caseId} = ${cases.id}))`

/** The drafts of which nobody has been reminded yet, and from when that is due, soonest first. */
export async function findSilentDrafts(ctx: Ctx, limit: number) {
  const rows = await ctx.db
    .select({ id: cases.id, code: cases.code, zone: people.timeZone, touchedAt })
    .from(cases)
    .innerJoin(people, eq(people.id, cases.personId))
    .where(and(eq(cases.state, 'draft'), isNull(cases.remindedAt), isNull(people.blockedAt), gt(cases.deadlineAt, ctx.now())))
    .orderBy(touchedAt)
    .limit(limit)
  return rows.map(({ touchedAt, ...row }) => ({
    ...row,
    dueAt: after(new Date(touchedAt), minutes(ctx.policy.draftNudgedHours * 60)),
  }))
}

/**
 * Reminds of a draft that has been silent for as long as the policy says, once in its life (G2), and not at night on the applicant's
 * clock. What is left is counted when the message is sent. Returns how many were reminded.
 */
export async function nudgeDrafts(ctx: Ctx): Promise<number> {
  const now = ctx.now()
  let nudged = 0
  for (const { id, zone, dueAt } of await findSilentDrafts(ctx, 200)) {
    if (dueAt > now || quietUntil(now, zone ?? ctx.officeTimeZone, ctx.policy)) continue
    if (await nudge(ctx, id)) nudged++
  }
  return nudged
}

async function nudge(ctx: Ctx, id: string): Promise<boolean> {
  return transact(ctx, async ctx => {
    const found = await lockCase(ctx, { id })
    if (found.state !== 'draft' || found.remindedAt) return false
    await ctx.db.update(cases).set({ remindedAt: ctx.now() }).where(eq(cases.id, id))
    const { personId, deadlineAt } = found
    const until = deadlineAt ? { expiresAt: deadlineAt } : {}
    await queueMessage(ctx, { personId, caseId: id, kind: 'draft-waits', params: {}, ...until })
    return true
  })
}
