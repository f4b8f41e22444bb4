import { and, desc, eq } from 'drizzle-orm'
import { verdicts } from '../../db/schema/verdicts.ts'
import type { Ctx } from '../context.ts'
import { refuse } from '../refusal.ts'

export type Verdict = typeof verdicts.$inferSelect

/** The newest verdict that took effect: the one that the applicant was told. */
export async function findLatestVerdict(ctx: Ctx, caseId: string): Promise<Verdict | undefined> {
  const [verdict] = await ctx.db
    .select()
    .from(verdicts)
    .where(and(eq(verdicts.caseId, caseId), eq(verdicts.status, 'final')))
    .orderBy(desc(verdicts.at), desc(verdicts.checkedAt))
    .limit(1)
  return verdict
}

/** The verdict that waits for a second person; a case has one at most (index one_pending_verdict). */
export async function findPendingVerdict(ctx: Ctx, caseId: string): Promise<Verdict | undefined> {
  const [verdict] = await ctx.db
    .select()
    .from(verdicts)
    .where(and(eq(verdicts.caseId, caseId), eq(verdicts.status, 'pending')))
  return verdict
}

/** The newest verdict, whatever became of it: for staff. */
export async function findNewestVerdict(ctx: Ctx, caseId: string): Promise<Verdict | undefined> {
  const [verdict] = await ctx.db.select().from(verdicts).where(eq(verdicts.caseId, caseId)).orderBy(desc(verdicts.at)).limit(1)
  return verdict
}

/** What was given under that key before, if anything (G2). A key that another case's verdict came under is `stale`: its sender has mixed up two. */
export async function findByKey(
  ctx: Ctx,
  { caseId, idempotencyKey }: { caseId: string; idempotencyKey: string },
): Promise<Verdict | undefined> {
  const [verdict] = await ctx.db.select().from(verdicts).where(eq(verdicts.idempotencyKey, idempotencyKey))
  return verdict && verdict.caseId !== caseId ? refuse('stale', {}) : verdict
}
