import { randomBytes } from 'node:crypto'
import type { Update } from '@grammyjs/types'
import sharp from 'sharp'
import { type BotOptions, createBot, type DeskBot } from '../../bot/bot.ts'
import { startPolling } from '../../bot/polling.ts'
import { questions } from '../../core/application/questions.ts'
import { createHeadSigner } from '../../core/audit/head.ts'
import type { Ctx } from '../../core/context.ts'
import { seedDevices } from '../../core/device/seed.ts'
import { nextDelay } from '../../core/message/claim.ts'
import { defaultPolicy } from '../../core/policy.ts'
import { addStaff } from '../../core/staff/add.ts'
import { setHours } from '../../core/staff/hours.ts'
import { parseHours } from '../../core/staff/parse-hours.ts'
import { deriveKeys } from '../../core/vault/keys.ts'
import { openDatabase } from '../../db/client.ts'
import type { Fault } from '../../sandbox/contract.ts'
import { ada, lin, quiet, startMessenger, TOKEN } from '../sandbox/messenger.ts'
import { type Chats, openChats } from '../support/chat.ts'
import { createTestDatabase } from '../support/database.ts'
import { until } from '../support/wait.ts'
import { deliverAll } from './delivering.ts'

/** Monday, 10:00 in Shanghai. */
export const monday = new Date('2026-11-23T02:00:00.000Z')

export interface LogLine {
  level: 'info' | 'warn' | 'error'
  fields: object
  text: string
}

export interface TestDesk extends Chats {
  apiRoot: string
  ctx: Ctx
  sql: ReturnType<typeof openDatabase>['sql']
  clock: { now: Date }
  logged: LogLine[]
  /** a bot of its own on the same database, as another process would be; polls unless told not to */
  startBot(how?: { polls: boolean }): Promise<DeskBot & { stop(): Promise<void> }>
  /** what the messenger has for a bot, for tests that hand updates over themselves; acknowledged at once */
  updates(): Promise<Update[]>
  /** faults of the messenger from now on */
  faults(faults: Fault[]): Promise<void>
  /** waits until something stands in the outbox */
  waitForQueued(): Promise<void>
  /** Sends everything that waits in the outbox, as the delivery worker would; returns the kinds sent. */
  deliver(): Promise<string[]>
  stop(): Promise<void>
}

export const reviewerId = lin.id
export const adminId = quiet.id
export const otherId = ada.id

/** A messenger, a database and a staffed desk: 林老师 reviews around the clock, Quiet is the admin. No bot runs yet. */
export async function startDesk({ staffed } = { staffed: true }): Promise<TestDesk> {
  const database = await createTestDatabase()
  const messenger = await startMessenger(database.url)
  const chats = await openChats(messenger.origin)
  const { db, sql, close } = openDatabase(database.url)
  const clock = { now: monday }
  const logged: LogLine[] = []
  const ctx = createContext(db, clock, logged)
  await seedDevices(ctx)
  if (staffed) await staffTheDesk(ctx)
  const stops: (() => Promise<void>)[] = []
  const options: BotOptions = { token: TOKEN, apiRoot: messenger.apiRoot, ctx, log: ctx.log, fallbackLocale: 'zh-CN' }
  const sender = await createBot(options)
  await deliverAll(ctx, sender.bot.api)

  return {
    ...chats,
    apiRoot: messenger.apiRoot,
    ctx,
    sql,
    clock,
    logged,
    async startBot({ polls } = { polls: true }) {
      const made = await createBot(options)
      const polling = polls ? startPolling(made, ctx.log) : undefined
      const stop = async () => polling?.stop(5_000)
      stops.push(stop)
      return { ...made, stop }
    },
    async updates() {
      const pending = await sender.bot.api.getUpdates()
      await sender.bot.api.getUpdates({ offset: (pending.at(-1)?.update_id ?? 0) + 1 })
      return pending
    },
    faults: async faults => void (await messenger.client('/faults', faults, 'PUT')),
    async waitForQueued() {
      await until(async () => (await nextDelay(ctx)) !== undefined, { what: 'something in the outbox' })
    },
    deliver: () => deliverAll(ctx, sender.bot.api),
    async stop() {
      for (const stop of stops) await stop()
      await chats.close()
      await messenger.stop()
      await close()
      await database.drop()
    },
  }
}

function createContext(db: Ctx['db'], clock: { now: Date }, logged: LogLine[]): Ctx {
  const files = new Map<string, Buffer>()
  const note = (level: LogLine['level']) => (fields: object, text: string) => void logged.push({ level, fields, text })
  return {
    db,
    inTransaction: false,
    actor: { kind: 'job', name: 'test' },
    now: () => clock.now,
    random: randomBytes,
    keys: deriveKeys(Buffer.alloc(32, 7)),
    signer: createHeadSigner(Buffer.alloc(32, 9)),
    witness: { append: async () => undefined, lines: async function* () {} },
    policy: { ...defaultPolicy, fourEyesSharePercent: 0, blindReviewPercent: 0 },
    form: questions,
    officeTimeZone: 'Asia/Shanghai',
    publicUrl: 'http://127.0.0.1:3000',
    rentalUrl: undefined,
    files: {
      put: async (id, bytes) => void files.set(id, bytes),
      get: async id => files.get(id) ?? Promise.reject(new Error('no such file')),
      remove: async id => void files.delete(id),
    },
    log: { info: note('info'), warn: note('warn'), error: note('error') },
  }
}

async function staffTheDesk(ctx: Ctx): Promise<void> {
  await addStaff(ctx, { telegramId: adminId, name: 'Quiet', roles: ['admin'], locale: 'en' })
  const reviewer = await addStaff(ctx, { telegramId: reviewerId, name: '林老师', roles: ['reviewer'], locale: 'zh-CN' })
  await setHours(ctx, { staffId: reviewer.id, ...parseHours('daily 0:00-24:00') })
}

export const otherSide = { background: '#cc9966' }

/** A picture that could be a card; its other side is of another colour. */
export function makePhoto({ width = 1000, height = 640, background = '#88aacc' } = {}): Promise<Buffer> {
  return sharp({ create: { width, height, channels: 3, background } })
    .jpeg()
    .toBuffer()
}
