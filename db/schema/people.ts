import { bigint, boolean, integer, pgTable, text } from 'drizzle-orm/pg-core'
import type { BlockReason, Locale } from '../values.ts'
import { id, moment } from './columns.ts'

/** Everybody who ever wrote to the bot. Names are not kept here: an applicant's is an answer of the case, sealed. */
export const people = pgTable('people', {
  id: id(),
  telegramId: bigint('telegram_id', { mode: 'number' }).notNull().unique(),
  locale: text('locale').$type<Locale>().notNull(),
  /** chosen by /language: the client's language no longer overrides it */
  localeChosen: boolean('locale_chosen').notNull().default(false),
  timeZone: text('time_zone'),
  /** told by a browser and not chosen: a later browser may tell another */
  timeZoneLearnt: boolean('time_zone_learnt').notNull().default(false),
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
