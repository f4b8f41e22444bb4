import postgres from 'postgres'
import { describe, expect, it } from 'vitest'
import { createTestDatabase } from './database.ts'
import { until } from './wait.ts'

describe('createTestDatabase', () => {
  it('gives databases of their own, several at once', async () => {
    const databases = await Promise.all(Array.from({ length: 5 }, () => createTestDatabase()))
    for (const [index, { url }] of databases.entries()) {
      const sql = postgres(url, { max: 1 })
      await sql`create table own (value int)`
      await sql`insert into own values (${index})`
      expect(await sql`select value from own`).toEqual([{ value: index }])
      await sql.end()
    }
    await Promise.all(databases.map(database => database.drop()))
  })

  it('fails at the drop when a connection was left open', async () => {
    const database = await createTestDatabase({ migrated: false })
    const sql = postgres(database.url, { max: 1 })
    await sql`select 'left open'`
    await expect(database.drop()).rejects.toThrow(/1 connections leaked:\nidle: select 'left open'/)
    await sql.end({ timeout: 1 })
  })
})

describe('until', () => {
  it('gives what the condition gives', async () => {
    let calls = 0
    expect(await until(() => (++calls < 3 ? undefined : calls), { what: 'three calls' })).toBe(3)
  })

  it('says what it waited for in vain', async () => {
    await expect(until(() => false, { what: 'the moon', timeoutMs: 20 })).rejects.toThrow('waited 20 ms in vain for the moon')
  })
})
