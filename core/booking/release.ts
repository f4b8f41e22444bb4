import { and, eq } from 'drizzle-orm'
import { bookings } from '../../db/schema/bookings.ts'
import type { BookingEnd } from '../../db/values.ts'
import { appendAudit } from '../audit/append.ts'
import { endOpenCall } from '../call/end.ts'
import type { Case } from '../case/load.ts'
import type { Ctx } from '../context.ts'
import { revealDraw } from '../draw/make.ts'
import { refuse } from '../refusal.ts'
import { type Booking, findActiveBooking } from './load.ts'
import { queueCalendar, tellReviewer } from './tell.ts'

const whys: Partial<Record<BookingEnd, 'cancelled' | 'missed' | 'absent'>> = {
  'cancelled-by-applicant': 'cancelled',
  'cancelled-by-us': 'cancelled',
  'missed-by-applicant': 'missed',
  'missed-by-reviewer': 'absent',
}

/** Ends the case's active booking; its time is free when the caller's transaction commits. `stale` when there is none. */
export async function releaseBooking(ctx: Ctx, found: Case, status: BookingEnd): Promise<Booking> {
  const booking = await findActiveBooking(ctx, found.id)
  if (!booking) return refuse('stale', { state: found.state })
  const [ended] = await ctx.db
    .update(bookings)
    .set({ status, endedAt: ctx.now() })
    .where(and(eq(bookings.id, booking.id), eq(bookings.status, 'active')))
    .returning()
  if (!ended) return refuse('stale', {})
  await endOpenCall(ctx, booking.id)
  await appendAudit(ctx, found.id, 'booking.ended', { booking: booking.id, status })
  await revealDraw(ctx, found, booking.id)
  if (status.startsWith('cancelled')) await queueCalendar(ctx, ended, true)
  const why = whys[status]
  if (why)
    await tellReviewer(ctx, booking, 'review-cancelled', { startsAt: booking.startsAt.toISOString(), code: found.code, why })
  return ended
}
