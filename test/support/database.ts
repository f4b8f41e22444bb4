import { randomBytes } from 'node:crypto'
import postgres from 'postgres'
import { inject } from 'vitest'
import { databaseUrl, templateName } from './database-names.ts'
import { until } from './wait.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    databaseServer: string
  }
}

export interface TestDatabase {
  url: string
  /** Call it in `afterAll`, after everything is closed: it throws, and so fails the file, when a connection was left open. */
  drop(): Promise<void>
}

/** A database of one's own on the server of this run, with the migrations applied unless `migrated: false`; about 30 ms. */
export async function createTestDatabase({ migrated = true }: { migrated?: boolean } = {}): Promise<TestDatabase> {
  const server = inject('databaseServer')
  const name = `test_${randomBytes(6).toString('hex')}`
  await withServer(server, sql => sql`create database ${sql(name)} template ${sql(migrated ? templateName : 'template0')}`)
  return {
    url: databaseUrl(server, name),
    drop: () =>
      withServer(server, async sql => {
        const open = () => sql<{ state: string; query: string }[]>`
          select state, query from pg_stat_activity where datname = ${name} and backend_type = 'client backend'`
        try {
          await until(async () => (await open()).length === 0, { what: `the connections to ${name} to close`, timeoutMs: 2_000 })
        } catch (error) {
          const left = (await open()).map(({ state, query }) => `${state}: ${query.slice(0, 200)}`)
          if (left.length > 0) throw new Error(`${left.length} connections leaked:\n${left.join('\n')}`, { cause: error })
        } finally {
          await sql`drop database if exists ${sql(name)} with (force)`
        }
      }),
  }
}

async function withServer(url: string, work: (sql: postgres.Sql) => Promise<unknown>): Promise<void> {
  const sql = postgres(url, { max: 1, onnotice: () => undefined })
  try {
    await work(sql)
  } finally {
    await sql.end({ timeout: 1 })
  }
}
