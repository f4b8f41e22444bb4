import { and, eq, inArray, isNull, lt, sql } from 'drizzle-orm'
import { bookings } from '../../db/schema/bookings.ts'
import { staff } from '../../db/schema/staff.ts'
import { appeals, findings, verdicts } from '../../db/schema/verdicts.ts'
import type { Case } from '../case/load.ts'
import type { Ctx } from '../context.ts'
import type { Member } from '../staff/add.ts'
import type { Verdict } from './load.ts'

/** The case's appeal, if one was made. */
export async function findAppeal(ctx: Ctx, caseId: string): Promise<typeof appeals.$inferSelect | undefined> {
  const [appeal] = await ctx.db.select().from(appeals).where(eq(appeals.caseId, caseId))
  return appeal
}

/**
 * Who had a part in the case before its appeal: held its call, recorded a finding, gave, confirmed, returned or overruled a verdict. Nobody
 * of them decides the appeal or takes its call. Empty while there is no appeal.
 */
export async function findEarlierReviewers(ctx: Ctx, caseId: string): Promise<Set<string>> {
  const appeal = await findAppeal(ctx, caseId)
  if (!appeal) return new Set()
  const judged = await ctx.db
    .select({ maker: verdicts.reviewerId, checker: verdicts.checkerId })
    .from(verdicts)
    .where(and(eq(verdicts.caseId, caseId), isNull(verdicts.appealId)))
  const saw = await ctx.db
    .selectDistinct({ id: findings.reviewerId })
    .from(findings)
    .innerJoin(bookings, eq(bookings.id, findings.bookingId))
    .where(and(eq(bookings.caseId, caseId), lt(findings.at, appeal.at)))
  const held = await ctx.db
    .select({ id: bookings.reviewerId })
    .from(bookings)
    .where(and(eq(bookings.caseId, caseId), eq(bookings.status, 'attended'), lt(bookings.startsAt, appeal.at)))
  return new Set([
    ...held.map(row => row.id),
    ...judged.flatMap(row => [row.maker, ...(row.checker ? [row.checker] : [])]),
    ...saw.map(row => row.id),
  ])
}

/** May this person be the second on that verdict? Never its maker, and after an appeal nobody from before it. */
export async function maySecond(ctx: Ctx, found: Case, verdict: Verdict, staffId: string): Promise<boolean> {
  return verdict.reviewerId !== staffId && !(await findEarlierReviewers(ctx, found.id)).has(staffId)
}

/** The reviewers on the desk who may be asked, those who are online and have least open first. */
export async function findSeconds(ctx: Ctx, found: Case, except: readonly string[]): Promise<Member[]> {
  const reviewers = await ctx.db
    .select()
    .from(staff)
    .where(and(isNull(staff.removedAt), sql`'reviewer' = any(${staff.roles})`))
  const earlier = await findEarlierReviewers(ctx, found.id)
  const candidates = reviewers.filter(
    ({ id, personId }) => !except.includes(id) && !earlier.has(id) && personId !== found.personId,
  )
  if (candidates.length < 2) return candidates
  const ids = candidates.map(({ id }) => id)
  const open = await ctx.db
    .select({ id: verdicts.assignedId, count: sql<number>`count(*)::int` })
    .from(verdicts)
    .where(and(eq(verdicts.status, 'pending'), inArray(verdicts.assignedId, ids)))
    .groupBy(verdicts.assignedId)
  const load = new Map(open.map(row => [row.id, row.count]))
  const dice = new Map(ids.map(id => [id, ctx.random(4).readUInt32BE()]))
  const rank = ({ id, status }: Member) => (status === 'online' ? 0 : 1000) + (load.get(id) ?? 0)
  return candidates.sort((a, b) => rank(a) - rank(b) || (dice.get(a.id) ?? 0) - (dice.get(b.id) ?? 0))
}
