import { sql } from 'drizzle-orm'
import { check, index, pgTable, primaryKey, smallint, text, uuid } from 'drizzle-orm/pg-core'
import type { StaffRole, StaffStatus } from '../values.ts'
import { id, moment } from './columns.ts'
import { people } from './people.ts'

/** Members of staff. A removed one keeps the row (the audit trail and bookings point at it) and loses every right. */
export const staff = pgTable('staff', {
  id: id(),
  personId: uuid('person_id')
    .notNull()
    .unique()
    .references(() => people.id),
  name: text('name').notNull(),
  roles: text('roles').array().$type<StaffRole[]>().notNull(),
  timeZone: text('time_zone').notNull(),
  status: text('status').$type<StaffStatus>().notNull().default('offline'),
  /** share of the bookings: a weight of two takes twice as many as a weight of one */
  weight: smallint('weight').notNull().default(1),
  /** spoken, as primary tags (zh, en); empty: not stated */
  languages: text('languages').array().notNull().default(sql`'{}'::text[]`),
  /** calls on one local date of the member; null: no limit */
  dailyLimit: smallint('daily_limit'),
  removedAt: moment('removed_at'),
  createdAt: moment('created_at').notNull(),
})

/** When a member is away (ill, on leave): nothing is booked then, and what was booked went to somebody else. */
export const absences = pgTable(
  'absences',
  {
    id: id(),
    staffId: uuid('staff_id')
      .notNull()
      .references(() => staff.id),
    fromAt: moment('from_at').notNull(),
    untilAt: moment('until_at').notNull(),
  },
  t => [index('absences_by_staff').on(t.staffId, t.untilAt), check('absence_order', sql`${t.fromAt} < ${t.untilAt}`)],
)

/** Console sign-ins; the cookie's value is kept as a hash only. Machine time. */
export const sessions = pgTable('sessions', {
  tokenHash: text('token_hash').primaryKey(),
  /** names the sign-in on a button; nothing can be opened with it */
  id: uuid('id').notNull().unique().default(sql`gen_random_uuid()`),
  staffId: uuid('staff_id')
    .notNull()
    .references(() => staff.id),
  /** such as `Chrome · Windows`; empty when the browser does not say */
  browser: text('browser').notNull().default(''),
  createdAt: moment('created_at').notNull(),
  expiresAt: moment('expires_at').notNull(),
})

/**
 * Which browser has used a link that signs in (G5): the first one signs in with it, another only after its owner's yes in the chat. A door
 * is what the link names (core/staff/door.ts).
 */
export const linkDoors = pgTable(
  'link_doors',
  {
    door: text('door').notNull(),
    reviewerId: uuid('reviewer_id')
      .notNull()
      .references(() => staff.id),
    device: text('device').notNull(),
    askedDevice: text('asked_device'),
  },
  t => [primaryKey({ columns: [t.door, t.reviewerId] })],
)
