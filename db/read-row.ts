import { getTableColumns } from 'drizzle-orm'
import type { PgTable } from 'drizzle-orm/pg-core'

/**
 * A row of a table as a statement that is written out gives it, by the names of its columns, as Drizzle's own queries give it. For the
 * few statements that run at every update: to have Drizzle build them takes longer than to send them.
 */
export function readRow<T extends PgTable>(table: T, raw: Readonly<Record<string, unknown>>): T['$inferSelect'] {
  const read = Object.entries(getTableColumns(table)).map(([key, column]) => {
    const value = raw[column.name]
    return [key, value === null ? null : column.mapFromDriverValue(value)]
  })
  // guarantee: every column is there under its own key, made from its own value
  return Object.fromEntries(read) as T['$inferSelect']
}
