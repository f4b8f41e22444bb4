import { sql } from 'drizzle-orm'
import { check, index, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import type { Outcome } from '../values.ts'
import { cases } from './cases.ts'
import { bytea, id, moment } from './columns.ts'
import { staff } from './staff.ts'
import { verdicts } from './verdicts.ts'

/**
 * Finished cases that were drawn to be reviewed once more, blind: by somebody who had no part in them and does not know what was decided.
 * Changes no verdict. What was found is not rewritten, no row goes, and the database refuses a reader who had a part (triggers, migration).
 */
export const blindReviews = pgTable(
  'blind_reviews',
  {
    id: id(),
    caseId: uuid('case_id')
      .notNull()
      .unique()
      .references(() => cases.id),
    /** the verdict that it is held against */
    verdictId: uuid('verdict_id')
      .notNull()
      .references(() => verdicts.id),
    /** 0 to 9999 */
    draw: integer('draw').notNull(),
    drawnAt: moment('drawn_at').notNull(),
    /** who is asked; anybody else who had no part may be quicker */
    assignedId: uuid('assigned_id').references(() => staff.id),
    /** who has it open, since when; one that is left lying is free again */
    readerId: uuid('reader_id').references(() => staff.id),
    openedAt: moment('opened_at'),
    doneAt: moment('done_at'),
    outcome: text('outcome').$type<Outcome>(),
    reasons: text('reasons').array(),
    note: bytea('note'),
    /** handed to the admins, with what the reader says about it */
    raisedAt: moment('raised_at'),
    raisedNote: bytea('raised_note'),
  },
  t => [
    index('blind_reviews_open').on(t.drawnAt).where(sql`done_at is null`),
    index('blind_reviews_done').on(t.doneAt),
    check(
      'blind_review_is_whole',
      sql`(${t.doneAt} is null) = (${t.outcome} is null) and (${t.doneAt} is null or (${t.readerId} is not null and ${t.reasons} is not null))`,
    ),
  ],
)
