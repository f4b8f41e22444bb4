import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isNotNull } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest'
import { run } from '../../cli/rotate-key.ts'
import { readApplication } from '../../core/application/answers.ts'
import { findCases } from '../../core/case/find-cases.ts'
import type { Ctx } from '../../core/context.ts'
import { newId } from '../../core/ids.ts'
import { newCaseKey, openCaseKey } from '../../core/vault/case-key.ts'
import { deriveKeys } from '../../core/vault/keys.ts'
import { openLookupKey } from '../../core/vault/lookup-key.ts'
import { beginRotation, checkMasterKey, endRotation, rewrapKeys } from '../../core/vault/rewrap.ts'
import { cases } from '../../db/schema/cases.ts'
import { openDesk } from '../../start/desk.ts'
import { compiled } from '../support/compiled.ts'
import { createTestDatabase } from '../support/database.ts'
import { answersOfTest, createTestDesk, job, newInvited, type TestDesk } from '../support/desk.ts'

const newKey = () => randomBytes(32).toString('base64')
const wrapOf = (key: string) => deriveKeys(Buffer.from(key, 'base64')).wrap
const withKey = (ctx: Ctx, key: string): Ctx => ({ ...ctx, keys: { ...ctx.keys, wrap: wrapOf(key) } })

/** Cases that are over, with nothing but a key: what fills a batch. */
async function addCases(ctx: Ctx, personId: string, count: number): Promise<void> {
  const rows = Array.from({ length: count }, (_, number): typeof cases.$inferInsert => {
    const id = newId(ctx)
    const { sealedKey } = newCaseKey(ctx, id)
    return { id, code: `T-${number}`, personId, state: 'withdrawn', scope: [], sealedKey, createdAt: ctx.now() }
  })
  await ctx.db.insert(cases).values(rows)
}

describe('a change of MASTER_KEY', () => {
  let desk: TestDesk
  beforeAll(async () => {
    desk = await createTestDesk()
  })
  afterAll(() => desk.close())

  it('killed in the middle, carries on to the same key; then the old key opens nothing, and every hash still finds', async () => {
    const ctx = desk.ctxFor(job)
    const { found, personId } = await newInvited(desk)
    await addCases(ctx, personId, 450)
    const old = desk.settings.masterKey
    const to = newKey()
    const rotation = { from: wrapOf(old), to: wrapOf(to) }
    const opened = async (key: string) => {
      const rows = await ctx.db.select().from(cases).where(isNotNull(cases.sealedKey))
      return rows.filter(row => {
        try {
          return openCaseKey(withKey(ctx, key), row).length === 32
        } catch {
          return false
        }
      }).length
    }

    const program = await compiled(import.meta.url, './rotate-process.ts')
    const child = spawn(process.execPath, [program.file, JSON.stringify({ settings: desk.settings, to })], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    await once(child.stdout, 'data')
    child.kill('SIGKILL')
    await once(child, 'exit')
    await program.remove()
    expect(await opened(to)).toBe(200)
    expect(await opened(old)).toBe(251)
    expect(await checkMasterKey(ctx)).toBe('rotating')

    expect(await beginRotation(ctx, { ...rotation, to: wrapOf(newKey()) })).toBe('other-target')
    expect(await beginRotation(ctx, rotation)).toBe('resumed')
    expect(await rewrapKeys(ctx, rotation)).toEqual({ rewrapped: 251, lost: [] })
    await endRotation(ctx)
    expect(await opened(to)).toBe(451)
    expect(await opened(old)).toBe(0)
    await expect(openLookupKey(withKey(ctx, old))).rejects.toThrow()
    expect(await checkMasterKey(withKey(ctx, old))).toBe('wrong')

    const after = withKey(ctx, to)
    expect(await checkMasterKey(after)).toBe('right')
    const [fresh] = await ctx.db.select().from(cases).where(isNotNull(cases.submittedAt))
    const { answers } = await readApplication(after, fresh ?? found)
    expect(answers.get('name')?.value).toBe(answersOfTest.name)
    expect(await findCases(after, { query: answersOfTest.name })).toMatchObject({ total: 1, entries: [{ code: found.code }] })
    // once more changes nothing
    expect(await beginRotation(ctx, rotation)).toBe('begun')
    expect(await rewrapKeys(ctx, rotation)).toEqual({ rewrapped: 0, lost: [] })
    await endRotation(ctx)
    expect(await beginRotation(ctx, { from: wrapOf(newKey()), to: wrapOf(newKey()) })).toBe('wrong-key')
  })
})

describe('npm run rotate-key', () => {
  const said: string[] = []
  beforeAll(() => {
    for (const stream of [process.stdout, process.stderr])
      vi.spyOn(stream, 'write').mockImplementation(text => said.push(String(text)) > 0)
  })
  afterAll(() => vi.restoreAllMocks())

  /** A database with one key in it and DATA_DIR/master.key, as a stopped desk leaves them. */
  async function place() {
    const database = await createTestDatabase()
    const dataDir = await mkdtemp(join(tmpdir(), 'mianshen-rotate-'))
    const masterKey = newKey()
    await writeFile(join(dataDir, 'master.key'), `${masterKey}\n`)
    const settings = {
      databaseUrl: database.url,
      dataDir,
      publicUrl: 'http://127.0.0.1:3999',
      rentalUrl: undefined,
      officeTimeZone: 'Asia/Shanghai',
      clockMoves: false,
    }
    const log = { info() {}, warn() {}, error() {} }
    const open = async (key: string) => {
      const desk = await openDesk({ ...settings, masterKey: key, auditKey: newKey() }, log)
      return { ctx: { ...desk.ctx, actor: job }, close: desk.close }
    }
    const first = await open(masterKey)
    await openLookupKey(first.ctx)
    vi.stubEnv('DATABASE_URL', database.url)
    vi.stubEnv('DATA_DIR', dataDir)
    onTestFinished(async () => {
      vi.unstubAllEnvs()
      await database.drop()
      await rm(dataDir, { recursive: true, force: true })
    })
    return { dataDir, masterKey, first, open }
  }

  const keyFile = async (dataDir: string) => (await readFile(join(dataDir, 'master.key'), 'utf8')).trim()

  it('refuses while the desk runs, changes nothing then, and swaps master.key once it is stopped', async () => {
    const { dataDir, masterKey, first, open } = await place()
    expect(await run()).toBe(1)
    expect(said.join('')).toContain('The desk is running: stop it first')
    expect((await readdir(dataDir)).filter(name => name !== 'audit.key')).toEqual(['master.key'])
    expect(await checkMasterKey(first.ctx)).toBe('right')
    await first.close()

    expect(await run()).toBe(0)
    const fresh = await keyFile(dataDir)
    expect(fresh).not.toBe(masterKey)
    expect((await readdir(dataDir)).filter(name => name !== 'audit.key')).toEqual(['master.key'])
    expect(said.join('')).not.toContain(fresh)
    for (const [key, state] of [
      [fresh, 'right'],
      [masterKey, 'wrong'],
    ] as const) {
      const desk = await open(key)
      expect(await checkMasterKey(desk.ctx)).toBe(state)
      await desk.close()
    }
  })

  it('finishes with the key that a run cut short has left', async () => {
    const { dataDir, first } = await place()
    await first.close()
    const left = newKey()
    await writeFile(join(dataDir, 'master.key.new'), `${left}\n`)
    expect(await run()).toBe(0)
    expect(await keyFile(dataDir)).toBe(left)
  })

  it('wants both keys, and the right old one, where they come from the environment', async () => {
    const { masterKey, first } = await place()
    await first.close()
    vi.stubEnv('MASTER_KEY', masterKey)
    expect(await run()).toBe(1)
    expect(said.at(-1)).toContain('NEW_MASTER_KEY is needed beside MASTER_KEY')
    vi.stubEnv('NEW_MASTER_KEY', masterKey)
    expect(await run()).toBe(1)
    expect(said.at(-1)).toContain('there is nothing to change')
    vi.stubEnv('MASTER_KEY', newKey())
    vi.stubEnv('NEW_MASTER_KEY', newKey())
    expect(await run()).toBe(1)
    expect(said.at(-1)).toContain('not the key that this database was written with')
    vi.stubEnv('MASTER_KEY', masterKey)
    expect(await run()).toBe(0)
    expect(said.join('')).toContain('Start the desk with NEW_MASTER_KEY as its MASTER_KEY')
  })
})
