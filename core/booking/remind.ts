import { and, eq, gt, lte } from 'drizzle-orm'
import { bookings, places, reminders } from '../../db/schema/bookings.ts'
import { cases } from '../../db/schema/cases.ts'
import { people } from '../../db/schema/people.ts'
import { readAttendance } from '../call/presence.ts'
import { type Ctx, transact } from '../context.ts'
import type { ReminderKind } from '../message/kinds.ts'
import { queueMessage } from '../message/queue.ts'
import { awakeMoment } from '../message/quiet-hours.ts'
import { after, days, minutes, type Policy } from '../policy.ts'
import type { Booking } from './load.ts'
import { tellReviewer } from './tell.ts'

export interface Reminder {
  kind: ReminderKind
  dueAt: Date
  /** from then on it is worth nothing */
  expiresAt: Date
}

/** Nobody is reminded of what was booked or moved less than so long ago. */
const freshMinutes = 30

/**
 * The applicant's reminders of one booking: a day before, but not in the night; an hour before; when the link opens. Derived, never
 * stored ahead, so that a move leaves none behind. Left out is what would come right after the time was chosen.
 */
export function remindersOf(booking: Pick<Booking, 'startsAt' | 'setAt'>, timeZone: string, policy: Policy): Reminder[] {
  const before = (count: number) => after(booking.startsAt, -minutes(count))
  const latestOfDay = before(12 * 60)
  const all: Reminder[] = [
    { kind: 'day', dueAt: awakeMoment(before(24 * 60), latestOfDay, timeZone, policy), expiresAt: latestOfDay },
    { kind: 'hour', dueAt: before(60), expiresAt: before(20) },
    // the card, drawn when the time was chosen, carries an open link already
    {
      kind: 'ten',
      dueAt: before(policy.opensMinutesBefore),
      expiresAt: after(booking.startsAt, minutes(policy.missedAfterMinutes)),
    },
  ]
  return all.filter(({ kind, dueAt }) => dueAt >= after(booking.setAt, kind === 'ten' ? 0 : minutes(freshMinutes)))
}

/** Queues what is due now, once by booking, version and kind: the sweep may run twice, and after hours in which nobody swept. */
export async function queueReminders(ctx: Ctx): Promise<number> {
  const now = ctx.now()
  const active = await ctx.db
    .select({ booking: bookings, personId: cases.personId, timeZone: people.timeZone })
    .from(bookings)
    .innerJoin(cases, eq(cases.id, bookings.caseId))
    .innerJoin(people, eq(people.id, cases.personId))
    .where(
      and(
        eq(bookings.status, 'active'),
        eq(cases.state, 'booked'),
        // a day's reminder comes earlier where its hour would fall into the night
        lte(bookings.startsAt, after(now, days(2))),
        gt(bookings.startsAt, after(now, -minutes(ctx.policy.missedAfterMinutes))),
      ),
    )
  let queued = 0
  for (const { booking, personId, timeZone } of active) {
    for (const reminder of remindersOf(booking, timeZone ?? ctx.officeTimeZone, ctx.policy)) {
      if (reminder.dueAt > now || reminder.expiresAt <= now) continue
      if (await queueOnce(ctx, booking, reminder.kind, ctx => remind(ctx, booking, personId, reminder))) queued++
    }
    queued += await remindReviewer(ctx, booking)
    queued += await nudge(ctx, booking, personId)
  }
  return queued
}

async function remind(ctx: Ctx, booking: Booking, personId: string, { kind, expiresAt }: Reminder): Promise<void> {
  const { id: bookingId, version, caseId } = booking
  const startsAt = booking.startsAt.toISOString()
  await queueMessage(ctx, { personId, caseId, kind: 'reminder', params: { kind, bookingId, version, startsAt }, expiresAt })
}

/** Ten minutes before, whoever has the booking then; not for a call that begins at once, of which the reviewer has just heard. */
async function remindReviewer(ctx: Ctx, booking: Booking): Promise<number> {
  const dueAt = after(booking.startsAt, -minutes(ctx.policy.opensMinutesBefore))
  const expiresAt = after(booking.startsAt, minutes(ctx.policy.missedAfterMinutes))
  if (dueAt > ctx.now() || expiresAt <= ctx.now() || dueAt < booking.setAt) return 0
  const { id: bookingId, version } = booking
  const params = { bookingId, version, startsAt: booking.startsAt.toISOString() }
  const send = (ctx: Ctx) => tellReviewer(ctx, booking, 'review-reminder', params, expiresAt)
  return (await queueOnce(ctx, booking, 'review', send)) ? 1 : 0
}

/**
 * The applicant has not been there since the start, as `endMissed` sees it: one nudge with the link, some minutes after. Not where the
 * booking is a turn: that passes about then, which is said in its place.
 */
async function nudge(ctx: Ctx, booking: Booking, personId: string): Promise<number> {
  const dueAt = after(booking.startsAt, minutes(ctx.policy.nudgedAfterMinutes))
  const expiresAt = after(booking.startsAt, minutes(ctx.policy.missedAfterMinutes))
  if (dueAt > ctx.now() || expiresAt <= ctx.now() || (await readAttendance(ctx, booking)).applicant) return 0
  if (await isTurn(ctx, booking)) return 0
  const { id: bookingId, version, caseId } = booking
  const done = await queueOnce(ctx, booking, 'nudge', ctx =>
    queueMessage(ctx, { personId, caseId, kind: 'nudge', params: { bookingId, version }, expiresAt }),
  )
  return done ? 1 : 0
}

async function isTurn(ctx: Ctx, { id }: Booking): Promise<boolean> {
  const [turn] = await ctx.db.select({ caseId: places.caseId }).from(places).where(eq(places.bookingId, id))
  return turn !== undefined
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
