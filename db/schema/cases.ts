import { sql } from 'drizzle-orm'
import {
  bigint,
  bigserial,
  boolean,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import type { CaseState, Locale, Scope } from '../values.ts'
import { devices, orders } from './catalogue.ts'
import { bytea, id, moment } from './columns.ts'
import { people } from './people.ts'

/** One application and all that happens to it. `state` changes only through core/case/change-state.ts. */
export const cases = pgTable(
  'cases',
  {
    id: id(),
    code: text('code').notNull().unique(),
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id),
    state: text('state').$type<CaseState>().notNull(),
    /** raised by every change of state: compare-and-swap, and the version that buttons carry */
    version: integer('version').notNull().default(1),
    scope: text('scope').array().$type<Scope[]>().notNull(),
    attempts: integer('attempts').notNull().default(0),
    misses: integer('misses').notNull().default(0),
    /** every waiting state has one; kept by jobs/sweeps */
    deadlineAt: moment('deadline_at'),
    /** why a person must decide; null: nobody need */
    hold: text('hold'),
    orderCode: text('order_code').references(() => orders.code),
    deviceId: text('device_id').references(() => devices.id),
    termMonths: integer('term_months'),
    /** the case's own key, wrapped by the master key; null after erasure */
    sealedKey: bytea('sealed_key'),
    cardMessageId: bigint('card_message_id', { mode: 'number' }),
    createdAt: moment('created_at').notNull(),
    submittedAt: moment('submitted_at'),
    decidedAt: moment('decided_at'),
    /** from when a new application is welcome, after a rejection; null with state rejected: never */
    againAt: moment('again_at'),
    /** the verdict's clock: when somebody was reminded, and the promise slipped, in this state; and the applicant told that the wait is over */
    remindedAt: moment('reminded_at'),
    slippedAt: moment('slipped_at'),
    againToldAt: moment('again_told_at'),
    /** the wait was shortened by a passed rehearsal; once a verdict */
    shortenedAt: moment('shortened_at'),
    /** the applicant was asked to write the appeal: the next text in the chat is it */
    appealAskedAt: moment('appeal_asked_at'),
  },
  t => [
    index('cases_by_person').on(t.personId, t.createdAt),
    index('cases_by_state').on(t.state, t.deadlineAt, t.id),
    // the queue (core/case/queue-filters.ts): whose conditions these are, word for word
    index('cases_on_hold')
      .on(t.deadlineAt, t.id)
      .where(
        sql`hold is not null and state in ('submitted', 'invited', 'booked', 'reviewing', 'confirming', 'conditional', 'appealed')`,
      ),
    index('cases_waiting')
      .on(t.deadlineAt, t.id)
      .where(sql`hold is null and state in ('submitted', 'invited', 'reviewing', 'confirming', 'conditional', 'appealed')`),
    uniqueIndex('one_running_case').on(t.personId).where(sql`state not in ('approved', 'rejected', 'withdrawn', 'lapsed')`),
  ],
)

/** What the applicant said, sealed with the case's key. Unconfirmed: known (from an order, by `back`), to be asked again. */
export const answers = pgTable(
  'answers',
  {
    caseId: uuid('case_id')
      .notNull()
      .references(() => cases.id),
    field: text('field').notNull(),
    value: bytea('value').notNull(),
    confirmed: boolean('confirmed').notNull(),
    answeredAt: moment('answered_at').notNull(),
  },
  t => [primaryKey({ columns: [t.caseId, t.field] })],
)

export const consents = pgTable(
  'consents',
  {
    caseId: uuid('case_id')
      .notNull()
      .references(() => cases.id),
    kind: text('kind').notNull(),
    given: boolean('given').notNull(),
    version: text('version').notNull(),
    /** SHA-256 of the very text that was shown */
    textHash: text('text_hash').notNull(),
    locale: text('locale').$type<Locale>().notNull(),
    at: moment('at').notNull(),
    /** taken back later: `given` is then false. When it was given, and to which text, stays in the audit trail */
    withdrawnAt: moment('withdrawn_at'),
  },
  t => [primaryKey({ columns: [t.caseId, t.kind] })],
)

/** Pictures; the bytes lie sealed in the file store under `id`. */
export const files = pgTable(
  'files',
  {
    id: id(),
    caseId: uuid('case_id')
      .notNull()
      .references(() => cases.id),
    kind: text('kind').notNull(),
    mime: text('mime').notNull(),
    size: integer('size').notNull(),
    /** keyed hash (core/lookup/hash.ts) of the bytes before sealing, hex: equal pictures have equal ones */
    sha256: text('sha256').notNull(),
    /** 64 bits that pictures which look alike share, but for a few; sealed with the case's key. Null: too plain to tell */
    fingerprint: bytea('fingerprint'),
    createdAt: moment('created_at').notNull(),
  },
  t => [index('files_by_case').on(t.caseId)],
)

/** What outside systems may be told: one row a change of state, written by core/case/change-state.ts in its transaction. Nothing personal. */
export const events = pgTable(
  'events',
  {
    /** also the order; a webhook may carry it as its idempotency key */
    id: bigserial('id', { mode: 'number' }).primaryKey(),
    caseCode: text('case_code').notNull(),
    /** `case.<state>` */
    type: text('type').notNull(),
    /** null: the case began */
    from: text('from_state').$type<CaseState>(),
    state: text('state').$type<CaseState>().notNull(),
    at: moment('at').notNull(),
    /** core/case/events.ts: order, outcome, reasons, conditions, the date from which to apply again */
    payload: jsonb('payload').$type<Record<string, unknown>>().notNull(),
  },
  t => [index('events_by_case').on(t.caseCode), index('events_by_time').on(t.at)],
)
