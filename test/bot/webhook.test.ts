import type { AddressInfo } from 'node:net'
import type { Update } from '@grammyjs/types'
import { serve } from '@hono/node-server'
import { Hono } from 'hono'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createWebhook, registerWebhook } from '../../bot/webhook.ts'
import { startDesk, type TestDesk } from './desk.ts'

let desk: TestDesk
beforeAll(async () => {
  desk = await startDesk()
})
afterAll(() => desk.stop())

const secret = 'a-secret-of-the-webhook'
const url = 'http://127.0.0.1/telegram/webhook'

function post(body: string, token: string | null = secret): Request {
  const request = new Request(url, { method: 'POST', body })
  if (token !== null) request.headers.set('x-telegram-bot-api-secret-token', token)
  return request
}

describe('the door for deliveries', () => {
  it.each([
    ['without a secret', null],
    ['with another', 'wrong'],
    ['with one that begins alike', `${secret}x`],
    ['with an empty one', ''],
  ])('401 %s; nothing is taken', async (_how, token) => {
    const taken: Update[] = []
    const webhook = createWebhook({ take: async update => taken.push(update) > 0 }, secret)
    expect((await webhook.handle(post('{"update_id":1}', token))).status).toBe(401)
    expect(taken).toEqual([])
  })

  it.each([
    ['malformed JSON', '{"update_id":'],
    ['nothing', ''],
    ['an array', '[]'],
    ['no update', '{"hello":1}'],
    ['an id that is none', '{"update_id":"1"}'],
    ['more than a megabyte', `{"update_id":1,"x":"${'x'.repeat(1024 * 1024)}"}`],
  ])('G11: 400 for %s', async (_what, body) => {
    const webhook = createWebhook({ take: async () => true }, secret)
    expect((await webhook.handle(post(body))).status).toBe(400)
  })

  it('200 when answered; 503 when the answer was lost or is late, so that it is delivered again', async () => {
    const body = '{"update_id":1}'
    expect((await createWebhook({ take: async () => true }, secret).handle(post(body))).status).toBe(200)
    expect((await createWebhook({ take: async () => false }, secret).handle(post(body))).status).toBe(503)
    let finish = () => {}
    const slow = createWebhook({ take: () => new Promise(resolve => (finish = () => resolve(true))) }, secret, 20)
    expect((await slow.handle(post(body))).status).toBe(503)
    finish()
    await slow.settle(1000)
  })

  it('G2: answers a person over the messenger’s own deliveries, each once', async () => {
    const bot = await desk.startBot({ polls: false })
    const webhook = createWebhook(bot, secret)
    const app = new Hono().post('/telegram/webhook', c => webhook.handle(c.req.raw))
    const server = await new Promise<ReturnType<typeof serve>>(resolve => {
      const started = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, () => resolve(started))
    })
    const { port } = server.address() as AddressInfo
    await registerWebhook(bot, { url: `http://127.0.0.1:${port}/telegram/webhook`, secret })
    const person = await desk.newcomer()
    await person.say('/apply')
    await person.sees('1/9')
    await person.press('青禾 手机 8')
    await person.sees('选择租期')
    await bot.bot.api.deleteWebhook()
    await webhook.settle(1000)
    await new Promise(resolve => server.close(resolve))
  })
})
