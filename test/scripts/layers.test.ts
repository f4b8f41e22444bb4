import { spawnSync } from 'node:child_process'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

const script = fileURLToPath(new URL('../../scripts/layers.mjs', import.meta.url))
let root: string

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'mianshen-layers-'))
})
afterEach(() => rm(root, { recursive: true, force: true }))

async function check(files: Record<string, string>): Promise<{ status: number | null; problems: string[] }> {
  for (const [path, source] of Object.entries(files)) {
    await mkdir(dirname(join(root, path)), { recursive: true })
    await writeFile(join(root, path), source)
  }
  const { status, stderr } = spawnSync(process.execPath, [script, root], { encoding: 'utf8' })
  return { status, problems: stderr.trim().split('\n').filter(Boolean) }
}

describe('the layers', () => {
  it('lets through what goes the right way', async () => {
    const files = {
      'main.ts': `import './bot/bot.ts'\nimport './db/client.ts'\nimport { readConfig } from './config.ts'\nreadConfig(process.env)`,
      'config.ts': `process.env`,
      'bot/bot.ts': `import '../core/booking/book.ts'\nimport '../texts/render.ts'\nimport { Bot } from 'grammy'`,
      'jobs/context.ts': `import '../db/client.ts'\nimport 'postgres'`,
      'core/booking/book.ts': `import '../case/load.ts'\nimport '../../db/schema.ts'\nconst at = new Date(0)`,
      'texts/render.ts': `import type { Kind } from '../core/message/kinds.ts'\nimport { type A } from '../core/message/view.ts'`,
      'web/call/app.tsx': `import type { CallView } from '../../api/contract.ts'\nimport '../shared/store.ts'\nconst a = <p>Date.now()</p>`,
      'test/db/x.test.ts': `import '../../core/x.ts'\nprocess.env`,
    }
    expect(await check(files)).toEqual({ status: 0, problems: [] })
  })

  it.each([
    ['back', 'core/x.ts', `import '../bot/bot.ts'`, 'core/x.ts:1 core may not import bot/bot.ts'],
    ['back, as a type', 'db/x.ts', `import type { A } from '../core/x.ts'`, 'db/x.ts:1 db may not import core/x.ts'],
    ['back, by import()', 'core/x.ts', `\nawait import('../api/app.ts')`, 'core/x.ts:2 core may not import api/app.ts'],
    [
      'back, by a type of import()',
      'core/x.ts',
      `let a: import('../api/app.ts').A`,
      'core/x.ts:1 core may not import api/app.ts',
    ],
    ['back, passed on', 'core/x.ts', `export * from '../jobs/bree.ts'`, 'core/x.ts:1 core may not import jobs/bree.ts'],
    ['sideways', 'bot/x.ts', `import '../api/app.ts'`, 'bot/x.ts:1 bot may not import api/app.ts'],
    ['to main', 'bot/x.ts', `import '../main.ts'`, 'bot/x.ts:1 bot may not import main.ts'],
    ['core to the messenger', 'core/x.ts', `import { Bot } from 'grammy'`, 'core/x.ts:1 core may not import grammy'],
    [
      'core to hono',
      'core/x.ts',
      `import { a } from 'hono/http-exception'`,
      'core/x.ts:1 core may not import hono/http-exception',
    ],
    [
      'an edge past core',
      'api/x.ts',
      `import { client } from '../db/client.ts'`,
      'api/x.ts:1 api may import only types from db/client.ts',
    ],
    ['an edge to SQL', 'jobs/x.ts', `import { sql } from 'drizzle-orm'`, 'jobs/x.ts:1 jobs may not import drizzle-orm'],
    [
      'texts to values of core',
      'texts/x.ts',
      `import { a } from '../core/x.ts'`,
      'texts/x.ts:1 texts may import only types from core/x.ts',
    ],
    [
      'texts to values beside types',
      'texts/x.ts',
      `import { type A, b } from '../core/x.ts'`,
      'texts/x.ts:1 texts may import only types from core/x.ts',
    ],
    ['the sandbox to the desk', 'sandbox/x.ts', `import '../texts/x.ts'`, 'sandbox/x.ts:1 sandbox may not import texts/x.ts'],
    ['the pages to the API', 'web/call/x.tsx', `import '../../api/app.ts'`, 'web/call/x.tsx:1 web may not import api/app.ts'],
    [
      'the pages to more than types',
      'web/x.ts',
      `import { a } from '../api/contract.ts'`,
      'web/x.ts:1 web may import only types from api/contract.ts',
    ],
  ])('stops a way %s', async (_, file, source, problem) => {
    expect(await check({ [file]: source })).toEqual({ status: 1, problems: [problem] })
  })

  it('stops who reads the environment, the clock or dice beside the one place', async () => {
    const { problems } = await check({
      'bot/x.ts': `process.env.BOT_TOKEN`,
      'main.ts': `import { env } from 'node:process'`,
      'core/x.ts': `Date.now()\nnew Date()\nMath.random()\nnew Date(0)`,
    })
    expect(problems.map(problem => problem.split(' ')[0])).toEqual([
      'bot/x.ts:1',
      'core/x.ts:1',
      'core/x.ts:2',
      'core/x.ts:3',
      'main.ts:1',
    ])
  })
})
