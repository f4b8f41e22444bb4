import { sql } from 'drizzle-orm'
import { check, doublePrecision, index, integer, jsonb, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { type CaptureKind, type EntryField, type FaceMeasure, faceMeasures, type PointJudgements } from '../values.ts'
import { bookings } from './bookings.ts'
import { calls } from './calls.ts'
import { cases, files } from './cases.ts'
import { bytea, inWords, moment } from './columns.ts'
import { staff } from './staff.ts'

/**
 * Stills that the reviewer took from the call; bytes, type and keyed hash are in `files` under the same id. Whatever is known of a picture
 * goes with it: a file that is taken away takes its rows here along.
 */
export const captures = pgTable(
  'captures',
  {
    id: uuid('id')
      .primaryKey()
      .references(() => files.id, { onDelete: 'cascade' }),
    caseId: uuid('case_id')
      .notNull()
      .references(() => cases.id),
    bookingId: uuid('booking_id')
      .notNull()
      .references(() => bookings.id),
    callId: uuid('call_id')
      .notNull()
      .references(() => calls.id),
    reviewerId: uuid('reviewer_id')
      .notNull()
      .references(() => staff.id),
    kind: text('kind').$type<CaptureKind>().notNull(),
    width: integer('width').notNull(),
    height: integer('height').notNull(),
    takenAt: moment('taken_at').notNull(),
    /** a better one was taken; this one stays for as long as the others do */
    replacedAt: moment('replaced_at'),
  },
  t => [
    index('captures_by_case').on(t.caseId),
    uniqueIndex('one_present_capture').on(t.bookingId, t.kind).where(sql`replaced_at is null`),
  ],
)

/** What the reviewer typed from the card before seeing what the applicant had typed; one row a booking and reviewer. */
export const blindEntries = pgTable(
  'blind_entries',
  {
    bookingId: uuid('booking_id')
      .notNull()
      .references(() => bookings.id),
    reviewerId: uuid('reviewer_id')
      .notNull()
      .references(() => staff.id),
    tries: integer('tries').notNull(),
    /** what differed at the last try; empty: nothing did */
    differs: text('differs').array().$type<EntryField[]>().notNull(),
    /** the last try, sealed with the case's key */
    typed: bytea('typed').notNull(),
    /** it matched, or the tries are used up: the application's own values are shown from here on */
    settledAt: moment('settled_at'),
  },
  t => [primaryKey({ columns: [t.bookingId, t.reviewerId] }), check('two_tries', sql`${t.tries} between 1 and 2`)],
)

/** Five points of the two faces compared by eye, of exactly these two captures. */
export const faceComparisons = pgTable(
  'face_comparisons',
  {
    cardId: uuid('card_id')
      .notNull()
      .references(() => captures.id, { onDelete: 'cascade' }),
    faceId: uuid('face_id')
      .notNull()
      .references(() => captures.id, { onDelete: 'cascade' }),
    points: jsonb('points').$type<PointJudgements>().notNull(),
    reviewerId: uuid('reviewer_id')
      .notNull()
      .references(() => staff.id),
    at: moment('at').notNull(),
  },
  t => [primaryKey({ columns: [t.cardId, t.faceId] })],
)

/** What a machine measured between exactly these two captures, with the applicant's consent; it advises and decides nothing (G10). */
export const faceDistances = pgTable(
  'face_distances',
  {
    cardId: uuid('card_id')
      .notNull()
      .references(() => captures.id, { onDelete: 'cascade' }),
    faceId: uuid('face_id')
      .notNull()
      .references(() => captures.id, { onDelete: 'cascade' }),
    outcome: text('outcome').$type<FaceMeasure>().notNull(),
    /** Euclidean, between two descriptors that were kept nowhere; null where a face was missing */
    distance: doublePrecision('distance'),
    /** by what, e.g. `face_recognition_model`, `@vladmandic/face-api 1.7.15` */
    model: text('model').notNull(),
    version: text('version').notNull(),
    /** keyed hashes of the very bytes, as in `files`: also where a picture is gone from a copy of the record, it says of what it speaks */
    cardHash: text('card_hash').notNull(),
    faceHash: text('face_hash').notNull(),
    reviewerId: uuid('reviewer_id')
      .notNull()
      .references(() => staff.id),
    at: moment('at').notNull(),
  },
  t => [
    primaryKey({ columns: [t.cardId, t.faceId] }),
    check('known_measure', inWords(t.outcome, faceMeasures)),
    check('distance_where_measured', sql`(${t.outcome} = 'measured') = (${t.distance} is not null)`),
  ],
)
