import { createHmac } from 'node:crypto'
import type { Message, Update } from '@grammyjs/types'
import sharp from 'sharp'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { ClockState, SandboxState, SandboxUser } from '../../sandbox/contract.ts'
import { createTestDatabase, type TestDatabase } from '../support/database.ts'
import { until } from '../support/wait.ts'
import { ada, greet, lin, listenToEvents, type Messenger, quiet, startMessenger, TOKEN } from './messenger.ts'

let database: TestDatabase
let messenger: Messenger
let offsetSeconds = 0
const now = () => new Date(Date.UTC(2026, 10, 23) + offsetSeconds * 1000)
const clock = {
  state: async (): Promise<ClockState> => ({ now: now().toISOString(), offsetSeconds, stops: [] }),
  moveTo: async (to: Date | 'real') => {
    offsetSeconds = to === 'real' ? 0 : (to.getTime() - Date.UTC(2026, 10, 23)) / 1000
  },
}

beforeAll(async () => {
  database = await createTestDatabase({ migrated: false })
  messenger = await startMessenger(database.url, { clock })
  await greet(messenger, ada, lin)
})
beforeEach(() => messenger.ok('deleteWebhook', { drop_pending_updates: true }))
afterAll(async () => {
  await messenger.stop()
  await database.drop()
})

const newest = async (): Promise<Update | undefined> => (await messenger.updates()).at(-1)

test('a text becomes an update as Telegram makes it, the start payload included', async () => {
  const { message_id } = await messenger.client(`/chats/${ada.id}/text`, { text: '  /start order_42-x ' })
  expect(await newest()).toEqual({
    update_id: expect.any(Number),
    message: {
      message_id,
      from: { id: ada.id, is_bot: false, first_name: 'Ada', last_name: 'Byron', language_code: 'en' },
      chat: { id: ada.id, type: 'private', first_name: 'Ada', last_name: 'Byron' },
      date: expect.any(Number),
      text: '/start order_42-x',
      entities: [{ type: 'bot_command', offset: 0, length: 6 }],
    },
  })
})

test('5,000 characters arrive as two messages', async () => {
  await messenger.client(`/chats/${ada.id}/text`, { text: '字'.repeat(5000) })
  expect((await messenger.updates()).map(({ message }) => message?.text?.length)).toEqual([4096, 904])
})

test('a NUL character in forged data is dropped, and holds up nothing', async () => {
  const reply_markup = { inline_keyboard: [[{ text: 'b', callback_data: 'b' }]] }
  const { message_id: messageId } = await messenger.ok<Message>('sendMessage', { chat_id: ada.id, text: 'x', reply_markup })
  await messenger.client(`/chats/${ada.id}/press`, { messageId, data: 'a\0b' })
  expect((await newest())?.callback_query?.data).toBe('ab')
})

test('a contact carries its owner, so that somebody else’s can be told', async () => {
  await messenger.client(`/chats/${ada.id}/contact`, {})
  expect((await newest())?.message?.contact).toEqual({
    phone_number: ada.phone,
    first_name: 'Ada',
    last_name: 'Byron',
    user_id: ada.id,
  })
  await messenger.client(`/chats/${ada.id}/contact`, { userId: lin.id })
  expect((await newest())?.message?.contact).toMatchObject({ phone_number: lin.phone, user_id: lin.id })
})

test('people are chosen for a button that asks for them; the bot learns no more than it asks for', async () => {
  const choose = (requestId: number, userIds: number[]) => messenger.client(`/chats/${ada.id}/users`, { requestId, userIds })
  await expect(choose(7, [lin.id])).rejects.toThrow()
  const request_users = { request_id: 7, max_quantity: 2 }
  const ask = async (more: object) =>
    messenger.ok('sendMessage', {
      chat_id: ada.id,
      text: 'Who?',
      reply_markup: { keyboard: [[{ text: 'Choose', request_users: { ...request_users, ...more } }]] },
    })
  await ask({})
  await choose(7, [lin.id])
  expect((await newest())?.message?.users_shared).toEqual({ request_id: 7, users: [{ user_id: lin.id }] })
  await ask({ request_name: true })
  await choose(7, [lin.id, ada.id])
  expect((await newest())?.message?.users_shared?.users).toMatchObject([
    { user_id: lin.id, first_name: lin.firstName },
    { user_id: ada.id, first_name: 'Ada', last_name: 'Byron' },
  ])
  await expect(choose(7, [lin.id, ada.id, quiet.id])).rejects.toThrow()
})

test('a sticker, a voice message, a location and a document arrive as what they are, and can be looked at', async () => {
  const sticker = await messenger.client(`/chats/${ada.id}/sticker`, {})
  const voice = await messenger.client(`/chats/${ada.id}/voice`, {})
  expect((await newest())?.message?.voice).toMatchObject({ mime_type: 'audio/ogg', duration: 2 })
  expect(await messenger.client(`/chats/${ada.id}/location`, { latitude: 1, longitude: 2 })).toMatchObject({
    location: { latitude: 1, longitude: 2 },
  })
  const form = new FormData()
  form.set('file', new Blob(['%PDF-1.7'], { type: 'application/pdf' }), 'id card.pdf')
  const document = await messenger.client(`/chats/${ada.id}/document`, form)
  expect(document.document).toMatchObject({ file_name: 'id card.pdf', mime_type: 'application/pdf', file_size: 8 })
  const look = (id = '') => fetch(`${messenger.origin}/sandbox/api/files/${id}`)
  expect((await look(sticker.sticker?.file_id)).headers.get('content-type')).toBe('image/webp')
  expect((await look(voice.voice?.file_id)).headers.get('content-type')).toBe('audio/ogg')
  expect(await (await look(document.document?.file_id)).text()).toBe('%PDF-1.7')
  expect((await look('unknown')).status).toBe(404)
})

test('what a client would not send as a photo is refused with a sentence, and changes nothing', async () => {
  const form = (bytes: string | Uint8Array<ArrayBuffer>, name: string) => {
    const data = new FormData()
    data.set('file', new Blob([bytes]), name)
    return data
  }
  const before = (await messenger.chat(ada.id)).messages.length
  await expect(messenger.client(`/chats/${ada.id}/photo`, form('%PDF-1.7', 'card.pdf'))).rejects.toThrow(
    '400 This is not a picture. Send it as a file instead.',
  )
  await expect(messenger.client(`/chats/${ada.id}/photo`, form(new Uint8Array(11 * 1024 * 1024), 'card.jpg'))).rejects.toThrow(
    '400 The photo is too big: 10 MB at most.',
  )
  await expect(messenger.client(`/chats/${ada.id}/photo`, form('', 'empty.jpg'))).rejects.toThrow(
    '400 Choose a file that is not empty.',
  )
  await expect(messenger.client(`/chats/${ada.id}/document`, form(new Uint8Array(51 * 1024 * 1024), 'a.bin'))).rejects.toThrow(
    '413 The file is too big: 50 MB at most.',
  )
  expect((await messenger.chat(ada.id)).messages.length).toBe(before)
  expect(await messenger.updates()).toEqual([])
})

test('a picture of 30 MB goes out as a document, with a thumbnail, and is too big for the bot to fetch', async () => {
  const png = await sharp({ create: { width: 3300, height: 3100, channels: 3, background: '#123456' } })
    .png({ compressionLevel: 0 })
    .toBuffer()
  expect(png.length).toBeGreaterThan(30_000_000)
  const form = new FormData()
  form.set('file', new Blob([new Uint8Array(png)], { type: 'image/png' }), 'scan.png')
  const { document } = await messenger.client(`/chats/${ada.id}/document`, form)
  expect(document).toMatchObject({ file_size: png.length, thumbnail: { width: 320, height: 301 } })
  expect(await messenger.call('getFile', { file_id: document?.file_id })).toMatchObject({
    description: 'Bad Request: file is too big',
  })
  expect(await messenger.ok('getFile', { file_id: document?.thumbnail?.file_id })).toMatchObject({
    file_path: expect.stringMatching(/^thumbnails\/file_\d+\.jpg$/),
  })
})

test('an edited message, and presses current, old and forged, become updates', async () => {
  const { message_id } = await messenger.client(`/chats/${ada.id}/text`, { text: 'helo' })
  await messenger.client(`/chats/${ada.id}/edit`, { messageId: message_id, text: 'hello' })
  expect((await newest())?.edited_message).toMatchObject({ message_id, text: 'hello', edit_date: expect.any(Number) })
  const sent = await messenger.ok<Message>('sendMessage', {
    chat_id: ada.id,
    text: 'q',
    reply_markup: { inline_keyboard: [[{ text: 'a', callback_data: 'now' }]] },
  })
  const press = async (messageId: number, data: string) => {
    const { queryId } = await messenger.client<{ queryId: string }>(`/chats/${ada.id}/press`, { messageId, data })
    const query = (await newest())?.callback_query
    expect(query).toMatchObject({ id: queryId, data, from: { id: ada.id }, chat_instance: expect.stringMatching(/^-?\d+$/) })
    return query
  }
  const current = await press(sent.message_id, 'now')
  expect(current?.message).toMatchObject({
    message_id: sent.message_id,
    text: 'q',
    reply_markup: { inline_keyboard: [[{ callback_data: 'now' }]] },
  })
  await press(sent.message_id, 'forged:1')
  expect((await press(999_999, 'old'))?.message).toEqual({ chat: current?.message?.chat, message_id: 999_999, date: 0 })
  await expect(messenger.client(`/chats/${ada.id}/edit`, { messageId: sent.message_id, text: 'mine' })).rejects.toThrow(
    '400 Only a message of your own can be edited.',
  )
})

test('blocking tells the bot and ends its sends with 403, until the block is lifted', async () => {
  await messenger.client(`/chats/${lin.id}/block`, { blocked: true })
  expect((await newest())?.my_chat_member).toMatchObject({
    chat: { id: lin.id },
    old_chat_member: { status: 'member' },
    new_chat_member: { status: 'kicked', user: { is_bot: true } },
  })
  expect(await messenger.call('sendMessage', { chat_id: lin.id, text: 'x' })).toEqual({
    status: 403,
    ok: false,
    error_code: 403,
    description: 'Forbidden: bot was blocked by the user',
  })
  await expect(messenger.client(`/chats/${lin.id}/text`, { text: 'x' })).rejects.toThrow('You have blocked this bot')
  expect((await messenger.chat(lin.id)).blocked).toBe(true)
  await messenger.client(`/chats/${lin.id}/block`, { blocked: false })
  expect((await newest())?.my_chat_member).toMatchObject({ new_chat_member: { status: 'member' } })
  expect(await messenger.call('sendMessage', { chat_id: lin.id, text: 'x' })).toMatchObject({ ok: true })
})

test('a mini-app is opened with initData that verifies as Telegram documents it', async () => {
  const { url } = await messenger.client<{ url: string }>(`/chats/${ada.id}/web-app`, { url: 'http://127.0.0.1:3000/m?x=1' })
  const [page, fragment] = url.split('#')
  expect(page).toBe('http://127.0.0.1:3000/m?x=1')
  const launch = new URLSearchParams(fragment)
  expect(launch.get('tgWebAppVersion')).toBe('8.0')
  expect(launch.get('tgWebAppPlatform')).toBe('web')
  expect(JSON.parse(launch.get('tgWebAppThemeParams') ?? '')).toHaveProperty('bg_color')
  const initData = new URLSearchParams(launch.get('tgWebAppData') ?? '')
  const hash = initData.get('hash')
  initData.delete('hash')
  const checkString = [...initData]
    .map(([key, value]) => `${key}=${value}`)
    .sort()
    .join('\n')
  const key = createHmac('sha256', 'WebAppData').update(TOKEN).digest()
  expect(hash).toBe(createHmac('sha256', key).update(checkString).digest('hex'))
  expect(JSON.parse(initData.get('user') ?? '')).toMatchObject({ id: ada.id, first_name: 'Ada', language_code: 'en' })
  expect(Number(initData.get('auth_date'))).toBeGreaterThan(1_700_000_000)
})

test('newcomers, their language, the clock and every change of a chat reach the page by events', async () => {
  const page = await listenToEvents(messenger)
  const newcomer = await messenger.client<SandboxUser>('/users', { languageCode: 'en', firstName: 'Zoe' })
  expect(newcomer).toMatchObject({ seat: 'applicant', firstName: 'Zoe', languageCode: 'en' })
  expect(await messenger.client('/users', {})).toMatchObject({ languageCode: 'zh-hans', lastName: expect.any(String) })
  expect(await messenger.client(`/users/${newcomer.id}`, { languageCode: 'zh-Hans' }, 'PATCH')).toMatchObject({
    languageCode: 'zh-hans',
  })
  const state = await messenger.client<SandboxState>('/state')
  expect(state.bot).toEqual({ id: 7_000_000_001, firstName: 'Mianshen', username: 'mianshen_sandbox_bot' })
  expect(state.users.map(({ id }) => id)).toEqual(expect.arrayContaining([ada.id, lin.id, quiet.id, newcomer.id]))
  expect(state.clock).toMatchObject({ offsetSeconds: 0 })
  expect(await messenger.client('/clock', { to: '2026-11-24T00:00:00Z' })).toMatchObject({ offsetSeconds: 86_400 })
  expect(await messenger.client('/clock', { to: 'real' })).toMatchObject({ offsetSeconds: 0 })
  messenger.sandbox.notifyClock()
  await messenger.client(`/chats/${newcomer.id}/text`, { text: 'hi' })
  await messenger.ok('sendChatAction', { chat_id: newcomer.id, action: 'typing' })
  await messenger.ok('sendMessage', { chat_id: newcomer.id, text: 'hello' })
  await messenger.ok('setMyCommands', {
    commands: [{ command: 'start', description: 'begin' }],
    scope: { type: 'chat', chat_id: newcomer.id },
  })
  await until(() => page.events.some(event => event.type === 'message' && event.message.text === 'hello'), { what: 'the answer' })
  await until(() => page.events.at(-1)?.type === 'commands', { what: 'the last event' })
  expect(page.events.map(({ type }) => type)).toEqual([
    'users',
    'users',
    'users',
    'commands',
    'clock',
    'clock',
    'clock',
    'message',
    'action',
    'message',
    'commands',
  ])
  page.stop()
})

test('bad input to the page’s routes is refused with a sentence', async () => {
  await expect(messenger.client('/chats/1/text', { text: 'x' })).rejects.toThrow('404 There is no such chat.')
  await expect(messenger.client(`/chats/${ada.id}/text`, { text: ' ' })).rejects.toThrow('400 The message is empty.')
  await expect(messenger.client(`/chats/${ada.id}/text`, { text: 5 })).rejects.toThrow('400 text:')
  await expect(messenger.client('/clock', { to: 'tomorrow' })).rejects.toThrow('400 to:')
  await expect(messenger.client('/nowhere')).rejects.toThrow('404 There is no such thing here.')
  const chinese = await fetch(`${messenger.origin}/sandbox/api/chats/1`, { headers: { 'accept-language': 'zh-CN,en;q=0.8' } })
  expect(await chinese.json()).toEqual({ error: '没有这个对话。' })
  const broken = await fetch(`${messenger.origin}/sandbox/api/chats/${ada.id}/text`, { method: 'POST', body: '{' })
  expect(await broken.json()).toEqual({ error: 'The request is not valid JSON.' })
})

test('chats, files, languages and blocks outlive a restart', async () => {
  await messenger.client(`/users/${ada.id}`, { languageCode: 'zh-hans' }, 'PATCH')
  await messenger.client(`/chats/${ada.id}/block`, { blocked: true })
  const before = await messenger.chat(ada.id)
  await messenger.stop()
  messenger = await startMessenger(database.url, { clock })
  expect(await messenger.chat(ada.id)).toEqual(before)
  expect((await messenger.client<SandboxState>('/state')).users.find(({ id }) => id === ada.id)?.languageCode).toBe('zh-hans')
  const withFile = before.messages.find(({ document }) => document)
  expect((await fetch(`${messenger.origin}/sandbox/api/files/${withFile?.document?.file_id}`)).status).toBe(200)
})
