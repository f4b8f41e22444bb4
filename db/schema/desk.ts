import { jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'

/** Small facts of the desk: policy overrides, the sandbox's clock offset, the first admin's claim. */
export const settings = pgTable('settings', {
  key: text('key').primaryKey(),
  value: jsonb('value').$type<unknown>().notNull(),
})

/** What happened on each local date that is over, counted once (core/stats): figures only, nothing of anybody. */
export const dayFigures = pgTable(
  'day_figures',
  {
    /** local, `2026-11-24` */
    day: text('day').notNull(),
    /** the office's at that time, an IANA name */
    zone: text('zone').notNull(),
    figures: jsonb('figures').$type<Record<string, number>>().notNull(),
  },
  t => [primaryKey({ columns: [t.zone, t.day] })],
)
