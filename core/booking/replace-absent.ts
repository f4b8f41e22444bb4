import { and, eq, gt, isNotNull, isNull, lte, ne } from 'drizzle-orm'
import { bookings } from '../../db/schema/bookings.ts'
import { calls } from '../../db/schema/calls.ts'
import { cases } from '../../db/schema/cases.ts'
import { patienceUntil } from '../call/patience.ts'
import { readAttendance } from '../call/presence.ts'
import type { Ctx } from '../context.ts'
import { queueMessage } from '../message/queue.ts'
import { after, minutes } from '../policy.ts'
import { handOver } from './hand-over.ts'
import { type Booking, joinWindow } from './load.ts'
import { queueOnce } from './remind.ts'

/**
 * The applicant is there and the reviewer is not, two minutes after the start (or after a late applicant came): somebody else takes
 * over, or the applicant gets an apology and another time. A reviewer who asked for patience, or is still in the call before, is waited for; the applicant is
 * told so, once. Running it twice does nothing more.
 */
export async function replaceAbsent(ctx: Ctx): Promise<void> {
  const now = ctx.now()
  const { replacedAfterMinutes, missedAfterMinutes } = ctx.policy
  const due = await ctx.db
    .select({ booking: bookings, personId: cases.personId })
    .from(bookings)
    .innerJoin(cases, eq(cases.id, bookings.caseId))
    .where(
      and(
        eq(bookings.status, 'active'),
        eq(cases.state, 'booked'),
        lte(bookings.startsAt, after(now, -minutes(replacedAfterMinutes))),
        gt(bookings.startsAt, after(now, -minutes(missedAfterMinutes))),
      ),
    )
    .limit(200)
  for (const { booking, personId } of due) {
    const { applicant, reviewer } = await readAttendance(ctx, booking)
    if (!applicant || reviewer || after(applicant.since, minutes(replacedAfterMinutes)) > now) continue
    if (await patienceUntil(ctx, booking)) continue
    if (await isRunningOver(ctx, booking)) await tellToWait(ctx, booking, personId)
    else await handOver(ctx, { bookingId: booking.id, from: booking.reviewerId, why: 'absent' })
  }
}

/** The reviewer is in another call that has begun and is not over. */
async function isRunningOver(ctx: Ctx, booking: Booking): Promise<boolean> {
  const [other] = await ctx.db
    .select({ id: calls.id })
    .from(calls)
    .innerJoin(bookings, eq(bookings.id, calls.bookingId))
    .where(
      and(
        eq(bookings.reviewerId, booking.reviewerId),
        ne(bookings.id, booking.id),
        isNotNull(calls.metAt),
        isNull(calls.endedAt),
      ),
    )
    .limit(1)
  return other !== undefined
}

async function tellToWait(ctx: Ctx, booking: Booking, personId: string): Promise<void> {
  const { id: bookingId, version, caseId } = booking
  const expiresAt = joinWindow(booking, ctx.policy).closesAt
  await queueOnce(ctx, booking, 'running-over', ctx =>
    queueMessage(ctx, { personId, caseId, kind: 'running-over', params: { bookingId, version }, expiresAt }),
  )
}
