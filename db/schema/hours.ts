import { sql } from 'drizzle-orm'
import { check, date, index, jsonb, pgTable, primaryKey, smallint, text, uuid } from 'drizzle-orm/pg-core'
import { id, moment } from './columns.ts'
import { staff } from './staff.ts'

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
