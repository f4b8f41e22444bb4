import { and, eq, gt, lte } from 'drizzle-orm'
import { bookings, cases, reminders } from '../../db/schema.ts'
import { whoCame } from '../call/presence.ts'
import { type Ctx, transact } from '../context.ts'
import type { ReminderKind } from '../message/kinds.ts'
import { queueMessage } from '../message/queue.ts'
import { after, days, minutes } from '../policy.ts'
import type { Booking } from './load.ts'
import { tellReviewer } from './tell.ts'

/** How long before the start each is due, and until how long before the start it is still worth sending. */
const kinds: readonly { kind: ReminderKind; before: number; until: number }[] = [
  { kind: 'day', before: days(1), until: minutes(12 * 60) },
  { kind: 'hour', before: minutes(60), until: minutes(20) },
  { kind: 'ten', before: minutes(10), until: minutes(-10) },
]

/**
 * Queues the reminders that are due now. They are derived from the bookings, not stored ahead: unique by booking, version and kind,
 * so a sweep may run twice and a move leaves none behind. One whose moment lay before the time was chosen is not sent at all.
 */
export async function queueReminders(ctx: Ctx): Promise<number> {
  const now = ctx.now()
  const active = await ctx.db
    .select({ booking: bookings, personId: cases.personId, state: cases.state })
    .from(bookings)
    .innerJoin(cases, eq(cases.id, bookings.caseId))
    .where(
      and(
        eq(bookings.status, 'active'),
        lte(bookings.startsAt, after(now, days(1))),
        gt(bookings.startsAt, after(now, -minutes(10))),
      ),
    )
  let queued = 0
  for (const { booking, personId, state } of active) {
    if (state !== 'booked') continue
    for (const { kind, before, until } of kinds) {
      const dueAt = after(booking.startsAt, -before)
      const expiresAt = after(booking.startsAt, -until)
      if (dueAt > now || expiresAt <= now || dueAt < booking.setAt) continue
      if (await queueOnce(ctx, booking, kind, ctx => remind(ctx, booking, personId, kind, expiresAt))) queued++
    }
    queued += await nudge(ctx, booking, personId)
  }
  return queued
}

async function remind(ctx: Ctx, booking: Booking, personId: string, kind: ReminderKind, expiresAt: Date): Promise<void> {
  const { id: bookingId, version, caseId } = booking
  const startsAt = booking.startsAt.toISOString()
  await queueMessage(ctx, { personId, caseId, kind: 'reminder', params: { kind, bookingId, version, startsAt }, expiresAt })
  if (kind === 'ten') await tellReviewer(ctx, booking, 'review-reminder', { bookingId, version, startsAt }, expiresAt)
}

/** The applicant is not there some minutes after the start: one nudge with the link. */
async function nudge(ctx: Ctx, booking: Booking, personId: string): Promise<number> {
  const dueAt = after(booking.startsAt, minutes(ctx.policy.nudgedAfterMinutes))
  const expiresAt = after(booking.startsAt, minutes(ctx.policy.missedAfterMinutes))
  if (dueAt > ctx.now() || expiresAt <= ctx.now() || (await whoCame(ctx, booking.id)).has('applicant')) return 0
  const { id: bookingId, version, caseId } = booking
  const done = await queueOnce(ctx, booking, 'nudge', ctx =>
    queueMessage(ctx, { personId, caseId, kind: 'nudge', params: { bookingId, version }, expiresAt }),
  )
  return done ? 1 : 0
}

/** Runs `send` in one transaction with the mark that it was done; false when it had been done before. */
export async function queueOnce(ctx: Ctx, booking: Booking, kind: string, send: (ctx: Ctx) => Promise<void>): Promise<boolean> {
  return transact(ctx, async ctx => {
    const marked = await ctx.db
      .insert(reminders)
      .values({ bookingId: booking.id, version: booking.version, kind, at: ctx.now() })
      .onConflictDoNothing()
      .returning()
    if (marked.length === 0) return false
    await send(ctx)
    return true
  })
}
