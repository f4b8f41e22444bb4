import { parentPort, workerData } from 'node:worker_threads'
import { Bot, webhookCallback } from 'grammy'
import { Hono } from 'hono'
import postgres from 'postgres'
import { freePort, listen } from '../../start/http-server.ts'
import { botInfo, webhookPath, webhookSecret } from './answer-updates.ts'

/**
 * The floor of an answered question: Hono, grammY's own webhook, and one transaction that notes the update, selects, updates; then one
 * reply. No form, no checks, nothing sealed, no audit.
 */
const { databaseUrl, apiRoot } = workerData as { databaseUrl: string; apiRoot: string }
const sql = postgres(databaseUrl, { max: 10 })
const bot = new Bot('1:bench', { client: { apiRoot }, botInfo })
bot.on('message:text', async ctx => {
  const { update_id: id } = ctx.update
  const step = await sql.begin(async sql => {
    const noted = await sql`insert into floor_updates (id) values (${id}) on conflict do nothing returning id`
    const [row] = await sql<{ step: number }[]>`select step from floor_people where id = ${ctx.from.id} for update`
    if (noted.length > 0)
      await sql`update floor_people set step = step + 1, answer = ${ctx.message.text} where id = ${ctx.from.id}`
    return row?.step ?? 0
  })
  await ctx.reply(`Question ${step + 1}`)
})
const handle = webhookCallback(bot, 'hono', { secretToken: webhookSecret })
const port = await freePort('127.0.0.1')
const server = await listen(new Hono().post(webhookPath, handle), '127.0.0.1', port)
parentPort?.once('message', async () => {
  await server.stop()
  await sql.end()
})
parentPort?.postMessage(port)
