import type { PgDatabase } from 'drizzle-orm/pg-core'
import { drizzle, type PostgresJsQueryResultHKT } from 'drizzle-orm/postgres-js'
import postgres, { type Sql } from 'postgres'
import * as schema from './schema.ts'

export type { Sql }

/** The database, or a transaction on it: verbs take either. */
export type Db = PgDatabase<PostgresJsQueryResultHKT, typeof schema>

export interface Database {
  db: Db
  /** A client of its own for LISTEN and claims: `drizzle(client)` changes the client that it is given. */
  sql: Sql
  close(): Promise<void>
}

/** By this name PostgreSQL knows a running desk (db/running.ts). */
export const applicationName = 'mianshen'

/** Opens two pools on one database. Nothing connects before the first query. `name`: what PostgreSQL shows of them. */
export function openDatabase(url: string, { max = 10, name = applicationName }: { max?: number; name?: string } = {}): Database {
  const options = { onnotice: () => {}, connection: { application_name: name } }
  const client = postgres(url, { ...options, max })
  const sql = postgres(url, { ...options, max: 4 })
  return {
    db: drizzle(client, { schema }),
    sql,
    close: async () => {
      await Promise.all([client.end({ timeout: 3 }), sql.end({ timeout: 3 })])
    },
  }
}
