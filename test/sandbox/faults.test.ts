import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import type { Fault } from '../../sandbox/contract.ts'
import { createTestDatabase, type TestDatabase } from '../support/database.ts'
import { ada, greet, lin, type Messenger, startMessenger, TOKEN } from './messenger.ts'

let database: TestDatabase
let messenger: Messenger

beforeAll(async () => {
  database = await createTestDatabase({ migrated: false })
  messenger = await startMessenger(database.url)
  await greet(messenger, ada, lin)
})
afterEach(() => messenger.client('/faults', [], 'PUT'))
afterAll(async () => {
  await messenger.stop()
  await database.drop()
})

const switchOn = (...faults: Fault[]) => messenger.client<Fault[]>('/faults', faults, 'PUT')
const send = (text: string, chat = ada) => messenger.call('sendMessage', { chat_id: chat.id, text })
const stands = async (text: string) => (await messenger.chat(ada.id)).messages.some(message => message.text === text)

test('429, 500 and 403 strike as often as told, in the chat and method told, before any effect', async () => {
  await switchOn(
    { kind: '429', method: 'sendMessage', chatId: ada.id, times: 1, seconds: 7 },
    { kind: '500', times: 1 },
    { kind: '403', times: 1, chatId: ada.id },
  )
  expect(await send('kept away', lin)).toMatchObject({ status: 500, ok: false, description: 'Internal Server Error' })
  expect(await send('first')).toEqual({
    status: 429,
    ok: false,
    error_code: 429,
    description: 'Too Many Requests: retry after 7',
    parameters: { retry_after: 7 },
  })
  expect(await send('second')).toMatchObject({ status: 403, description: 'Forbidden: bot was blocked by the user' })
  expect(await messenger.client('/faults')).toEqual([])
  expect(await stands('first')).toBe(false)
  expect(await send('third')).toMatchObject({ ok: true })
})

test('a cut comes after the effect: the message stands, the caller does not know', async () => {
  await switchOn({ kind: 'cut', method: 'sendmessage', times: 1 })
  await expect(send('perhaps sent')).rejects.toThrow('fetch failed')
  expect(await stands('perhaps sent')).toBe(true)
})

test('a time-out hangs for its seconds without effect, and a caller who leaves ends it', async () => {
  await switchOn({ kind: 'timeout', method: 'sendMessage', seconds: 0.05, times: 1 }, { kind: 'timeout', seconds: 30 })
  expect(await send('late')).toMatchObject({ status: 504, description: 'Gateway Timeout' })
  const signal = AbortSignal.timeout(50)
  await expect(fetch(`${messenger.apiRoot}/bot${TOKEN}/getMe`, { signal })).rejects.toThrow(/timeout/)
  expect(await stands('late')).toBe(false)
})

test('a fault of any method spares getUpdates, unless it is named', async () => {
  await switchOn({ kind: '500' })
  expect(await messenger.call('getUpdates')).toMatchObject({ ok: true })
  await switchOn({ kind: '500', method: 'getUpdates', times: 1 })
  expect(await messenger.call('getUpdates')).toMatchObject({ status: 500 })
})

test('a fault that makes no sense is refused', async () => {
  await expect(messenger.client('/faults', [{ kind: 'meteor' }], 'PUT')).rejects.toThrow('400 0.kind:')
})
