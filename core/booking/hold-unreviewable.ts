import { and, eq, inArray, isNull, or, sql } from 'drizzle-orm'
import { cases } from '../../db/schema/cases.ts'
import { staff } from '../../db/schema/staff.ts'
import { appeals } from '../../db/schema/verdicts.ts'
import { appendAudit } from '../audit/append.ts'
import { type Case, lockCase } from '../case/load.ts'
import { type Ctx, transact } from '../context.ts'
import { queueStatusCard } from '../message/queue.ts'
import { after, days } from '../policy.ts'
import { holdForAdmins } from '../verdict/ask-second.ts'
import { whoMayNot } from './assign.ts'

const hold = 'nobody-eligible'

/**
 * An invited case that no reviewer on the staff may have goes on hold, and the admins are told; once somebody is there who may, it goes on
 * by itself. Running it twice does nothing more.
 */
export async function holdUnreviewable(ctx: Ctx): Promise<void> {
  const reviewers = await ctx.db
    .select({ id: staff.id, personId: staff.personId })
    .from(staff)
    .where(and(isNull(staff.removedAt), sql`'reviewer' = any(${staff.roles})`))
  const ids = reviewers.map(row => row.id)
  const isBarredSomewhere = or(
    ids.length === 0 ? sql`true` : undefined,
    eq(cases.hold, hold),
    sql`exists (select 1 from ${appeals} where ${appeals.caseId} = ${cases.id})`,
    ids.length === 0
      ? undefined
      : inArray(
          cases.personId,
          reviewers.map(row => row.personId),
        ),
  )
  const rows = await ctx.db
    .select({ id: cases.id })
    .from(cases)
    .where(and(eq(cases.state, 'invited'), or(isNull(cases.hold), eq(cases.hold, hold)), isBarredSomewhere))
    .limit(200)
  for (const { id } of rows) await transact(ctx, async ctx => settle(ctx, await lockCase(ctx, { id }), ids))
}

async function settle(ctx: Ctx, found: Case, reviewers: readonly string[]): Promise<void> {
  if (found.state !== 'invited' || (found.hold !== null && found.hold !== hold)) return
  const barred = await whoMayNot(ctx, found)
  const somebody = reviewers.some(id => !barred.has(id))
  if (!somebody && found.hold === null) await holdForAdmins(ctx, found, hold)
  if (!somebody || found.hold === null) return
  // the days on hold were not the applicant's
  const deadlineAt = after(ctx.now(), days(ctx.policy.invitedLapsesDays))
  await ctx.db.update(cases).set({ hold: null, deadlineAt, remindedAt: null }).where(eq(cases.id, found.id))
  await appendAudit(ctx, found.id, 'case.hold-released', { hold })
  await queueStatusCard(ctx, found, true)
}
