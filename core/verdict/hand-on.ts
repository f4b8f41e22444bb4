import { and, eq, inArray, isNotNull, or, sql } from 'drizzle-orm'
import { cases } from '../../db/schema/cases.ts'
import { staff } from '../../db/schema/staff.ts'
import { appeals, verdicts } from '../../db/schema/verdicts.ts'
import { type Case, lockCase } from '../case/load.ts'
import { type Ctx, transact } from '../context.ts'
import { assignAppeal } from './appeal.ts'
import { assignSecond, holdForAdmins } from './ask-second.ts'
import { findAppeal, findSeconds, isAwayUntil } from './eligible.ts'
import { findPendingVerdict } from './load.ts'

/**
 * What waits for the decision of somebody who has left, or is away until after it is due, is given to somebody else; with nobody else it
 * goes on hold and the admins are told at once. `staffId`: of that member only. Running it twice does nothing more.
 */
export async function handOnDecisions(ctx: Ctx, { staffId }: { staffId?: string } = {}): Promise<void> {
  const waiting = await ctx.db
    .select({ id: cases.id })
    .from(cases)
    .leftJoin(verdicts, and(eq(verdicts.caseId, cases.id), eq(verdicts.status, 'pending')))
    .leftJoin(appeals, eq(appeals.caseId, cases.id))
    .innerJoin(
      staff,
      sql`${staff.id} = case when ${cases.state} = 'confirming' then ${verdicts.assignedId} else ${appeals.assignedId} end`,
    )
    .where(
      and(
        inArray(cases.state, ['confirming', 'appealed']),
        staffId === undefined ? undefined : eq(staff.id, staffId),
        or(isNotNull(staff.removedAt), isAwayUntil(ctx, cases.deadlineAt)),
      ),
    )
    .orderBy(cases.id)
    .limit(200)
  for (const { id } of waiting) await transact(ctx, async ctx => handOn(ctx, await lockCase(ctx, { id })))
}

async function handOn(ctx: Ctx, found: Case): Promise<void> {
  const verdict = found.state === 'confirming' ? await findPendingVerdict(ctx, found.id) : undefined
  const appeal = found.state === 'appealed' ? await findAppeal(ctx, found.id) : undefined
  const assignedId = verdict ? verdict.assignedId : appeal?.assignedId
  if (!assignedId || !(await isGone(ctx, found, assignedId))) return
  // an escalation is the admins' to give
  const [next] = verdict?.outcome === 'escalated' ? [] : await findSeconds(ctx, found, verdict)
  if (verdict && next) await assignSecond(ctx, found, verdict, next)
  else if (appeal && next) await assignAppeal(ctx, found, appeal.id, next)
  else {
    if (verdict) await ctx.db.update(verdicts).set({ assignedId: null }).where(eq(verdicts.id, verdict.id))
    if (appeal) await ctx.db.update(appeals).set({ assignedId: null }).where(eq(appeals.id, appeal.id))
    const nobody = verdict ? 'nobody-to-confirm' : 'nobody-for-appeal'
    await holdForAdmins(ctx, found, verdict?.outcome === 'escalated' ? 'escalated' : nobody)
  }
}

/** Asked again with the case locked: somebody may have been faster. */
async function isGone(ctx: Ctx, found: Case, staffId: string): Promise<boolean> {
  const [gone] = await ctx.db
    .select({ id: staff.id })
    .from(staff)
    .where(and(eq(staff.id, staffId), or(isNotNull(staff.removedAt), isAwayUntil(ctx, found.deadlineAt))))
  return gone !== undefined
}
