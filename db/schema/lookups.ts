import { index, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import type { FlagKind, LookupKind } from '../values.ts'
import { cases } from './cases.ts'
import { bytea, moment } from './columns.ts'

/** Keys of the desk that outlive a change of MASTER_KEY: random, wrapped by it. `lookup` makes the hashes of `lookups`. */
export const deskKeys = pgTable('desk_keys', {
  name: text('name').primaryKey(),
  sealed: bytea('sealed').notNull(),
  createdAt: moment('created_at').notNull(),
})

/**
 * What a handed-in case can be found and compared by: keyed hashes (HMAC-SHA256, 16 bytes) of normalised values, never the values.
 * After erasure only the document number's is left, for as long as the policy says.
 */
export const lookups = pgTable(
  'lookups',
  {
    caseId: uuid('case_id')
      .notNull()
      .references(() => cases.id),
    kind: text('kind').$type<LookupKind>().notNull(),
    hash: bytea('hash').notNull(),
    createdAt: moment('created_at').notNull(),
  },
  t => [primaryKey({ columns: [t.caseId, t.kind, t.hash] }), index('lookups_by_hash').on(t.kind, t.hash)],
)

/** Evidence for a person to weigh, with the case that it points at (core/flag/rules.ts). It decides nothing by itself. */
export const flags = pgTable(
  'flags',
  {
    caseId: uuid('case_id')
      .notNull()
      .references(() => cases.id),
    kind: text('kind').$type<FlagKind>().notNull(),
    evidenceCaseId: uuid('evidence_case_id')
      .notNull()
      .references(() => cases.id),
    createdAt: moment('created_at').notNull(),
  },
  t => [primaryKey({ columns: [t.caseId, t.kind, t.evidenceCaseId] })],
)
