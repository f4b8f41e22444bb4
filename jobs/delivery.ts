import { Api } from 'grammy'
import { onCancel, openJobContext } from './context.ts'
import { startDelivery } from './deliver.ts'

/**
 * The long-lived worker that sends the outbox. When it dies, jobs/bree.ts starts it again. Its own marks (claimed, sent) need not be on
 * disk before the next step: one that a crash undoes means a message sent twice, never one lost (G4).
 */
const { opened, bot, log } = await openJobContext('delivery', { waitsForDisk: false })
const api = new Api(bot.token, { ...(bot.apiRoot ? { apiRoot: bot.apiRoot } : {}), timeoutSeconds: 20 })
const loop = await startDelivery({ ...opened.ctx, actor: { kind: 'job', name: 'delivery' }, log }, opened.database.sql, api)

onCancel(async () => {
  await loop.stop()
  await opened.close()
})
