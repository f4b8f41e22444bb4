import { sql } from 'drizzle-orm'
import type { TestDesk } from '../support/desk.ts'

/** Copies the rows of a table that `where` names (as `t`) so many times, the n-th with its changes: SQL, as jsonb_build_object takes it. */
export const copier =
  ({ database }: TestDesk, count: number) =>
  (table: string, where: string, changes: string) =>
    database.db.execute(
      sql.raw(`
      insert into ${table}
      select (jsonb_populate_record(null::${table}, to_jsonb(t) || jsonb_build_object(${changes}))).*
      from ${table} t, generate_series(1, ${count}) n where ${where}`),
    )
