import { fileURLToPath } from 'node:url'
import { Hono } from 'hono'
import { createApi } from './api/app.ts'
import { healthRoutes } from './api/health.ts'
import { type Config, ConfigError, readConfig } from './config.ts'
import type { Actor, Ctx } from './core/context.ts'
import { seedDevices } from './core/device/seed.ts'
import { issueAdminClaim } from './core/staff/claim.ts'
import { InstanceRunning, takeInstanceLock } from './db/instance-lock.ts'
import { type Jobs, startJobs } from './jobs/bree.ts'
import { appointAdmins } from './start/admins.ts'
import { boot, makeDataDir } from './start/boot.ts'
import { type BotRunner, startBot } from './start/bot.ts'
import { openDesk } from './start/desk.ts'
import { freePort, type HttpServer, listen, PortTaken } from './start/http-server.ts'
import { createLog } from './start/log.ts'
import { refuseOtherKey } from './start/master-key.ts'
import { greetStaff, openSandbox, type SandboxHost } from './start/sandbox.ts'
import { sandboxRental } from './start/sandbox-rental.ts'
import { StartProblem, say, sayProblem } from './start/say.ts'
import { createStops } from './start/stops.ts'

const pagesDir = fileURLToPath(new URL('./web', import.meta.url))

/** Builds everything from the settings and starts it, part by part; what was started is stopped in the reverse order. */
async function start(config: Config): Promise<void> {
  const stops = createStops()
  try {
    await bringUp(config, stops)
  } catch (error) {
    await stops.run()
    throw error
  }
}

async function bringUp(config: Config, stops: ReturnType<typeof createStops>): Promise<void> {
  const log = createLog(config.logLevel, 'mianshen')
  const { host, publicUrl } = config.http
  await makeDataDir(config.dataDir)
  // with a database of one's own, several processes may share the folder of the files
  if (config.databaseUrl === undefined) {
    const lock = await takeInstanceLock(config.dataDir, { url: publicUrl })
    stops.add('instance', () => lock.release())
  }

  const booted = await boot(config, log)
  stops.add('database', booted.stop)
  say('database', booted.database)

  let jobs: Jobs | undefined
  let sandbox: SandboxHost | undefined
  const desk = await openDesk(booted.settings, log, () => {
    jobs?.sweepNow()
    sandbox?.notifyClock()
  })
  stops.add('desk', desk.close)
  const ctxFor = (actor: Actor): Ctx => ({ ...desk.ctx, actor })
  const starting = ctxFor({ kind: 'job', name: 'start' })
  await refuseOtherKey(starting)
  await seedDevices(starting)

  const root = new Hono()
  if (!config.production) {
    sandbox = await openSandbox({ config, desk, ctx: starting, databaseUrl: booted.settings.databaseUrl, pagesDir })
    root.route('/', sandbox.app)
    root.route('/', sandboxRental())
    root.get('/', c => c.redirect('/sandbox'))
  }
  const telegram = sandbox?.telegram ?? { token: config.bot.token ?? '', apiRoot: config.bot.apiRoot }

  const runsBot = config.roles.includes('bot')
  let bot: BotRunner | undefined
  if (runsBot) root.post('/telegram/webhook', async c => (bot ? bot.handleWebhook(c.req.raw) : c.body(null, 503)))
  if (config.roles.includes('api')) {
    const chatUrl = (start?: string) => {
      if (sandbox) return `${publicUrl}/sandbox`
      return `https://t.me/${bot?.username ?? config.bot.username ?? ''}${start === undefined ? '' : `?start=${start}`}`
    }
    const api = await createApi({
      ctxFor,
      sql: desk.database.sql,
      media: { agora: config.agora, iceServers: config.iceServers },
      chatUrl,
      pagesDir,
      botToken: telegram.token,
      frameAncestors: sandbox ? "'self'" : 'https://web.telegram.org',
      secure: publicUrl.startsWith('https:'),
    })
    stops.add('rooms', api.close)
    root.route('/', api.app)
  } else root.route('/', healthRoutes(starting))
  const server: HttpServer = await listen(root, host, config.http.port)
  stops.add('http', server.stop)
  // before the server: it ends the long polls and streams that would hold it up
  if (sandbox) stops.add('sandbox', sandbox.stop)
  say('http', `${host}:${config.http.port}${config.roles.includes('api') ? ', API and pages' : ''}`)
  if (sandbox) {
    say('sandbox', 'messenger in place of Telegram (no BOT_TOKEN)')
    await greetStaff(config.http.port)
  }

  await appointAdmins(starting, config)
  if (runsBot) {
    bot = await startBot({ telegram, ctx: desk.ctx, config, log })
    stops.add('bot', bot.stop)
    say('bot', `@${bot.username}, ${config.intake.mode}`)
  }
  if (config.roles.includes('jobs')) {
    jobs = await startJobs({ desk: booted.settings, bot: telegram, logLevel: config.logLevel }, log)
    stops.add('jobs', jobs.stop)
    say('jobs', 'delivery and sweeps')
  }
  if (config.production && !publicUrl.startsWith('https:'))
    say('note', 'PUBLIC_URL is not https: call links work on this machine only')
  const claim = config.production && runsBot ? await issueAdminClaim(starting) : undefined
  if (claim) say('admin', `the first admin sends the bot: /claim ${claim}`)
  say('ready', sandbox ? `${publicUrl}/sandbox` : publicUrl)
}

try {
  const config = readConfig(process.env)
  if (config.http.port === 0) {
    const port = await freePort(config.http.host)
    config.http = { ...config.http, port, publicUrl: config.http.publicUrl.replace(/:0$/, `:${port}`) }
  }
  await start(config)
} catch (error) {
  const expected = [ConfigError, PortTaken, InstanceRunning, StartProblem].some(kind => error instanceof kind)
  sayProblem(expected && error instanceof Error ? error.message : error)
  process.exit(1)
}
