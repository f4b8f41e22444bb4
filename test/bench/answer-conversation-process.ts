import { parentPort, workerData } from 'node:worker_threads'
import { type Conversation, type ConversationFlavor, conversations, createConversation } from '@grammyjs/conversations'
import { Bot, type Context, webhookCallback } from 'grammy'
import { Hono } from 'hono'
import postgres from 'postgres'
import { freePort, listen } from '../../start/http-server.ts'
import { botInfo, webhookPath, webhookSecret } from './answer-updates.ts'

/**
 * The same form on grammY's conversations plugin, its state in a table of the same database: as many typed questions, each answer
 * checked for its length. No dedupe, no transaction, nothing sealed, no audit.
 */
const { databaseUrl, apiRoot, questions } = workerData as { databaseUrl: string; apiRoot: string; questions: number }
type Chat = ConversationFlavor<Context>

async function form(conversation: Conversation<Chat>, ctx: Context): Promise<void> {
  for (let number = 1; number <= questions; number++) {
    await ctx.reply(`Question ${number} of ${questions}`)
    for (;;) {
      const answered = await conversation.waitFor('message:text')
      const answer = answered.message.text.normalize('NFKC').trim()
      if (answer.length >= 4 && answer.length <= 500) break
      await answered.reply('Between 4 and 500 characters, please.')
    }
  }
  await ctx.reply('Please check what you entered.')
}

const sql = postgres(databaseUrl, { max: 10 })
const bot = new Bot<Chat>('1:bench', { client: { apiRoot }, botInfo })
bot.use(
  conversations({
    storage: {
      type: 'key',
      version: 0,
      adapter: {
        read: async key => (await sql`select state from conversation_states where key = ${key}`)[0]?.state,
        write: async (key, state) => {
          const json = JSON.stringify(state)
          await sql`
            insert into conversation_states (key, state) values (${key}, ${json}::text::jsonb)
            on conflict (key) do update set state = excluded.state`
        },
        delete: async key => void (await sql`delete from conversation_states where key = ${key}`),
      },
    },
  }),
)
bot.use(createConversation(form))
bot.on('message:text', ctx => ctx.conversation.enter('form'))
const handle = webhookCallback(bot, 'hono', { secretToken: webhookSecret })
const port = await freePort('127.0.0.1')
const server = await listen(new Hono().post(webhookPath, handle), '127.0.0.1', port)
parentPort?.once('message', async () => {
  await server.stop()
  await sql.end()
})
parentPort?.postMessage(port)
