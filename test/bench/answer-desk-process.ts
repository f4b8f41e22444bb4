import { parentPort, workerData } from 'node:worker_threads'
import { Hono } from 'hono'
import { createBot } from '../../bot/bot.ts'
import { createWebhook } from '../../bot/webhook.ts'
import type { Form } from '../../core/application/steps.ts'
import { type DeskSettings, openDesk } from '../../start/desk.ts'
import { freePort, listen } from '../../start/http-server.ts'
import { webhookPath, webhookSecret } from './answer-updates.ts'

/** The desk's own bot behind the desk's own door, on a thread of its own. */
const { settings, apiRoot, form } = workerData as { settings: DeskSettings; apiRoot: string; form?: Form }
const complain = (fields: object, text: string) => void process.stderr.write(`${text} ${JSON.stringify(fields)}\n`)
const log = { info: () => undefined, warn: complain, error: complain }
const desk = await openDesk(settings, log)
const ctx = form ? { ...desk.ctx, form } : desk.ctx
const bot = await createBot({ token: '1:bench', apiRoot, ctx, log, fallbackLocale: 'zh-CN' })
const webhook = createWebhook(bot, webhookSecret)
const port = await freePort('127.0.0.1')
const server = await listen(
  new Hono().post(webhookPath, c => webhook.handle(c.req.raw)),
  '127.0.0.1',
  port,
)
parentPort?.once('message', async () => {
  await server.stop()
  await desk.close()
})
parentPort?.postMessage(port)
