import { and, asc, eq, gt, inArray, isNotNull, isNull, lt, or, sql } from 'drizzle-orm'
import { bookings } from '../../db/schema/bookings.ts'
import { cases } from '../../db/schema/cases.ts'
import { absences, staff } from '../../db/schema/staff.ts'
import { type Ctx, transact } from '../context.ts'
import { handOver, type Why } from './hand-over.ts'
import { lockReviewers } from './take-time.ts'

/** What became of somebody's bookings. */
export interface HandedOver {
  /** went to another reviewer */
  handedOver: number
  /** nobody else could: the applicants were offered new times */
  givenBack: number
  /** stay where they are */
  kept: number
}

/**
 * Hands over what a reviewer has booked between two moments, soonest first. Every case and then every reviewer is locked beforehand in
 * the order of the ids, so that it waits for nobody who waits for it.
 */
export async function handOverAll(
  ctx: Ctx,
  input: { staffId: string; fromAt: Date; untilAt: Date | undefined; why: Why },
): Promise<HandedOver> {
  const { staffId, fromAt, untilAt, why } = input
  return transact(ctx, async ctx => {
    const rows = await ctx.db
      .select({ id: bookings.id, caseId: bookings.caseId })
      .from(bookings)
      .innerJoin(cases, eq(cases.id, bookings.caseId))
      .where(
        and(
          eq(bookings.reviewerId, staffId),
          eq(bookings.status, 'active'),
          eq(cases.state, 'booked'),
          gt(bookings.blockedUntil, fromAt),
          untilAt ? lt(bookings.startsAt, untilAt) : undefined,
        ),
      )
      .orderBy(asc(bookings.startsAt))
    const done: HandedOver = { handedOver: 0, givenBack: 0, kept: 0 }
    if (rows.length === 0) return done
    const caseIds = rows.map(row => row.caseId)
    await ctx.db.select({ id: cases.id }).from(cases).where(inArray(cases.id, caseIds)).orderBy(asc(cases.id)).for('update')
    const team = await ctx.db.select({ id: staff.id }).from(staff).where(isNull(staff.removedAt))
    await lockReviewers(ctx, [staffId, ...team.map(row => row.id)])
    for (const { id } of rows) {
      const handed = await handOver(ctx, { bookingId: id, from: staffId, why })
      if (handed === 'handed-over') done.handedOver++
      if (handed === 'given-back') done.givenBack++
      if (handed === 'kept') done.kept++
    }
    return done
  })
}

/** Hands over what was booked with somebody in the very moment in which they were set away or removed. Running it twice does nothing more. */
export async function handOverStragglers(ctx: Ctx): Promise<void> {
  const away = sql`exists (select 1 from ${absences} a
    where a.staff_id = ${bookings.reviewerId} and tstzrange(a.from_at, a.until_at) && tstzrange(${bookings.startsAt}, ${bookings.endsAt}))`
  const rows = await ctx.db
    .select({ id: bookings.id, from: bookings.reviewerId, removedAt: staff.removedAt })
    .from(bookings)
    .innerJoin(cases, eq(cases.id, bookings.caseId))
    .innerJoin(staff, eq(staff.id, bookings.reviewerId))
    .where(
      and(
        eq(bookings.status, 'active'),
        eq(cases.state, 'booked'),
        gt(bookings.startsAt, ctx.now()),
        or(isNotNull(staff.removedAt), away),
      ),
    )
    .limit(200)
  for (const { id, from, removedAt } of rows) await handOver(ctx, { bookingId: id, from, why: removedAt ? 'removed' : 'away' })
}
