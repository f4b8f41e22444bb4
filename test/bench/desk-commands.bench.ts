import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { createBot } from '../../bot/bot.ts'
import { addStaff } from '../../core/staff/add.ts'
import { openDatabase } from '../../db/client.ts'
import { startEmbedded } from '../../db/embedded.ts'
import { migrate } from '../../db/migrate.ts'
import { createTestDesk, job, type TestDesk } from '../support/desk.ts'
import { startFakeBotApi } from './fake-bot-api.ts'
import { commonName, fillDesk } from './many-cases.ts'
import { type Emit, percentile } from './measurement.ts'

export const name = 'desk-commands'

const samples = 60
const warmUp = 8
const adminId = 4_711
const sizes = [10_000, 100_000] as const
const log = { info: () => undefined, warn: () => undefined, error: () => undefined }
const faults: object[] = []
const botLog = { ...log, error: (fields: object) => void faults.push(fields) }

/** What is asked, taking turns, so that no answer can be had from the one before; bars in milliseconds, and against a tenth of the cases. */
const commands = [
  {
    name: '/queue',
    texts: ['/queue', '/queue booked 7', '/queue late', '/queue hold', '/queue today 3', '/queue 40'],
    most: 50,
    growth: 1.5,
  },
  { name: '/find', texts: [`/find ${commonName}`, '/find 0042', '/find M-XXXY23', '/find 0777'], most: 50, growth: 1.5 },
  { name: '/stats', texts: ['/stats month', '/stats week', '/stats today'], most: 300, growth: 3 },
]

/**
 * From an update of the messenger to its answer having arrived there, on desks with 10,000 and with 100,000 cases; the desks and the
 * commands take turns, so that what else the machine does meets all. No picture is drawn.
 */
export async function run(emit: Emit): Promise<void> {
  const dataDir = await mkdtemp(join(tmpdir(), 'mianshen-bench-'))
  const server = await startEmbedded({ dataDir, log })
  const messenger = await startFakeBotApi({ getMe: { id: 1, is_bot: true, first_name: 'Bench', username: 'bench_bot' } })
  const desks: TestDesk[] = []
  try {
    const asks: ((text: string) => Promise<number>)[] = []
    for (const size of sizes) {
      const desk = await openDeskOf(server.url, size)
      desks.push(desk)
      await fillDesk(desk, size)
      asks.push(await openChat(desk, messenger))
    }
    const spent = new Map<string, number[]>()
    for (let round = 0; round < warmUp + samples; round++) {
      for (const { name: command, texts } of commands) {
        for (const [index, ask] of asks.entries()) {
          const took = await ask(texts[round % texts.length] ?? '')
          const key = `${command} ${sizes[index]}`
          if (round >= warmUp) spent.set(key, [...(spent.get(key) ?? []), took])
        }
      }
    }
    for (const { name: command, most, growth } of commands) {
      const [few = Number.NaN, many = Number.NaN] = sizes.map(size => percentile(spent.get(`${command} ${size}`) ?? [], 95))
      emit({ name: `${command}, 100,000 cases, p95`, value: many, unit: 'ms', bar: { of: 'value', most } })
      const against = { against: few, bar: { of: 'ratio', most: growth } } as const
      emit({ name: `${command}, 100,000 cases against 10,000, p95`, value: many, unit: 'ms', ...against })
    }
  } finally {
    for (const desk of desks) await desk.close()
    messenger.close()
    await server.stop()
    await rm(dataDir, { recursive: true, force: true })
  }
}

async function openDeskOf(serverUrl: string, size: number): Promise<TestDesk> {
  const url = new URL(serverUrl)
  url.pathname = `/commands_${size}`
  const { db, close } = openDatabase(serverUrl, { max: 1 })
  await db.execute(sql.raw(`create database commands_${size}`))
  await close()
  await migrate(url.href)
  return createTestDesk({ on: { url: url.href, drop: async () => undefined } })
}

/** An admin's chat: says something and resolves with the milliseconds that the answer took. */
async function openChat(desk: TestDesk, { root }: { root: string }): Promise<(text: string) => Promise<number>> {
  const ctx = desk.ctxFor(job)
  await addStaff(ctx, { telegramId: adminId, name: 'Head', roles: ['admin'], locale: 'en' })
  const bot = await createBot({ token: '1:bench', apiRoot: root, ctx, log: botLog, fallbackLocale: 'en' })
  const from = { id: adminId, is_bot: false, first_name: 'Head', language_code: 'en' }
  const chat = { id: adminId, type: 'private' as const, first_name: 'Head' }
  let updateId = 0
  return async text => {
    updateId++
    const update = { update_id: updateId, message: { message_id: updateId, date: 0, from, chat, text } }
    const started = performance.now()
    if (!(await bot.take(update))) throw new Error(`the answer to ${text} was lost`)
    const took = performance.now() - started
    if (faults.length > 0) throw new Error(`${text}: ${JSON.stringify(faults[0])}`)
    return took
  }
}
