import { sql } from 'drizzle-orm'
import {
  type AnyPgColumn,
  bigint,
  bigserial,
  boolean,
  check,
  customType,
  date,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  timestamp,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import type {
  BlockReason,
  BookingStatus,
  CaseState,
  CheckResult,
  Conditions,
  EvidenceStatus,
  FlagKind,
  FourEyesReason,
  Locale,
  LookupKind,
  MessageStatus,
  Outcome,
  RoomRole,
  Scope,
  StaffRole,
  StaffStatus,
  VerdictStatus,
} from './values.ts'
import { bookingStatuses } from './values.ts'

/** Bytes; sealed values are `iv(12) | tag(16) | ciphertext` (AES-256-GCM), see core/vault/seal.ts. */
const bytea = customType<{ data: Buffer; driverData: Buffer }>({ dataType: () => 'bytea' })
const moment = (name: string) => timestamp(name, { withTimezone: true, precision: 3 })
const id = () => uuid('id').primaryKey()
/** The database keeps to a closed set of words too. */
const inWords = (column: AnyPgColumn, words: readonly string[]) =>
  sql`${column} in (${sql.raw(words.map(word => `'${word}'`).join(', '))})`

/** Everybody who ever wrote to the bot. Names are not kept here: an applicant's is an answer of the case, sealed. */
export const people = pgTable('people', {
  id: id(),
  telegramId: bigint('telegram_id', { mode: 'number' }).notNull().unique(),
  locale: text('locale').$type<Locale>().notNull(),
  /** chosen by /language: the client's language no longer overrides it */
  localeChosen: boolean('locale_chosen').notNull().default(false),
  timeZone: text('time_zone'),
  createdAt: moment('created_at').notNull(),
  // what came lately, kept by core/person/take-turn.ts with the lock that every update takes anyway; machine time
  /** when the minute began in which updates are counted */
  flowFrom: moment('flow_from'),
  flowCount: integer('flow_count').notNull().default(0),
  /** how many of them were too many: the first is answered, the others are not */
  flowOver: integer('flow_over').notNull().default(0),
  /** the album that the last update belonged to, and how many of its pictures have come */
  album: text('album'),
  albumCount: integer('album_count').notNull().default(0),
  /** blocked by an admin; null: not */
  blockedAt: moment('blocked_at'),
  blockReason: text('block_reason').$type<BlockReason>(),
  /** the one answer that a blocked person gets has been given */
  blockTold: boolean('block_told').notNull().default(false),
})

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

/** Weekly working windows; a window belongs to the local date on which it starts, an end at or before the start lies on the next. */
export const shifts = pgTable(
  'shifts',
  {
    id: id(),
    staffId: uuid('staff_id')
      .notNull()
      .references(() => staff.id),
    /** 1 Monday … 7 Sunday (ISO 8601) */
    weekday: smallint('weekday').notNull(),
    startMinute: smallint('start_minute').notNull(),
    endMinute: smallint('end_minute').notNull(),
  },
  t => [
    index('shifts_by_staff').on(t.staffId),
    check('shift_weekday', sql`${t.weekday} between 1 and 7`),
    check('shift_minutes', sql`${t.startMinute} between 0 and 1439 and ${t.endMinute} between 0 and 1440`),
  ],
)

/** A local date on which a member's week does not hold: no windows is a day off, others stand in its place. */
export const dayExceptions = pgTable(
  'day_exceptions',
  {
    staffId: uuid('staff_id')
      .notNull()
      .references(() => staff.id),
    date: date('date', { mode: 'string' }).notNull(),
    /** `[{ startMinute, endMinute }]`, as in shifts */
    windows: jsonb('windows').$type<{ startMinute: number; endMinute: number }[]>().notNull(),
  },
  t => [primaryKey({ columns: [t.staffId, t.date] })],
)

/** Days of the whole desk, by each member's own local date: holidays, and make-up working days on a weekend. */
export const deskDays = pgTable(
  'desk_days',
  {
    date: date('date', { mode: 'string' }).primaryKey(),
    /** 0 closed; 1 Monday … 7 Sunday: that weekday's windows hold */
    worksAs: smallint('works_as').notNull(),
    nameZh: text('name_zh').notNull(),
    nameEn: text('name_en').notNull(),
  },
  t => [check('desk_day_works_as', sql`${t.worksAs} between 0 and 7`)],
)

/** What each change of hours replaced, so that it can be undone by a button. Of one member, or (null) of the desk's days. */
export const hoursChanges = pgTable('hours_changes', {
  id: id(),
  staffId: uuid('staff_id').references(() => staff.id),
  before: jsonb('before').$type<unknown>().notNull(),
  after: jsonb('after').$type<unknown>().notNull(),
  at: moment('at').notNull(),
  undoneAt: moment('undone_at'),
})

/** The catalogue. Money in fen (1/100 yuan). */
export const devices = pgTable('devices', {
  id: text('id').primaryKey(),
  nameZh: text('name_zh').notNull(),
  nameEn: text('name_en').notNull(),
  monthlyRentFen: integer('monthly_rent_fen').notNull(),
  depositFen: integer('deposit_fen').notNull(),
  valueFen: integer('value_fen').notNull(),
  terms: integer('terms').array().notNull(),
  position: integer('position').notNull(),
  active: boolean('active').notNull().default(true),
})

/** Catalogue files that were read and wait for an admin's yes: the devices in them, and which catalogue the preview was made against. */
export const deviceImports = pgTable('device_imports', {
  id: text('id').primaryKey(),
  entries: jsonb('entries').$type<unknown>().notNull(),
  base: text('base').notNull(),
  createdAt: moment('created_at').notNull(),
})

/** An order handed over by the platform: fills in and locks device and term, and says where an approved applicant continues. */
export const orders = pgTable('orders', {
  code: text('code').primaryKey(),
  deviceId: text('device_id')
    .notNull()
    .references(() => devices.id),
  termMonths: integer('term_months').notNull(),
  returnUrl: text('return_url'),
  expiresAt: moment('expires_at').notNull(),
  createdAt: moment('created_at').notNull(),
})

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
    /** the applicant was asked to write the appeal: the next text in the chat is it */
    appealAskedAt: moment('appeal_asked_at'),
  },
  t => [
    index('cases_by_person').on(t.personId, t.createdAt),
    index('cases_by_state').on(t.state, t.deadlineAt),
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

/**
 * A time kept for one case with one reviewer. While it is active or held, the exclusion constraint `one_reviewer_one_time`
 * (migration, since Drizzle cannot declare it) forbids an overlap of [starts_at, blocked_until) for the same reviewer (G1). A held
 * row is no booking yet: a time offered first to one case, until `held_until`.
 */
export const bookings = pgTable(
  'bookings',
  {
    id: id(),
    caseId: uuid('case_id')
      .notNull()
      .references(() => cases.id),
    reviewerId: uuid('reviewer_id')
      .notNull()
      .references(() => staff.id),
    startsAt: moment('starts_at').notNull(),
    endsAt: moment('ends_at').notNull(),
    /** end plus buffer */
    blockedUntil: moment('blocked_until').notNull(),
    /** raised by a move or a change of reviewer: revokes links, silences old reminders, SEQUENCE of the calendar file */
    version: integer('version').notNull().default(1),
    /** the applicant's links hold from this version on: another reviewer leaves them as they are */
    linksSince: integer('links_since').notNull().default(1),
    status: text('status').$type<BookingStatus>().notNull().default('active'),
    createdAt: moment('created_at').notNull(),
    /** when this version's time was chosen: reminders due before it are not sent */
    setAt: moment('set_at').notNull(),
    endedAt: moment('ended_at'),
    /** while held: until then for this case only */
    heldUntil: moment('held_until'),
    /** `linksSince` of the time to which the applicant said "I will come"; another time needs another yes */
    confirmedFor: integer('confirmed_for'),
  },
  t => [
    uniqueIndex('one_active_booking').on(t.caseId).where(sql`status = 'active'`),
    uniqueIndex('one_held_time').on(t.caseId).where(sql`status = 'held'`),
    index('bookings_by_start').on(t.startsAt).where(sql`status = 'active'`),
    index('bookings_by_reviewer').on(t.reviewerId, t.startsAt),
    check('booking_status', inWords(t.status, bookingStatuses)),
    check('held_until_when', sql`(${t.status} = 'held') = (${t.heldUntil} is not null)`),
    index('bookings_by_case').on(t.caseId),
  ],
)

/** Who wants to hear of an earlier time. */
export const waits = pgTable('waits', {
  caseId: uuid('case_id')
    .primaryKey()
    .references(() => cases.id),
  /** the earliest time that was free when last looked: whatever is earlier than it has just become free */
  bestAt: moment('best_at'),
  since: moment('since').notNull(),
})

/** Who waits for a call right now, in the order of `turn_at`. */
export const places = pgTable(
  'places',
  {
    caseId: uuid('case_id')
      .primaryKey()
      .references(() => cases.id),
    turnAt: moment('turn_at').notNull(),
    /** turns that passed without the applicant coming: the place is kept once */
    passed: smallint('passed').notNull().default(0),
    /** called up: the booking that it became, and until when the applicant has to come */
    bookingId: uuid('booking_id').references(() => bookings.id),
    calledUntil: moment('called_until'),
    /** what the card says, so that it is drawn again when that changes */
    shownPlace: integer('shown_place'),
    shownMinutes: integer('shown_minutes'),
  },
  t => [index('places_by_turn').on(t.turnAt), uniqueIndex('one_place_a_booking').on(t.bookingId)],
)

/** Reminders already queued: unique by booking, version and kind, so a sweep may run twice (G2). */
export const reminders = pgTable(
  'reminders',
  {
    bookingId: uuid('booking_id')
      .notNull()
      .references(() => bookings.id),
    version: integer('version').notNull(),
    kind: text('kind').notNull(),
    at: moment('at').notNull(),
  },
  t => [primaryKey({ columns: [t.bookingId, t.version, t.kind] })],
)

/** Morning agendas already queued: one a reviewer and local date. */
export const agendas = pgTable(
  'agendas',
  {
    staffId: uuid('staff_id')
      .notNull()
      .references(() => staff.id),
    /** local, `2026-11-24` */
    day: text('day').notNull(),
    at: moment('at').notNull(),
  },
  t => [primaryKey({ columns: [t.staffId, t.day] })],
)

/** One meeting in the room. A call that broke off and begins again within the window is a new row of the same booking. */
export const calls = pgTable(
  'calls',
  {
    id: id(),
    bookingId: uuid('booking_id')
      .notNull()
      .references(() => bookings.id),
    step: text('step').notNull().default('waiting'),
    openedAt: moment('opened_at').notNull(),
    /** both present for the first time */
    metAt: moment('met_at'),
    endedAt: moment('ended_at'),
  },
  t => [uniqueIndex('one_open_call').on(t.bookingId).where(sql`ended_at is null`)],
)

/** Who may sit, and does: one device a person and booking version (G5). A new session replaces the one before it. */
export const seats = pgTable(
  'seats',
  {
    bookingId: uuid('booking_id')
      .notNull()
      .references(() => bookings.id),
    version: integer('version').notNull(),
    role: text('role').$type<RoomRole>().notNull(),
    device: text('device').notNull(),
    /** another device that asked to take over; the owner answers in the chat */
    askedDevice: text('asked_device'),
    session: uuid('session'),
    camera: boolean('camera').notNull().default(false),
    microphone: boolean('microphone').notNull().default(false),
    /** machine time of the last sign of life; null: not in the room */
    seenAt: moment('seen_at'),
  },
  t => [primaryKey({ columns: [t.bookingId, t.version, t.role] })],
)

/** Who was in the room when, as the server saw it. */
export const presences = pgTable(
  'presences',
  {
    id: bigserial('id', { mode: 'number' }).primaryKey(),
    callId: uuid('call_id')
      .notNull()
      .references(() => calls.id),
    role: text('role').$type<RoomRole>().notNull(),
    session: uuid('session').notNull().unique(),
    joinedAt: moment('joined_at').notNull(),
    leftAt: moment('left_at'),
  },
  t => [index('presences_by_call').on(t.callId)],
)

/** Room frames on their way from one API process to another: stored, then their id notified (a payload holds 7,999 bytes). */
export const frames = pgTable('frames', {
  id: bigserial('id', { mode: 'number' }).primaryKey(),
  bookingId: uuid('booking_id').notNull(),
  toRole: text('to_role').$type<'applicant' | 'reviewer' | 'both'>().notNull(),
  /** sealed with the desk's key: a line of text may hold personal data */
  body: bytea('body').notNull(),
  createdAt: moment('created_at').notNull().default(sql`clock_timestamp()`),
})

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

/** The one appeal that a case may have; its text sealed with the case's key. */
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

/** The outbox. A message is kind and parameters, never text; `texts` words it when it is sent. Times here are machine time but for `expires_at`. */
export const messages = pgTable(
  'messages',
  {
    id: bigserial('id', { mode: 'number' }).primaryKey(),
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id),
    caseId: uuid('case_id').references(() => cases.id),
    kind: text('kind').notNull(),
    params: jsonb('params').$type<Record<string, unknown>>().notNull(),
    status: text('status').$type<MessageStatus>().notNull().default('queued'),
    /** desk time after which it is dropped, not sent late */
    expiresAt: moment('expires_at'),
    /** desk time before which it is not sent (quiet hours); its chat goes on meanwhile */
    notBefore: moment('not_before'),
    attempts: integer('attempts').notNull().default(0),
    /** while sending: until then nobody else takes it; while queued: not before */
    waitUntil: moment('wait_until'),
    error: text('error'),
    queuedAt: moment('queued_at').notNull().default(sql`clock_timestamp()`),
    doneAt: moment('done_at'),
    telegramMessageId: bigint('telegram_message_id', { mode: 'number' }),
  },
  t => [
    index('messages_open').on(t.personId, t.id).where(sql`status in ('queued', 'sending')`),
    uniqueIndex('one_queued_card').on(t.caseId).where(sql`kind = 'status-card' and status = 'queued'`),
  ],
)

/** Updates already dealt with (G2). */
export const updates = pgTable('updates', {
  id: bigint('id', { mode: 'number' }).primaryKey(),
  at: moment('at').notNull().default(sql`clock_timestamp()`),
})

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
  t => [index('events_by_case').on(t.caseCode)],
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

/** Which browser has used a reviewer's link (G5): the first one signs in with it, another only after its owner's yes in the chat. */
export const doors = pgTable(
  'doors',
  {
    bookingId: uuid('booking_id')
      .notNull()
      .references(() => bookings.id),
    version: integer('version').notNull(),
    reviewerId: uuid('reviewer_id')
      .notNull()
      .references(() => staff.id),
    device: text('device').notNull(),
    askedDevice: text('asked_device'),
  },
  t => [primaryKey({ columns: [t.bookingId, t.version, t.reviewerId] })],
)

/** Small facts of the desk: policy overrides, the sandbox's clock offset, the first admin's claim. */
export const settings = pgTable('settings', {
  key: text('key').primaryKey(),
  value: jsonb('value').$type<unknown>().notNull(),
})
