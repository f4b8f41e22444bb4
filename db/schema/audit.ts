import { sql } from 'drizzle-orm'
import { boolean, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import type { EvidenceStatus } from '../values.ts'
import { cases } from './cases.ts'
import { id, moment } from './columns.ts'
import { staff } from './staff.ts'

/** Append-only, hash-chained (G8). Chain: a case's id, or `desk`. The database refuses update, delete and truncate (migration). */
export const audit = pgTable(
  'audit',
  {
    chain: text('chain').notNull(),
    number: integer('number').notNull(),
    at: moment('at').notNull(),
    actor: text('actor').notNull(),
    action: text('action').notNull(),
    /** canonical JSON (RFC 8785); no personal value stands in it */
    body: text('body').notNull(),
    previous: text('previous').notNull(),
    hash: text('hash').notNull(),
  },
  t => [primaryKey({ columns: [t.chain, t.number] })],
)

/** Signed heads of chains (G8): the hash of an entry, signed with a key that is not in the database. Append-only like the trail itself. */
export const auditHeads = pgTable(
  'audit_heads',
  {
    chain: text('chain').notNull(),
    number: integer('number').notNull(),
    hash: text('hash').notNull(),
    /** Ed25519 over the text of core/audit/head.ts, base64url */
    signature: text('signature').notNull(),
    /** which key signed: the first 16 hex digits of its SHA-256 */
    keyId: text('key_id').notNull(),
    at: moment('at').notNull().default(sql`clock_timestamp()`),
  },
  t => [primaryKey({ columns: [t.chain, t.number] })],
)

/** Chains with entries that the sweep has not signed yet. Machine time. */
export const auditUnsigned = pgTable('audit_unsigned', {
  chain: text('chain').primaryKey(),
  since: moment('since').notNull().default(sql`clock_timestamp()`),
})

/** Evidence files that admins asked for; the bytes, sealed for download with a passphrase, lie in the file store under `id` for a day. */
export const evidenceFiles = pgTable('evidence_files', {
  id: id(),
  caseId: uuid('case_id')
    .notNull()
    .references(() => cases.id),
  /** who asked */
  staffId: uuid('staff_id')
    .notNull()
    .references(() => staff.id),
  /** document number, notes of staff and the salt of the commitments are in it */
  full: boolean('full').notNull(),
  status: text('status').$type<EvidenceStatus>().notNull().default('queued'),
  /** machine time: taken by a worker; one that died is taken over after a while */
  takenAt: moment('taken_at'),
  createdAt: moment('created_at').notNull(),
  doneAt: moment('done_at'),
  size: integer('size'),
  /** of the encrypted archive, hex */
  sha256: text('sha256'),
})

/** Exports of the desk's cases and verdicts that admins asked for; the bytes, sealed with a passphrase, lie in the file store under `id` for a day. */
export const deskExports = pgTable('desk_exports', {
  id: id(),
  /** who asked */
  staffId: uuid('staff_id')
    .notNull()
    .references(() => staff.id),
  /** of cases begun within so many days; null: all */
  days: integer('days'),
  status: text('status').$type<EvidenceStatus>().notNull().default('queued'),
  /** machine time: taken by a worker; one that died is taken over after a while */
  takenAt: moment('taken_at'),
  createdAt: moment('created_at').notNull(),
  doneAt: moment('done_at'),
  rows: integer('rows'),
  /** of the encrypted archive, hex */
  sha256: text('sha256'),
})
