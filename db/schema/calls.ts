import { sql } from 'drizzle-orm'
import { bigserial, boolean, index, integer, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import type { RoomRole } from '../values.ts'
import { bookings } from './bookings.ts'
import { bytea, id, moment } from './columns.ts'

/** One meeting in the room. A call that broke off and begins again within the window is a new row of the same booking. */
export const calls = pgTable(
  'calls',
  {
    id: id(),
    bookingId: uuid('booking_id')
      .notNull()
      .references(() => bookings.id),
    step: text('step').notNull().default('waiting'),
    openedAt: moment('opened_at').notNull(),
    /** both present for the first time */
    metAt: moment('met_at'),
    /** the applicant's camera was on while both were there, for the first time */
    pictureAt: moment('picture_at'),
    endedAt: moment('ended_at'),
  },
  t => [uniqueIndex('one_open_call').on(t.bookingId).where(sql`ended_at is null`), index('calls_by_booking').on(t.bookingId)],
)

/** Who may sit, and does: one device a person and booking version (G5). A new session replaces the one before it. */
export const seats = pgTable(
  'seats',
  {
    bookingId: uuid('booking_id')
      .notNull()
      .references(() => bookings.id),
    version: integer('version').notNull(),
    role: text('role').$type<RoomRole>().notNull(),
    device: text('device').notNull(),
    /** another device that asked to take over; the owner answers in the chat */
    askedDevice: text('asked_device'),
    session: uuid('session'),
    camera: boolean('camera').notNull().default(false),
    microphone: boolean('microphone').notNull().default(false),
    /** machine time of the last sign of life; null: not in the room */
    seenAt: moment('seen_at'),
  },
  t => [primaryKey({ columns: [t.bookingId, t.version, t.role] })],
)

/** Who was in the room when, as the server saw it. */
export const presences = pgTable(
  'presences',
  {
    id: bigserial('id', { mode: 'number' }).primaryKey(),
    callId: uuid('call_id')
      .notNull()
      .references(() => calls.id),
    role: text('role').$type<RoomRole>().notNull(),
    session: uuid('session').notNull().unique(),
    joinedAt: moment('joined_at').notNull(),
    leftAt: moment('left_at'),
  },
  t => [index('presences_by_call').on(t.callId)],
)

/** Room frames on their way from one API process to another: stored, then their id notified (a payload holds 7,999 bytes). */
export const frames = pgTable('frames', {
  id: bigserial('id', { mode: 'number' }).primaryKey(),
  bookingId: uuid('booking_id').notNull(),
  toRole: text('to_role').$type<'applicant' | 'reviewer' | 'both'>().notNull(),
  /** sealed with the desk's key: a line of text may hold personal data */
  body: bytea('body').notNull(),
  createdAt: moment('created_at').notNull().default(sql`clock_timestamp()`),
})
