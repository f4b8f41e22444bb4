import type { BotCommand, Message, User } from '@grammyjs/types'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../support/database.ts'
import { ada, greet, lin, type Messenger, startMessenger, TOKEN } from './messenger.ts'

let database: TestDatabase
let messenger: Messenger

beforeAll(async () => {
  database = await createTestDatabase({ migrated: false })
  messenger = await startMessenger(database.url)
  await greet(messenger, ada, lin)
})
afterAll(async () => {
  await messenger.stop()
  await database.drop()
})

const send = (params: object) => messenger.ok<Message>('sendMessage', { chat_id: ada.id, text: 'x', ...params })
const url = (method: string) => `${messenger.apiRoot}/bot${TOKEN}/${method}`

test('a call is understood by GET, as JSON, urlencoded and multipart, whatever the case of its name', async () => {
  const markup = JSON.stringify({ inline_keyboard: [[{ text: 'a', callback_data: 'b' }]] })
  const fields = {
    chat_id: String(ada.id),
    text: 'same',
    reply_markup: markup,
    entities: JSON.stringify([{ type: 'bold', offset: 0, length: 4 }]),
    protect_content: 'true',
  }
  const form = new FormData()
  for (const [key, value] of Object.entries(fields)) form.set(key, value)
  const asked = [
    await fetch(`${url('SENDmessage')}?${new URLSearchParams(fields)}`),
    await fetch(url('sendMessage'), { method: 'POST', body: new URLSearchParams(fields) }),
    await fetch(url('sendmessage'), { method: 'POST', body: form }),
    await fetch(url('sendMessage'), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ ...fields, reply_markup: JSON.parse(markup) }),
    }),
  ]
  for (const response of asked) {
    expect(response.headers.get('content-type')).toContain('application/json')
    expect(await response.json()).toMatchObject({
      ok: true,
      result: {
        text: 'same',
        has_protected_content: true,
        entities: [{ type: 'bold', offset: 0, length: 4 }],
        reply_markup: { inline_keyboard: [[{ text: 'a', callback_data: 'b' }]] },
        from: { id: 7_000_000_001, is_bot: true, username: 'mianshen_sandbox_bot' },
        chat: { id: ada.id, type: 'private', first_name: 'Ada', last_name: 'Byron' },
      },
    })
  }
})

test('multipart is read as curl, aiohttp and others write it', async () => {
  const body = [
    'preamble to be ignored\r\n',
    '--X\r\nContent-Disposition: form-data; name="chat_id"\r\n\r\n',
    `${ada.id}\r\n`,
    '--X\r\nContent-Disposition: form-data; name=document; filename="a.txt"; filename*=utf-8\'\'%E8%BA%AB.txt\r\nContent-Type: text/plain\r\n\r\n',
    'line\r\n--Y not a boundary\r\n',
    '--X--\r\n',
  ].join('')
  const response = await fetch(url('sendDocument'), {
    method: 'POST',
    headers: { 'content-type': 'multipart/form-data; boundary=X' },
    body,
  })
  expect(await response.json()).toMatchObject({
    ok: true,
    result: { document: { file_name: '身.txt', mime_type: 'text/plain', file_size: 24 } },
  })
})

test('getMe, the texts of the profile and the menu button are as set, by language', async () => {
  expect(await messenger.ok<User>('getMe')).toMatchObject({
    id: 7_000_000_001,
    is_bot: true,
    first_name: 'Mianshen',
    username: 'mianshen_sandbox_bot',
  })
  await messenger.ok('setMyDescription', { description: 'Video review', language_code: '' })
  await messenger.ok('setMyDescription', { description: '视频审核', language_code: 'zh' })
  expect(await messenger.ok('getMyDescription', { language_code: 'zh' })).toEqual({ description: '视频审核' })
  expect(await messenger.ok('getMyDescription', { language_code: 'fr' })).toEqual({ description: 'Video review' })
  expect(await messenger.ok('getMyName')).toEqual({ name: 'Mianshen' })
  expect(await messenger.ok('getMyShortDescription')).toEqual({ short_description: '' })
  const button = { type: 'web_app', text: 'Desk', web_app: { url: 'http://127.0.0.1:3000/m' } }
  await messenger.ok('setChatMenuButton', { chat_id: ada.id, menu_button: button })
  expect(await messenger.ok('getChatMenuButton', { chat_id: ada.id })).toEqual(button)
  expect(await messenger.ok('getChatMenuButton', { chat_id: lin.id })).toEqual({ type: 'commands' })
  expect(await messenger.ok('getUserProfilePhotos', { user_id: ada.id })).toEqual({ total_count: 0, photos: [] })
  expect(await messenger.ok('getChatMember', { chat_id: ada.id, user_id: ada.id })).toMatchObject({
    status: 'member',
    user: { id: ada.id },
  })
  expect(await messenger.ok('logOut')).toBe(true)
  expect(await messenger.ok('close')).toBe(true)
})

test('the menu of a chat is the most particular list: chat and language, chat, private chats, default', async () => {
  const one = (command: string): BotCommand[] => [{ command, description: command }]
  const set = (command: string, extra: object) => messenger.ok('setMyCommands', { commands: one(command), ...extra })
  const menus = async () => [
    (await messenger.chat(ada.id)).commands[0]?.command,
    (await messenger.chat(lin.id)).commands[0]?.command,
  ]
  expect(await menus()).toEqual([undefined, undefined])
  await set('plain', {})
  expect(await menus()).toEqual(['plain', 'plain'])
  await set('plain_zh', { language_code: 'zh' })
  expect(await menus()).toEqual(['plain', 'plain_zh'])
  await set('private', { scope: { type: 'all_private_chats' } })
  expect(await menus()).toEqual(['private', 'private'])
  await set('staff', { scope: { type: 'chat', chat_id: lin.id } })
  await set('staff_zh', { scope: { type: 'chat', chat_id: lin.id }, language_code: 'zh' })
  expect(await menus()).toEqual(['private', 'staff_zh'])
  await messenger.client(`/users/${lin.id}`, { languageCode: 'en' }, 'PATCH')
  expect(await menus()).toEqual(['private', 'staff'])
  expect(await messenger.ok('getMyCommands', { scope: { type: 'chat', chat_id: lin.id }, language_code: 'zh' })).toEqual(
    one('staff_zh'),
  )
  await messenger.ok('deleteMyCommands', { scope: { type: 'chat', chat_id: lin.id } })
  expect(await menus()).toEqual(['private', 'private'])
  expect(await messenger.call('setMyCommands', { commands: one('x'), language_code: 'zh-CN' })).toMatchObject({
    description: 'Bad Request: invalid language code specified',
  })
})

test('a reply shows what it replies to, and a message keeps the keyboard that only the page sees', async () => {
  const first = await send({ text: 'first' })
  const reply = await send({
    text: 'second',
    reply_parameters: { message_id: first.message_id },
    reply_markup: { keyboard: [['Yes', { text: 'Phone', request_contact: true }]], one_time_keyboard: true },
  })
  expect(reply).toMatchObject({ reply_to_message: { message_id: first.message_id, text: 'first' } })
  expect(reply.reply_markup).toBeUndefined()
  expect((await messenger.chat(ada.id)).messages.at(-1)?.reply_markup).toEqual({
    keyboard: [[{ text: 'Yes' }, { text: 'Phone', request_contact: true }]],
    one_time_keyboard: true,
  })
  expect(await messenger.call('editMessageText', { chat_id: ada.id, message_id: reply.message_id, text: 'new' })).toMatchObject({
    description: "Bad Request: message can't be edited",
  })
  await send({ text: 'third', reply_markup: { remove_keyboard: true } })
  expect((await messenger.chat(ada.id)).messages.at(-1)?.reply_markup).toEqual({ remove_keyboard: true })
})

test('an edit changes text and buttons, and leaving the buttons out removes them', async () => {
  const { message_id } = await send({
    text: '<b>a</b>',
    parse_mode: 'HTML',
    reply_markup: { inline_keyboard: [[{ text: 'a', callback_data: 'a' }]] },
  })
  const target = { chat_id: ada.id, message_id }
  const bare = await messenger.ok<Message>('editMessageText', { ...target, text: 'a' })
  expect(bare).toMatchObject({ text: 'a', edit_date: expect.any(Number) })
  expect(bare.entities).toBeUndefined()
  expect(bare.reply_markup).toBeUndefined()
  const again = await messenger.ok<Message>('editMessageReplyMarkup', {
    ...target,
    reply_markup: { inline_keyboard: [[{ text: 'b', callback_data: 'b' }]] },
  })
  expect(again.reply_markup?.inline_keyboard[0]?.[0]).toEqual({ text: 'b', callback_data: 'b' })
})

test('messages are copied, forwarded, pinned and deleted; protected ones are not passed on', async () => {
  const one = await send({ text: 'one' })
  const guarded = await send({ text: 'two', protect_content: true })
  const from = { chat_id: lin.id, from_chat_id: ada.id }
  expect(await messenger.ok('copyMessage', { ...from, message_id: one.message_id })).toEqual({ message_id: expect.any(Number) })
  expect(await messenger.ok('forwardMessage', { ...from, message_id: one.message_id })).toMatchObject({
    text: 'one',
    forward_origin: { type: 'user', sender_user: { is_bot: true } },
  })
  expect(await messenger.call('copyMessage', { ...from, message_id: guarded.message_id })).toMatchObject({
    description: "Bad Request: message can't be copied",
  })
  expect(await messenger.call('forwardMessage', { ...from, message_id: guarded.message_id })).toMatchObject({
    description: "Bad Request: message can't be forwarded",
  })
  await messenger.ok('pinChatMessage', { chat_id: ada.id, message_id: one.message_id })
  expect(await messenger.ok('getChat', { chat_id: ada.id })).toMatchObject({
    id: ada.id,
    type: 'private',
    pinned_message: { text: 'one' },
  })
  await messenger.ok('unpinAllChatMessages', { chat_id: ada.id })
  expect(await messenger.ok('getChat', { chat_id: ada.id })).not.toHaveProperty('pinned_message')
  expect(
    await messenger.ok('deleteMessages', { chat_id: ada.id, message_ids: [one.message_id, guarded.message_id, 999_999] }),
  ).toBe(true)
  const left = (await messenger.chat(ada.id)).messages.map(({ message_id }) => message_id)
  expect(left).not.toContain(one.message_id)
  expect(
    await messenger.ok('setMessageReaction', {
      chat_id: ada.id,
      message_id: left[0],
      reaction: [{ type: 'emoji', emoji: '👍' }],
    }),
  ).toBe(true)
})

test('a location and a contact of the bot arrive', async () => {
  expect(await messenger.ok('sendLocation', { chat_id: ada.id, latitude: 31.2, longitude: '121.5' })).toMatchObject({
    location: { latitude: 31.2, longitude: 121.5 },
  })
  expect(await messenger.ok('sendContact', { chat_id: ada.id, phone_number: '+86 21 5555', first_name: 'Desk' })).toMatchObject({
    contact: { phone_number: '86215555', first_name: 'Desk' },
  })
})
