import { fileURLToPath } from 'node:url'
import { drizzle } from 'drizzle-orm/postgres-js'
import { migrate as runMigrations } from 'drizzle-orm/postgres-js/migrator'
import postgres from 'postgres'

const migrationsFolder = fileURLToPath(new URL('./migrations', import.meta.url))
/** Any number that nobody else takes as an advisory lock in this database. */
const migrationLock = 7_204_311

/** Brings the schema up to date. Safe when several processes start at once: Drizzle's migrator takes no lock, so this does. */
export async function migrate(url: string): Promise<void> {
  const client = postgres(url, { max: 1, onnotice: () => {} })
  try {
    await client`select pg_advisory_lock(${migrationLock})`
    await runMigrations(drizzle(client), { migrationsFolder })
  } finally {
    await client.end({ timeout: 3 })
  }
}
