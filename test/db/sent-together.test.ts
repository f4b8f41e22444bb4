import { randomUUID } from 'node:crypto'
import { asc, sql } from 'drizzle-orm'
import { pgTable, serial, text } from 'drizzle-orm/pg-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openDatabase } from '../../db/client.ts'
import { createTestDatabase } from '../support/database.ts'
import { until } from '../support/wait.ts'

const steps = pgTable('steps', { id: serial().primaryKey(), word: text().notNull() })

let database: Awaited<ReturnType<typeof createTestDatabase>>
let open: ReturnType<typeof openDatabase>

beforeAll(async () => {
  database = await createTestDatabase({ migrated: false })
  open = openDatabase(database.url)
  await open.sql`create table steps (id serial primary key, word text not null)`
  await open.sql`create table counters (name text primary key, count int not null)`
})
afterAll(async () => {
  await open.close()
  await database.drop()
})

describe('statements of one transaction that are sent together', () => {
  test('are executed in the order of their calls, each seeing what the ones before it wrote', async () => {
    const words = Array.from({ length: 30 }, () => randomUUID())
    const seen = await open.db.transaction(tx =>
      Promise.all(
        words.map(async (word, index) => {
          const [, rows] = await Promise.all([
            // built, and as it stands: both ways reach the connection in turn
            index % 2 ? tx.insert(steps).values({ word }) : tx.execute(sql`insert into steps (word) values (${word})`),
            tx.select({ word: steps.word }).from(steps).orderBy(asc(steps.id)),
          ])
          return rows.map(({ word }) => word)
        }),
      ),
    )
    expect(seen).toEqual(words.map((_, index) => words.slice(0, index + 1)))
  })

  test('one that waits for a lock holds back those behind it, which then see what the other transaction committed', async () => {
    await open.sql`insert into counters values ('one', 0)`
    const other = await open.sql.reserve()
    await other`begin`
    await other`update counters set count = 7 where name = 'one'`
    const read = open.db.transaction(tx =>
      Promise.all([
        tx.execute(sql`select 1 from counters where name = 'one' for update`),
        tx.execute<{ count: number }>(sql`select count from counters where name = 'one'`),
      ]),
    )
    await until(async () => (await open.sql`select 1 from pg_locks where not granted`).length > 0, {
      what: 'the transaction that waits',
    })
    await other`commit`
    other.release()
    const [, [row]] = await read
    expect(row?.count).toBe(7)
  })
})
