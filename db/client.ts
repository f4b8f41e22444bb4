import type { PgDatabase } from 'drizzle-orm/pg-core'
import { drizzle, type PostgresJsQueryResultHKT } from 'drizzle-orm/postgres-js'
import postgres, { type Sql, type TransactionSql } from 'postgres'
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

/**
 * Opens two pools on one database. Nothing connects before the first query. `name`: what PostgreSQL shows of them. Without `waitsForDisk` a
 * commit is acknowledged before it is on disk: what was done in the last moments before the server is killed may be undone.
 */
export function openDatabase(
  url: string,
  { max = 10, name = applicationName, waitsForDisk = true }: { max?: number; name?: string; waitsForDisk?: boolean } = {},
): Database {
  const options = {
    onnotice: () => {},
    connection: { application_name: name, ...(waitsForDisk ? {} : { synchronous_commit: 'off' }) },
  }
  const client = postgres(url, { ...options, max })
  const sql = postgres(url, { ...options, max: 4 })
  return {
    db: drizzle(preparing(client), { schema }),
    sql,
    close: async () => {
      await Promise.all([client.end({ timeout: 3 }), sql.end({ timeout: 3 })])
    },
  }
}

/** A statement with more parameters holds a list, whose length changes: to keep a plan for each would fill the server's memory. */
const mostPrepared = 40

type Unsafe = TransactionSql['unsafe']
type Body = (client: TransactionSql) => unknown

/**
 * Drizzle has every statement parsed and planned anew, in two round trips. Through this client each is prepared once a connection,
 * and then costs one.
 */
function preparing<S extends Sql | TransactionSql>(client: S): S {
  const unsafe: Unsafe = (query, parameters, options) =>
    client.unsafe(query, parameters, { ...options, prepare: (parameters?.length ?? 0) <= mostPrepared })
  return new Proxy(client, {
    get(target, key) {
      if (key === 'unsafe') return unsafe
      const value: unknown = Reflect.get(target, key)
      if ((key !== 'begin' && key !== 'savepoint') || typeof value !== 'function') return value
      return (...input: unknown[]) => {
        // guarantee: the body is the last argument of both, and takes a client
        const body = input.pop() as Body
        return value.call(target, ...input, (inner: TransactionSql) => body(preparing(inner)))
      }
    },
  })
}
