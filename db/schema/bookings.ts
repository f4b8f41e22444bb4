import { sql } from 'drizzle-orm'
import { check, index, integer, pgTable, primaryKey, smallint, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import type { BookingStatus } from '../values.ts'
import { bookingStatuses } from '../values.ts'
import { cases } from './cases.ts'
import { id, inWords, moment } from './columns.ts'
import { staff } from './staff.ts'

/**
 * A time kept for one case with one reviewer. While it is active or held, the exclusion constraint `one_reviewer_one_time`
 * (migration, since Drizzle cannot declare it) forbids an overlap of [starts_at, blocked_until) for the same reviewer (G1). A held
 * row is no booking yet: a time offered first to one case, until `held_until`.
 */
export const bookings = pgTable(
  'bookings',
  {
    id: id(),
    caseId: uuid('case_id')
      .notNull()
      .references(() => cases.id),
    reviewerId: uuid('reviewer_id')
      .notNull()
      .references(() => staff.id),
    startsAt: moment('starts_at').notNull(),
    endsAt: moment('ends_at').notNull(),
    /** end plus buffer */
    blockedUntil: moment('blocked_until').notNull(),
    /** raised by a move or a change of reviewer: revokes links, silences old reminders, SEQUENCE of the calendar file */
    version: integer('version').notNull().default(1),
    /** the applicant's links hold from this version on: another reviewer leaves them as they are */
    linksSince: integer('links_since').notNull().default(1),
    status: text('status').$type<BookingStatus>().notNull().default('active'),
    createdAt: moment('created_at').notNull(),
    /** when this version's time was chosen: reminders due before it are not sent */
    setAt: moment('set_at').notNull(),
    endedAt: moment('ended_at'),
    /** while held: until then for this case only */
    heldUntil: moment('held_until'),
    /** `linksSince` of the time to which the applicant said "I will come"; another time needs another yes */
    confirmedFor: integer('confirmed_for'),
  },
  t => [
    uniqueIndex('one_active_booking').on(t.caseId).where(sql`status = 'active'`),
    uniqueIndex('one_held_time').on(t.caseId).where(sql`status = 'held'`),
    index('bookings_by_start').on(t.startsAt).where(sql`status = 'active'`),
    index('bookings_by_reviewer').on(t.reviewerId, t.startsAt),
    check('booking_status', inWords(t.status, bookingStatuses)),
    check('held_until_when', sql`(${t.status} = 'held') = (${t.heldUntil} is not null)`),
    index('bookings_by_case').on(t.caseId),
    index('bookings_by_end').on(t.endedAt).where(sql`ended_at is not null`),
  ],
)

/** Who wants to hear of an earlier time. */
export const waits = pgTable('waits', {
  caseId: uuid('case_id')
    .primaryKey()
    .references(() => cases.id),
  /** the earliest time that was free when last looked: whatever is earlier than it has just become free */
  bestAt: moment('best_at'),
  since: moment('since').notNull(),
})

/** Who waits for a call right now, in the order of `turn_at`. */
export const places = pgTable(
  'places',
  {
    caseId: uuid('case_id')
      .primaryKey()
      .references(() => cases.id),
    turnAt: moment('turn_at').notNull(),
    /** turns that passed without the applicant coming: the place is kept once */
    passed: smallint('passed').notNull().default(0),
    /** called up: the booking that it became, and until when the applicant has to come */
    bookingId: uuid('booking_id').references(() => bookings.id),
    calledUntil: moment('called_until'),
    /** what the card says, so that it is drawn again when that changes */
    shownPlace: integer('shown_place'),
    shownMinutes: integer('shown_minutes'),
  },
  t => [index('places_by_turn').on(t.turnAt), uniqueIndex('one_place_a_booking').on(t.bookingId)],
)

/** Reminders already queued: unique by booking, version and kind, so a sweep may run twice (G2). */
export const reminders = pgTable(
  'reminders',
  {
    bookingId: uuid('booking_id')
      .notNull()
      .references(() => bookings.id),
    version: integer('version').notNull(),
    kind: text('kind').notNull(),
    at: moment('at').notNull(),
  },
  t => [primaryKey({ columns: [t.bookingId, t.version, t.kind] })],
)

/** Agendas already queued: the day's, and one before calls in the small hours, each once a reviewer and local date. */
export const agendas = pgTable(
  'agendas',
  {
    staffId: uuid('staff_id')
      .notNull()
      .references(() => staff.id),
    /** local, `2026-11-24`; `2026-11-24 early` for the small hours of that date */
    day: text('day').notNull(),
    at: moment('at').notNull(),
  },
  t => [primaryKey({ columns: [t.staffId, t.day] })],
)
