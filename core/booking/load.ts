import { and, desc, eq } from 'drizzle-orm'
import { bookings } from '../../db/schema/bookings.ts'
import type { Ctx } from '../context.ts'
import { after, minutes, type Policy } from '../policy.ts'

export type Booking = typeof bookings.$inferSelect

/** The case's booking that holds its time now; a case has one at most (index one_active_booking). */
export async function findActiveBooking(ctx: Ctx, caseId: string): Promise<Booking | undefined> {
  const [found] = await ctx.db
    .select()
    .from(bookings)
    .where(and(eq(bookings.caseId, caseId), eq(bookings.status, 'active')))
  return found
}

export async function findLatestBooking(ctx: Ctx, caseId: string): Promise<Booking | undefined> {
  const [found] = await ctx.db
    .select()
    .from(bookings)
    .where(eq(bookings.caseId, caseId))
    .orderBy(desc(bookings.createdAt))
    .limit(1)
  return found
}

/** When a first join is possible: from so long before the start until the applicant counts as missing. */
export function joinWindow(booking: Pick<Booking, 'startsAt'>, policy: Policy): { opensAt: Date; closesAt: Date } {
  return {
    opensAt: after(booking.startsAt, -minutes(policy.opensMinutesBefore)),
    closesAt: after(booking.startsAt, minutes(policy.missedAfterMinutes)),
  }
}
