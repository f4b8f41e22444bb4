import type { Update } from '@grammyjs/types'
import type { DeskBot } from '../../bot/bot.ts'
import { startPolling } from '../../bot/polling.ts'
import { createWebhook } from '../../bot/webhook.ts'
import type { Log } from '../../core/context.ts'

const secret = 'a-secret-of-the-webhook'

/** Hands an update over as Telegram's delivery would; the status that it was answered with. */
export async function deliver(bot: DeskBot, update: unknown): Promise<number> {
  const headers = { 'x-telegram-bot-api-secret-token': secret }
  const request = new Request('http://127.0.0.1/telegram/webhook', { method: 'POST', headers, body: JSON.stringify(update) })
  return (await createWebhook(bot, secret).handle(request)).status
}

/** Hands updates over as one batch of a long poll; resolves when the next batch is asked for, which acknowledges this one. */
export async function pollOnce(bot: DeskBot, updates: readonly unknown[], log: Log): Promise<void> {
  let asked = 0
  await new Promise<void>(resolve => {
    const getUpdates = async (): Promise<Update[]> => {
      asked++
      if (asked === 1) return updates as Update[]
      resolve()
      return new Promise(() => undefined)
    }
    // guarantee: the intake calls these two methods and no others
    const api = { getUpdates, deleteWebhook: async () => true } as unknown as DeskBot['bot']['api']
    const polling = startPolling({ bot: Object.assign(Object.create(bot.bot), { api }), take: bot.take }, log)
    void polling
  })
}
