import { eq } from 'drizzle-orm'
import { cases } from '../../db/schema/cases.ts'
import { staff } from '../../db/schema/staff.ts'
import type { Ctx } from '../context.ts'
import type { MessageKind, MessageParams } from '../message/kinds.ts'
import { queueMessage } from '../message/queue.ts'
import type { Booking } from './load.ts'

/** Queues a message for the reviewer of a booking. */
export async function tellReviewer<K extends MessageKind>(
  ctx: Ctx,
  booking: Pick<Booking, 'reviewerId' | 'caseId'>,
  kind: K,
  params: MessageParams[K],
  expiresAt?: Date,
): Promise<void> {
  const [reviewer] = await ctx.db.select({ personId: staff.personId }).from(staff).where(eq(staff.id, booking.reviewerId))
  if (!reviewer) return
  await queueMessage(ctx, {
    personId: reviewer.personId,
    caseId: booking.caseId,
    kind,
    params,
    ...(expiresAt ? { expiresAt } : {}),
  })
}

/** A time was fixed: the reviewer hears of it. The applicant's card, which is due anyway, carries the link where the window is open already. */
export async function tellBooked(ctx: Ctx, booking: Booking, how: { now: boolean; moved: boolean }): Promise<void> {
  const { id: bookingId, version } = booking
  await Promise.all([
    how.now ? undefined : queueCalendar(ctx, booking, false),
    tellReviewer(ctx, booking, 'review-booked', { bookingId, version, startsAt: booking.startsAt.toISOString(), ...how }),
  ])
}

/** The calendar file for the applicant, or the one that takes it out again; worth nothing once the time has come. */
export async function queueCalendar(ctx: Ctx, booking: Booking, cancelled: boolean): Promise<void> {
  const { id: bookingId, version, caseId, startsAt } = booking
  const [found] = await ctx.db.select({ personId: cases.personId }).from(cases).where(eq(cases.id, caseId))
  if (!found || startsAt <= ctx.now()) return
  const params = { bookingId, version, cancelled }
  await queueMessage(ctx, { personId: found.personId, caseId, kind: 'calendar', params, expiresAt: startsAt })
}
