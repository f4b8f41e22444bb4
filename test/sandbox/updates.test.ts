import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Update } from '@grammyjs/types'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../support/database.ts'
import { until } from '../support/wait.ts'
import { ada, greet, lin, type Messenger, startMessenger, TOKEN } from './messenger.ts'

let database: TestDatabase
let messenger: Messenger

beforeEach(async () => {
  database = await createTestDatabase({ migrated: false })
  messenger = await startMessenger(database.url)
  await greet(messenger, ada, lin)
})
afterEach(async () => {
  await messenger.stop()
  await database.drop()
})

const write = (text: string, who = ada) => messenger.client(`/chats/${who.id}/text`, { text })
const texts = (updates: Update[]) => updates.map(({ message }) => message?.text)
const poll = (params: object) => messenger.ok<Update[]>('getUpdates', { ...params })

test('a long poll is answered as soon as something happens, and not before', async () => {
  // longer than the test may last
  const waiting = poll({ timeout: 30 })
  await write('now')
  expect(texts(await waiting)).toEqual(['now'])
})

test('updates not acknowledged come again, in order, and after a restart; offset acknowledges', async () => {
  for (const text of ['one', 'two', 'three']) await write(text)
  const first = await poll({ limit: 2 })
  expect(texts(first)).toEqual(['one', 'two'])
  await messenger.stop()
  messenger = await startMessenger(database.url)
  const again = await poll({})
  expect(texts(again)).toEqual(['one', 'two', 'three'])
  const ids = again.map(({ update_id }) => update_id)
  expect(ids).toEqual([...ids].sort((a, b) => a - b))
  expect(texts(await poll({ offset: (ids[1] ?? 0) + 1 }))).toEqual(['three'])
  expect(texts(await poll({ offset: (ids[2] ?? 0) + 1 }))).toEqual([])
  await write('four')
  expect((await poll({}))[0]?.update_id).toBeGreaterThan(ids[2] ?? 0)
})

test('a negative offset forgets all but the newest', async () => {
  for (const text of ['one', 'two', 'three']) await write(text)
  expect(texts(await poll({ offset: -1 }))).toEqual(['three'])
  expect(texts(await poll({}))).toEqual(['three'])
})

test('fifty people writing at once lose no update to an acknowledgement', async () => {
  const seen: (string | undefined)[] = []
  const writing = Promise.all(Array.from({ length: 50 }, (_, i) => write(`m${i}`, i % 2 ? ada : lin)))
  let offset = 0
  while (seen.length < 50) {
    const updates = await poll({ offset, timeout: 5, limit: 3 })
    seen.push(...texts(updates))
    offset = (updates.at(-1)?.update_id ?? offset - 1) + 1
  }
  await writing
  expect(new Set(seen).size).toBe(50)
})

test('a second poller ends the first with 409', async () => {
  let ended = false
  const parked = messenger.call('getUpdates', { timeout: 30 }).finally(() => {
    ended = true
  })
  const second = async () => {
    await messenger.call('getUpdates')
    return ended
  }
  await until(second, { what: 'the first poll to end' })
  expect(await parked).toEqual({
    status: 409,
    ok: false,
    error_code: 409,
    description: 'Conflict: terminated by other getUpdates request; make sure that only one bot instance is running',
  })
})

test('a poller that went away takes nothing with it', async () => {
  const gone = new AbortController()
  const waiting = fetch(`${messenger.apiRoot}/bot${TOKEN}/getUpdates?timeout=30`, { signal: gone.signal }).catch(() => 'gone')
  gone.abort()
  expect(await waiting).toBe('gone')
  await write('for the next')
  expect(texts(await poll({ timeout: 5 }))).toEqual(['for the next'])
})

test('only the kinds asked for arrive, until another set is asked for', async () => {
  await poll({ allowed_updates: ['callback_query'] })
  await write('unwanted')
  await messenger.client(`/chats/${ada.id}/press`, { messageId: 1, data: 'a' })
  expect((await poll({})).map(update => Object.keys(update).sort())).toEqual([['callback_query', 'update_id']])
  await poll({ allowed_updates: [], offset: -1 })
  await write('wanted')
  expect(texts(await poll({}))).toContain('wanted')
})

test('stop ends long polls and event streams at once', async () => {
  const parked = messenger.call('getUpdates', { timeout: 50 })
  const events = await fetch(`${messenger.origin}/sandbox/api/events`)
  const ended = events.text()
  await messenger.sandbox.stop()
  expect(await parked).toMatchObject({ ok: true, result: [] })
  await ended
})

test('two sandboxes may begin on one fresh database at the same time', async () => {
  const fresh = await createTestDatabase({ migrated: false })
  const both = await Promise.all([startMessenger(fresh.url), startMessenger(fresh.url)])
  expect(await both[0].chat(ada.id)).toMatchObject({ messages: [], blocked: false })
  for (const one of both) await one.stop()
  await fresh.drop()
})

interface Hook {
  url: string
  seen: { update: Update; headers: IncomingHttpHeaders }[]
  /** what the next calls are answered with; 200 and nothing when it is empty */
  answers: { status: number; body?: string; type?: string }[]
  close(): Promise<void>
}

async function startHook(): Promise<Hook> {
  const hook: Pick<Hook, 'seen' | 'answers'> = { seen: [], answers: [] }
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk)
    hook.seen.push({ update: JSON.parse(Buffer.concat(chunks).toString()), headers: request.headers })
    const { status, body, type = 'application/json' } = hook.answers.shift() ?? { status: 200 }
    response.writeHead(status, { 'content-type': type }).end(body)
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const close = async () => {
    server.closeAllConnections()
    await new Promise(resolve => server.close(resolve))
  }
  return { ...hook, url: `http://127.0.0.1:${port}/hook`, close }
}

test('a webhook gets each update with the secret, again until it says 2xx, each person in order', async () => {
  const hook = await startHook()
  hook.answers.push({ status: 500 })
  await messenger.ok('setWebhook', { url: hook.url, secret_token: 'S_-1', max_connections: 5 })
  expect(await messenger.call('getUpdates')).toMatchObject({
    status: 409,
    description: "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
  })
  await write('one')
  await until(() => hook.seen.length === 1, { what: 'the first try' })
  await write('two')
  expect(await messenger.ok('getWebhookInfo')).toMatchObject({
    url: hook.url,
    has_custom_certificate: false,
    pending_update_count: 2,
    max_connections: 5,
  })
  await until(() => hook.seen.length === 3, { what: 'both' })
  expect(hook.seen.map(({ update }) => update.message?.text)).toEqual(['one', 'one', 'two'])
  expect(hook.seen[0]?.headers['x-telegram-bot-api-secret-token']).toBe('S_-1')
  await until(async () => (await messenger.ok<{ pending_update_count: number }>('getWebhookInfo')).pending_update_count === 0, {
    what: 'nothing to be left',
  })
  expect(await messenger.ok('getWebhookInfo')).toMatchObject({
    last_error_message: 'Wrong response from the webhook: 500 Internal Server Error',
  })
  await messenger.ok('deleteWebhook')
  expect(await messenger.ok('getWebhookInfo')).toMatchObject({ url: '', pending_update_count: 0 })
  await hook.close()
})

test('one person whose update fails does not hold up another', async () => {
  const hook = await startHook()
  await messenger.ok('setWebhook', { url: hook.url })
  hook.answers.push({ status: 500 }, { status: 500 })
  await write('stuck')
  await until(() => hook.seen.length === 1, { what: 'the try that fails' })
  await write('passes', lin)
  hook.answers.length = 0
  await until(() => hook.seen.some(({ update }) => update.message?.text === 'passes'), { what: 'the other' })
  await hook.close()
})

test('a method in the answer to a webhook is called, and a webhook set before a restart goes on after it', async () => {
  const hook = await startHook()
  await messenger.ok('setWebhook', { url: hook.url })
  hook.answers.push({ status: 200, body: JSON.stringify({ method: 'sendMessage', chat_id: ada.id, text: 'by reply' }) })
  await write('hello')
  await until(async () => (await messenger.chat(ada.id)).messages.some(({ text }) => text === 'by reply'), { what: 'the reply' })
  await messenger.stop()
  messenger = await startMessenger(database.url)
  await write('after')
  await until(() => hook.seen.some(({ update }) => update.message?.text === 'after'), { what: 'the update after the restart' })
  await hook.close()
})

test('drop_pending_updates forgets what waits', async () => {
  await write('old')
  await messenger.ok('deleteWebhook', { drop_pending_updates: 'true' })
  expect(await poll({})).toEqual([])
})
