import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { HttpBindings } from '@hono/node-server'
import { Hono } from 'hono'
import postgres from 'postgres'
import { BotApiError } from './bot-api/errors.ts'
import { botApiRoutes } from './bot-api/routes.ts'
import { clientRoutes } from './client/routes.ts'
import type { Fault, SandboxClock, SandboxUser } from './contract.ts'
import { createEvents } from './events.ts'
import { createFaults } from './faults.ts'
import { createFloodGate } from './flood.ts'
import { onlyThisMachine } from './guard.ts'
import { openFiles } from './store/files.ts'
import { openMessages } from './store/messages.ts'
import { openPeople } from './store/people.ts'
import { openCallbackQueries } from './store/queries.ts'
import { ensureSchema } from './store/schema.ts'
import { openSettings } from './store/settings.ts'
import { openUpdateLog } from './store/update-log.ts'
import { createUpdates } from './updates.ts'
import { createWebhookSender } from './webhook.ts'
import type { World } from './world.ts'

export interface SandboxOptions {
  /** PostgreSQL; chats and files stand in a schema `sandbox`, made when absent */
  databaseUrl: string
  /** the bot's token, `<id>:<secret>` */
  token: string
  bot: { firstName: string; username: string }
  /** absolute URL under which the Bot API is mounted, such as `http://127.0.0.1:3000/sandbox/telegram` */
  apiRoot: string
  /** users who must exist; their ids are fixed by the host */
  seats: SandboxUser[]
  /** folder of the built pages: `GET /sandbox` serves its `sandbox/index.html` */
  pagesDir?: string
  clock?: SandboxClock
  /** a client was switched to another language; Telegram itself tells a bot only with the person's next message */
  onLanguage?(user: SandboxUser): Promise<void>
  faultsAtStart?: Fault[]
  /** 30 messages a second overall and one a second in a chat, with a burst of 20, else 429; off by default */
  floodLimits?: boolean
  /** machine time, for tests: the validity of presses, the 48 hours in which a message can be deleted */
  now?: () => Date
}

export interface Sandbox {
  /** its routes carry their full paths, below `/sandbox` */
  app: Hono<{ Bindings: HttpBindings }>
  /** ends polls and event streams at once, then closes the database pool */
  stop(): Promise<void>
  /** the desk's clock was moved by other means than the page */
  notifyClock(): void
}

const PAGE_POLICY =
  "default-src 'self'; img-src 'self' blob: data:; media-src 'self' blob: data:; " +
  "frame-src 'self'; connect-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"

/** A messenger on this machine that speaks the Telegram Bot API. One process at a time runs it on a database. */
export async function createSandbox(options: SandboxOptions): Promise<Sandbox> {
  const id = Number(/^(\d+):[\w-]+$/.exec(options.token)?.[1])
  if (!id) throw new Error('The sandbox needs a token such as 7000000001:some-secret')
  const root = new URL(options.apiRoot).pathname.replace(/\/+$/, '')
  const sql = postgres(options.databaseUrl, { max: 4, onnotice: () => undefined })
  await ensureSchema(sql)

  const stopping = new AbortController()
  const now = options.now ?? (() => new Date())
  const settings = await openSettings(sql)
  const log = openUpdateLog(sql)
  const events = createEvents()
  const updates = createUpdates(sql, log, settings, stopping.signal)
  const webhook = createWebhookSender(() => world)
  const world: World = {
    token: options.token,
    bot: { id, ...options.bot },
    people: await openPeople(sql),
    messages: openMessages(sql),
    files: openFiles(sql),
    queries: openCallbackQueries(sql),
    faults: createFaults(options.faultsAtStart ?? []),
    countSend: options.floodLimits ? createFloodGate(() => now().getTime()) : () => undefined,
    stopping: stopping.signal,
    settings,
    log,
    events,
    updates,
    webhook,
    now,
  }
  for (const seat of options.seats) await world.people.seat(seat)
  updates.onNew(webhook.wake)
  webhook.wake()

  const app = new Hono<{ Bindings: HttpBindings }>()
  app.use('/sandbox', onlyThisMachine)
  app.use('/sandbox/*', onlyThisMachine)
  app.use(`${root}/*`, onlyThisMachine)
  app.get('/sandbox', async c => {
    const html = await readPage(options.pagesDir)
    if (html === undefined) return c.text('The pages of the sandbox are not built.', 404)
    return c.html(html, 200, {
      'content-security-policy': PAGE_POLICY,
      'cache-control': 'no-store',
      'referrer-policy': 'same-origin',
    })
  })
  app.route('/sandbox/api', clientRoutes(world, options.clock, options.onLanguage))
  app.route('/', botApiRoutes(world, root))
  app.onError((error, c) => {
    if (error instanceof BotApiError) return c.json({ error: error.message }, 400)
    throw error
  })

  return {
    app,
    notifyClock: () => events.emit({ type: 'clock' }),
    async stop() {
      stopping.abort()
      webhook.stop()
      await sql.end({ timeout: 1 })
    },
  }
}

async function readPage(pagesDir: string | undefined): Promise<string | undefined> {
  if (pagesDir === undefined) return undefined
  return readFile(join(pagesDir, 'sandbox', 'index.html'), 'utf8').catch(() => undefined)
}
