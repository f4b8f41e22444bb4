import { and, eq, inArray, isNull, lt, or, type SQL, sql } from 'drizzle-orm'
import type { AnyPgColumn } from 'drizzle-orm/pg-core'
import { bookings } from '../../db/schema/bookings.ts'
import { calls } from '../../db/schema/calls.ts'
import { handovers, observations } from '../../db/schema/draws.ts'
import { absences, staff } from '../../db/schema/staff.ts'
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
 * Who had a part in the case before its appeal: held its call, or handed it over, noted or recorded something, gave, confirmed, returned or
 * overruled a verdict. Nobody of them decides the appeal or takes its call; the database refuses them too. Empty while there is no appeal.
 */
export async function findEarlierReviewers(ctx: Ctx, caseId: string): Promise<Set<string>> {
  const appeal = await findAppeal(ctx, caseId)
  if (!appeal) return new Set()
  const judged = await ctx.db
    .select({ maker: verdicts.reviewerId, checker: verdicts.checkerId })
    .from(verdicts)
    .where(and(eq(verdicts.caseId, caseId), isNull(verdicts.appealId)))
  const booked = await ctx.db.select({ id: bookings.id }).from(bookings).where(eq(bookings.caseId, caseId))
  const met = and(eq(calls.bookingId, bookings.id), lt(calls.metAt, appeal.at))
  const held = await ctx.db
    .selectDistinct({ id: bookings.reviewerId })
    .from(bookings)
    .leftJoin(calls, met)
    .where(
      and(
        eq(bookings.caseId, caseId),
        or(and(eq(bookings.status, 'attended'), lt(bookings.startsAt, appeal.at)), lt(calls.metAt, appeal.at)),
      ),
    )
  return new Set([
    ...held.map(row => row.id),
    ...judged.flatMap(row => [row.maker, ...(row.checker ? [row.checker] : [])]),
    ...(await whoWasInCalls(
      ctx,
      booked.map(row => row.id),
      appeal.at,
    )),
  ])
}

/** Who recorded, noted or handed over something in these calls, whoever has them now; `before`: up to then. */
async function whoWasInCalls(ctx: Ctx, bookingIds: readonly string[], before?: Date): Promise<string[]> {
  if (bookingIds.length === 0) return []
  const ids = [...bookingIds]
  const upTo = (at: typeof findings.at | typeof observations.at | typeof handovers.at) => (before ? lt(at, before) : undefined)
  const recorded = await ctx.db
    .selectDistinct({ id: findings.reviewerId })
    .from(findings)
    .where(and(inArray(findings.bookingId, ids), upTo(findings.at)))
  const noted = await ctx.db
    .selectDistinct({ id: observations.reviewerId })
    .from(observations)
    .where(and(inArray(observations.bookingId, ids), upTo(observations.at)))
  const handed = await ctx.db
    .select({ from: handovers.fromId, to: handovers.toId })
    .from(handovers)
    .where(and(inArray(handovers.bookingId, ids), upTo(handovers.at)))
  return [...recorded, ...noted].map(row => row.id).concat(handed.flatMap(({ from, to }) => [from, to]))
}

/** Who cannot be the second on that verdict: its maker, who was in its call, and after an appeal everybody from before it. */
async function findBarred(ctx: Ctx, found: Case, verdict: Verdict | undefined): Promise<Set<string>> {
  const barred = await findEarlierReviewers(ctx, found.id)
  if (!verdict) return barred
  const inCall = await whoWasInCalls(ctx, verdict.bookingId === null ? [] : [verdict.bookingId])
  return new Set([...barred, verdict.reviewerId, ...inCall])
}

/** May this person be the second on that verdict? */
export async function maySecond(ctx: Ctx, found: Case, verdict: Verdict, staffId: string): Promise<boolean> {
  return !(await findBarred(ctx, found, verdict)).has(staffId)
}

/**
 * The reviewers on the desk who may be asked to confirm that verdict, or else to decide the case's appeal: those who are online and have
 * least open first. Nobody is asked who is away until after it is due.
 */
export async function findSeconds(ctx: Ctx, found: Case, verdict?: Verdict): Promise<Member[]> {
  const reviewers = await ctx.db
    .select()
    .from(staff)
    .where(and(isNull(staff.removedAt), sql`'reviewer' = any(${staff.roles})`, sql`not ${isAwayUntil(ctx, found.deadlineAt)}`))
  const barred = await findBarred(ctx, found, verdict)
  const candidates = reviewers.filter(({ id, personId }) => !barred.has(id) && personId !== found.personId)
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

/** Of a row of the staff: away now, and not back before that moment. */
export function isAwayUntil(ctx: Ctx, until: Date | null | AnyPgColumn): SQL {
  const now = ctx.now().toISOString()
  const due = until instanceof Date ? sql`${until.toISOString()}::timestamptz` : sql`${until}`
  return sql`exists (select 1 from ${absences} where ${absences.staffId} = ${staff.id} and ${absences.fromAt} <= ${now}::timestamptz
    and ${absences.untilAt} > greatest(${due}, ${now}::timestamptz))`
}
