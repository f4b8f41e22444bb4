import { sql } from 'drizzle-orm'
import { index, integer, pgTable, primaryKey, text, timestamp, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { bookings } from './bookings.ts'
import { calls } from './calls.ts'
import { cases, files } from './cases.ts'
import { id, moment } from './columns.ts'
import { staff } from './staff.ts'

/** One stretch of a recorded call: from its begin to the end of the call, a reload of the console or its crash. */
export const recordings = pgTable(
  'recordings',
  {
    id: id(),
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
    /** as the browser wrote it, with its codecs */
    mime: text('mime').notNull(),
    startedAt: moment('started_at').notNull(),
    /** no chunk is taken any more */
    endedAt: moment('ended_at'),
    /** its chunks have become a file that can be sought in */
    finishedAt: moment('finished_at'),
    durationMs: integer('duration_ms'),
    /** of the finished file, in bytes */
    size: integer('size'),
    /** the last chunk came; a worker took it to finish it. Machine time */
    heardAt: timestamp('heard_at', { withTimezone: true }).notNull().defaultNow(),
    takenAt: timestamp('taken_at', { withTimezone: true }),
  },
  t => [
    index('recordings_by_case').on(t.caseId, t.startedAt),
    uniqueIndex('one_open_recording').on(t.bookingId).where(sql`ended_at is null`),
    index('recordings_unfinished').on(t.endedAt).where(sql`finished_at is null`),
  ],
)

/** The sealed bytes of a recording, in order: the chunks as they came, then the pieces of the finished file in their place. */
export const recordingParts = pgTable(
  'recording_parts',
  {
    recordingId: uuid('recording_id')
      .notNull()
      .references(() => recordings.id),
    stage: text('stage').$type<'chunk' | 'piece'>().notNull(),
    number: integer('number').notNull(),
    /** before sealing, in bytes */
    size: integer('size').notNull(),
    fileId: uuid('file_id')
      .notNull()
      .references(() => files.id, { onDelete: 'cascade' }),
  },
  t => [primaryKey({ columns: [t.recordingId, t.stage, t.number] }), index('recording_parts_by_file').on(t.fileId)],
)
