import { index, jsonb, pgTable, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import type { PartResult, RehearsalPart } from '../values.ts'
import { cases } from './cases.ts'
import { id, moment } from './columns.ts'

/** One try of camera, sound, light and network, on the applicant's own device and before the call. */
export const rehearsals = pgTable(
  'rehearsals',
  {
    id: id(),
    caseId: uuid('case_id')
      .notNull()
      .references(() => cases.id),
    /** the page's own name for it: one a load of the page */
    run: uuid('run').notNull(),
    startedAt: moment('started_at').notNull(),
    /** told in the chat; null while it runs, and again while a part of it is repeated */
    finishedAt: moment('finished_at'),
    /** by part, with the figures as the browser measured them */
    results: jsonb('results').$type<Partial<Record<RehearsalPart, PartResult>>>().notNull(),
  },
  t => [uniqueIndex('one_rehearsal_a_run').on(t.caseId, t.run), index('rehearsals_by_case').on(t.caseId, t.finishedAt)],
)
