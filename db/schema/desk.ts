import { jsonb, pgTable, text } from 'drizzle-orm/pg-core'

/** Small facts of the desk: policy overrides, the sandbox's clock offset, the first admin's claim. */
export const settings = pgTable('settings', {
  key: text('key').primaryKey(),
  value: jsonb('value').$type<unknown>().notNull(),
})
