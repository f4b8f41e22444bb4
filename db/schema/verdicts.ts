import { sql } from 'drizzle-orm'
import { type AnyPgColumn, check, index, integer, jsonb, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import type { CheckResult, Conditions, FourEyesReason, Outcome, VerdictStatus } from '../values.ts'
import { bookings } from './bookings.ts'
import { cases } from './cases.ts'
import { bytea, id, moment } from './columns.ts'
import { staff } from './staff.ts'

/** What the reviewer found, one row a check and booking. */
export const findings = pgTable(
  'findings',
  {
    bookingId: uuid('booking_id')
      .notNull()
      .references(() => bookings.id),
    check: text('check_key').notNull(),
    result: text('result').$type<CheckResult>().notNull(),
    reason: text('reason'),
    note: bytea('note'),
    reviewerId: uuid('reviewer_id')
      .notNull()
      .references(() => staff.id),
    at: moment('at').notNull(),
  },
  t => [primaryKey({ columns: [t.bookingId, t.check] })],
)

/**
 * The one appeal that a case may have; its text sealed with the case's key. Never rewritten, no row goes, and the case leaves `appealed` only
 * with a verdict on it (triggers, migration).
 */
export const appeals = pgTable('appeals', {
  id: id(),
  caseId: uuid('case_id')
    .notNull()
    .unique()
    .references(() => cases.id),
  text: bytea('text').notNull(),
  at: moment('at').notNull(),
  /** who is asked to decide; anybody else who had no part may */
  assignedId: uuid('assigned_id').references(() => staff.id),
  decidedAt: moment('decided_at'),
})

/**
 * What was decided, and by whom. The content of a row never changes and no row goes (triggers, migration); the second person's word is
 * added once. The database refuses the first reviewer as the second, a case leaving `confirming` without a second, and an earlier reviewer on
 * an appeal (G6).
 */
export const verdicts = pgTable(
  'verdicts',
  {
    id: id(),
    caseId: uuid('case_id')
      .notNull()
      .references(() => cases.id),
    /** null: decided on the record, without a call */
    bookingId: uuid('booking_id').references(() => bookings.id),
    reviewerId: uuid('reviewer_id')
      .notNull()
      .references(() => staff.id),
    outcome: text('outcome').$type<Outcome>().notNull(),
    reasons: text('reasons').array().notNull(),
    conditions: jsonb('conditions').$type<Conditions>(),
    note: bytea('note'),
    idempotencyKey: text('idempotency_key').notNull().unique(),
    at: moment('at').notNull(),
    status: text('status').$type<VerdictStatus>().notNull().default('final'),
    fourEyes: text('four_eyes').array().$type<FourEyesReason[]>().notNull().default(sql`'{}'::text[]`),
    /** what was drawn for the random share, 0 to 9999 */
    draw: integer('draw'),
    /** who is asked for the second look */
    assignedId: uuid('assigned_id').references(() => staff.id),
    checkerId: uuid('checker_id').references(() => staff.id),
    checkedAt: moment('checked_at'),
    checkNote: bytea('check_note'),
    /** the verdict that this one replaces */
    overrules: uuid('overrules').references((): AnyPgColumn => verdicts.id),
    /** set from the appeal on: earlier reviewers are then refused */
    appealId: uuid('appeal_id').references(() => appeals.id),
  },
  t => [
    index('verdicts_by_case').on(t.caseId),
    index('verdicts_by_effect').on(sql`coalesce(${t.checkedAt}, ${t.at})`).where(sql`status = 'final'`),
    uniqueIndex('one_verdict_a_booking')
      .on(t.bookingId)
      .where(sql`status in ('pending', 'final') and overrules is null and appeal_id is null`),
    uniqueIndex('one_pending_verdict').on(t.caseId).where(sql`status = 'pending'`),
    check('escalated_is_not_final', sql`${t.outcome} <> 'escalated' or ${t.status} <> 'final'`),
    check('maker_is_not_checker', sql`${t.checkerId} <> ${t.reviewerId}`),
    check(
      'checked_by_a_second',
      sql`(${t.status} = 'pending') or (${t.status} = 'final' and ${t.fourEyes} = '{}') or (${t.checkerId} is not null and ${t.checkedAt} is not null)`,
    ),
  ],
)
