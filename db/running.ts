import postgres from 'postgres'
import { applicationName } from './client.ts'

/** How many connections of running desks, wherever they are, this database has. */
export async function countDeskConnections(url: string): Promise<number> {
  const sql = postgres(url, { max: 1, onnotice: () => {} })
  try {
    const [row] = await sql<{ count: number }[]>`
      select count(*)::int as count from pg_stat_activity
      where datname = current_database() and application_name = ${applicationName}`
    return row?.count ?? 0
  } finally {
    await sql.end({ timeout: 3 })
  }
}
