import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { generateDrizzleJson, generateMigration } from 'drizzle-kit/api'
import { expect, it } from 'vitest'
import { z } from 'zod'
import * as schema from '../../db/schema.ts'

const folder = fileURLToPath(new URL('../../db/migrations/', import.meta.url))
const journal = z.object({ entries: z.array(z.object({ tag: z.string() })) })

it('the migrations lead to the very schema that the code is written for; if not: npx drizzle-kit generate', async () => {
  const last = readdirSync(`${folder}meta`)
    .filter(name => name.endsWith('_snapshot.json'))
    .sort()
    .at(-1)
  const snapshot = JSON.parse(readFileSync(`${folder}meta/${last}`, 'utf8'))
  expect(await generateMigration(snapshot, generateDrizzleJson(schema, snapshot.id))).toEqual([])
})

it('every migration file stands in the journal, and nothing else does', () => {
  const { entries } = journal.parse(JSON.parse(readFileSync(`${folder}meta/_journal.json`, 'utf8')))
  const files = readdirSync(folder).filter(name => name.endsWith('.sql'))
  expect(entries.map(({ tag }) => `${tag}.sql`)).toEqual(files.sort())
})
