import { sql } from 'drizzle-orm'
import { bigint, bigserial, index, integer, jsonb, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import type { MessageStatus } from '../values.ts'
import { cases } from './cases.ts'
import { moment } from './columns.ts'
import { people } from './people.ts'

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
