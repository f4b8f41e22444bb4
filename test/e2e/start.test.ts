import { cp, mkdtemp, readdir, rm, symlink } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { stillRunning } from '../support/processes.ts'
import { startQuietBotApi } from '../support/running-bot-api.ts'
import { type DeskProcess, endOf, spawnDesk } from '../support/running-desk.ts'
import { until } from '../support/wait.ts'

const dist = fileURLToPath(new URL('../../dist', import.meta.url))
const modules = fileURLToPath(new URL('../../node_modules', import.meta.url))
const realToken = '123456789:AAEexample-token-of-no-bot-0000000'
const masterKey = Buffer.alloc(32, 7).toString('base64')

/** the product in a folder with spaces in its path */
let home: string
const desks: DeskProcess[] = []
/** Starts it there with everything at its default but what is named. */
function start(settings: Record<string, string>): DeskProcess {
  const desk = spawnDesk(settings, { cwd: home, program: join(home, 'dist/main.js') })
  desks.push(desk)
  return desk
}

beforeAll(async () => {
  home = join(await mkdtemp(join(tmpdir(), 'mianshen start ')), 'my desk 面审')
  await cp(dist, join(home, 'dist'), { recursive: true })
  await symlink(modules, join(home, 'node_modules'))
})
afterEach(async () => {
  for (const desk of desks.splice(0)) await desk.kill().catch(() => undefined)
})
afterAll(() => rm(join(home, '..'), { recursive: true, force: true }))

describe('npm start, what it says and what it leaves', { timeout: 60_000 }, () => {
  it('starts in a folder with spaces, says each part and the address last, answers health checks; Ctrl-C ends all with code 0', async () => {
    const desk = start({ PORT: '0' })
    const url = await desk.ready
    const lines = desk.stdout().trim().split('\n')
    for (const part of ['database', 'http', 'sandbox', 'bot', 'jobs'])
      expect(
        lines.some(line => line.includes(`✓ ${part}`)),
        `a line for ${part}`,
      ).toBe(true)
    expect(lines.at(-1)).toBe(`  面审 Mianshen → ${url}`)
    expect(desk.stderr()).toBe('')
    expect(await readdir(home)).toContain('.data')

    expect((await fetch(url)).status).toBe(200)
    const { origin } = new URL(url)
    for (const path of ['/healthz', '/readyz', '/metrics']) expect((await fetch(origin + path)).status, path).toBe(200)

    const tree = desk.tree()
    expect(tree.length, 'with PostgreSQL among them').toBeGreaterThan(4)
    expect(await desk.interrupt()).toBe(0)
    expect(stillRunning(tree)).toEqual([])
    expect(desk.stderr()).toBe('')
  })

  it('Ctrl-C ends all within five seconds also while somebody listens to the chats', async () => {
    const desk = start({ PORT: '0' })
    const { origin } = new URL(await desk.ready)
    const events = await fetch(`${origin}/sandbox/api/events`)
    expect(await desk.interrupt()).toBe(0)
    await events.text().catch(() => undefined)
  })

  it('a second instance on the same data directory says which process runs, and where', async () => {
    const first = start({ PORT: '0' })
    const { origin } = new URL(await first.ready)
    const { code, said } = await endOf(start({ PORT: '0' }))
    expect(code).toBe(1)
    expect(said).toContain(`process ${first.pid}`)
    expect(said).toContain(origin)
    expect(said).not.toMatch(/ at .*:\d+:\d+/)
    expect((await fetch(`${origin}/readyz`)).status, 'the first is not disturbed').toBe(200)
  })

  it('a port that is taken: says so, names PORT, and nothing is left', async () => {
    const squatter = createServer()
    const port = await new Promise<number>(resolve => {
      squatter.listen(0, '127.0.0.1', () => {
        const address = squatter.address()
        resolve(address && typeof address === 'object' ? address.port : 0)
      })
    })
    const desk = start({ PORT: String(port) })
    const seen = await until(() => desk.said().includes('database') && desk.tree(), {
      what: 'the database',
      timeoutMs: 20_000,
    })
    const { code, said } = await endOf(desk)
    squatter.close()
    expect(code).toBe(1)
    expect(said).toMatch(new RegExp(`port ${port} is taken.*set PORT`, 's'))
    expect(said).not.toMatch(/ at .*:\d+:\d+/)
    await until(() => stillRunning(seen).length === 0, { what: 'its processes to end' })
  })

  it.each([
    [{ PORT: 'abc' }, /^PORT .*such as 3000/m],
    [{ DEFAULT_LOCALE: 'de' }, /^DEFAULT_LOCALE must be one of zh-CN, en/m],
    [{ BOT_TOKEN: 'secret-but-wrong' }, /^BOT_TOKEN must look like/m],
    [{ BOT_TOKEN: realToken }, /^MASTER_KEY is needed/m],
  ])('a wrong setting is named, and nothing starts: %o', async (settings, problem) => {
    const { code, said } = await endOf(start({ PORT: '0', ...settings }))
    expect(code).toBe(1)
    expect(said).toMatch(problem)
    expect(said).not.toMatch(/ at .*:\d+:\d+/)
    expect(said).not.toContain('secret-but-wrong')
    expect(said).not.toContain('✓ http')
  })

  it('a data directory that cannot be one is named', async () => {
    const { code, said } = await endOf(start({ PORT: '0', DATA_DIR: join(dist, 'main.js') }))
    expect(code).toBe(1)
    expect(said).toContain('DATA_DIR')
  })

  it('with a real token there is no sandbox; the bot polls Telegram, and a claim code for the first admin is printed', async () => {
    const telegram = await startQuietBotApi()
    const desk = start({
      PORT: '0',
      DATA_DIR: 'production',
      BOT_TOKEN: realToken,
      TELEGRAM_API_ROOT: telegram.root,
      MASTER_KEY: masterKey,
    })
    const { origin } = new URL(await desk.ready)
    for (const path of ['/sandbox', '/sandbox/api/state', `/sandbox/telegram/bot${realToken}/getMe`])
      expect((await fetch(origin + path)).status, path).toBe(404)
    expect((await fetch(`${origin}/healthz`)).status).toBe(200)
    expect(desk.stdout()).not.toContain('sandbox')
    expect(desk.stdout()).toMatch(/\/claim \S+/)
    expect(desk.said()).not.toContain(realToken)
    await until(() => telegram.called.includes('getUpdates'), { what: 'the bot to poll' })
    expect(await desk.interrupt(), 'in the middle of a long poll').toBe(0)
    telegram.close()
  })
})
