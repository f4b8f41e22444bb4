import { bigserial, index, integer, jsonb, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import type { CallFlagKind, DrawInputs, PromptKind } from '../values.ts'
import { bookings } from './bookings.ts'
import { cases } from './cases.ts'
import { bytea, id, moment } from './columns.ts'
import { staff } from './staff.ts'

const bookingId = () =>
  uuid('booking_id')
    .notNull()
    .references(() => bookings.id)
const staffId = (name: string) =>
  uuid(name)
    .notNull()
    .references(() => staff.id)

/** What chance holds for one booking's call, made once: the database refuses a change (trigger, migration). */
export const draws = pgTable('draws', {
  bookingId: uuid('booking_id')
    .primaryKey()
    .references(() => bookings.id),
  caseId: uuid('case_id')
    .notNull()
    .references(() => cases.id),
  /** seed(16) and salt(16), sealed with the case's key; in the trail once the call is over */
  secret: bytea('secret').notNull(),
  /** SHA-256 of salt and seed, hex: in the trail before the call */
  hash: text('hash').notNull(),
  /** what the draw depends on besides; nothing personal */
  inputs: jsonb('inputs').$type<DrawInputs>().notNull(),
  at: moment('at').notNull(),
})

/** What the reviewer noted at one part of a check: one row a part and booking, the last word counts. */
export const observations = pgTable(
  'observations',
  {
    bookingId: bookingId(),
    /** such as `question.why-this-one`, `place`: core/draw/parts.ts */
    part: text('part').notNull(),
    value: text('value').notNull(),
    /** sealed with the case's key */
    note: bytea('note'),
    reviewerId: staffId('reviewer_id'),
    at: moment('at').notNull(),
  },
  t => [primaryKey({ columns: [t.bookingId, t.part] })],
)

/** Codes sent to be spoken. The digits are derived (core/draw/spoken-code.ts) and stand nowhere. */
export const spokenCodes = pgTable(
  'spoken_codes',
  {
    bookingId: bookingId(),
    /** from 1 */
    number: integer('number').notNull(),
    sentAt: moment('sent_at').notNull(),
    expiresAt: moment('expires_at').notNull(),
    /** how often what was heard was typed */
    tries: integer('tries').notNull().default(0),
    /** spoken, given up, or replaced by the next */
    endedAt: moment('ended_at'),
  },
  t => [primaryKey({ columns: [t.bookingId, t.number] })],
)

/** What the applicant's page asks for right now; a reload finds it again. */
export const prompts = pgTable('prompts', {
  bookingId: uuid('booking_id')
    .primaryKey()
    .references(() => bookings.id),
  kind: text('kind').$type<PromptKind>().notNull(),
  /** of a movement: which */
  detail: text('detail'),
  /** of a code: until when the picture may be away. Desk time */
  until: moment('until'),
  at: moment('at').notNull(),
})

/** Cameras whose name is that of a program, by the program's key: the name itself may hold a person's and is not kept. */
export const virtualCameras = pgTable(
  'virtual_cameras',
  { bookingId: bookingId(), product: text('product').notNull(), at: moment('at').notNull() },
  t => [primaryKey({ columns: [t.bookingId, t.product] })],
)

/** What a reviewer marked in silence during the call; the applicant sees nothing of it. */
export const callFlags = pgTable(
  'call_flags',
  {
    id: id(),
    caseId: uuid('case_id')
      .notNull()
      .references(() => cases.id),
    bookingId: bookingId(),
    kind: text('kind').$type<CallFlagKind>().notNull(),
    /** sealed with the case's key */
    note: bytea('note'),
    reviewerId: staffId('reviewer_id'),
    at: moment('at').notNull(),
    withdrawnAt: moment('withdrawn_at'),
  },
  t => [index('call_flags_by_case').on(t.caseId)],
)

/** A running call that another reviewer took over. */
export const handovers = pgTable(
  'handovers',
  {
    id: id(),
    bookingId: bookingId(),
    fromId: staffId('from_id'),
    toId: staffId('to_id'),
    /** sealed with the case's key */
    note: bytea('note').notNull(),
    at: moment('at').notNull(),
  },
  t => [index('handovers_by_booking').on(t.bookingId)],
)

/** The applicant asked for help without anybody at their side noticing. For staff only. */
export const helpCalls = pgTable(
  'help_calls',
  {
    id: bigserial('id', { mode: 'number' }).primaryKey(),
    bookingId: bookingId(),
    at: moment('at').notNull(),
    /** the reviewer has seen it */
    seenAt: moment('seen_at'),
  },
  t => [uniqueIndex('help_calls_by_booking').on(t.bookingId, t.at)],
)
