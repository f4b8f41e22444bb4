import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../support/database.ts'
import { ada, greet, type Messenger, quiet, startMessenger, TOKEN } from './messenger.ts'

let database: TestDatabase
let messenger: Messenger
let machineTime = new Date('2026-11-23T10:00:00Z')
let sent = 0

beforeAll(async () => {
  database = await createTestDatabase({ migrated: false })
  messenger = await startMessenger(database.url, { now: () => machineTime })
  await greet(messenger, ada)
  sent = (
    await messenger.ok<{ message_id: number }>('sendMessage', {
      chat_id: ada.id,
      text: 'one',
      reply_markup: inline({ callback_data: 'x' }),
    })
  ).message_id
})
afterAll(async () => {
  await messenger.stop()
  await database.drop()
})

const inline = (action: object) => ({ inline_keyboard: [[{ text: 'button', ...action }]] })
const to = (extra: object) => ({ chat_id: ada.id, text: 'x', ...extra })

describe('every refusal has the shape, the status and the words of Telegram', () => {
  const notModified =
    'Bad Request: message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message'
  test.each<[title: string, method: string, params: () => object, status: number, description: string]>([
    ['an unknown method', 'sendNothing', () => ({}), 404, 'Not Found'],
    ['no chat', 'sendMessage', () => ({ text: 'x' }), 400, 'Bad Request: chat_id is empty'],
    ['an unknown chat', 'sendMessage', () => ({ chat_id: 99, text: 'x' }), 400, 'Bad Request: chat not found'],
    ['a name for a chat', 'sendMessage', () => ({ chat_id: '@nobody', text: 'x' }), 400, 'Bad Request: chat not found'],
    [
      'a person who never wrote',
      'sendMessage',
      () => ({ chat_id: quiet.id, text: 'x' }),
      403,
      "Forbidden: bot can't initiate conversation with a user",
    ],
    ['no text', 'sendMessage', () => ({ chat_id: ada.id }), 400, 'Bad Request: message text is empty'],
    ['white space only', 'sendMessage', () => to({ text: ' \n ' }), 400, 'Bad Request: message text is empty'],
    ['4,097 characters', 'sendMessage', () => to({ text: 'x'.repeat(4097) }), 400, 'Bad Request: message is too long'],
    [
      'half a million characters',
      'sendMessage',
      () => to({ text: '<b>'.repeat(200_000) }),
      400,
      'Bad Request: message is too long',
    ],
    [
      'wrong HTML',
      'sendMessage',
      () => to({ text: '<b>', parse_mode: 'HTML' }),
      400,
      'Bad Request: can\'t parse entities: Can\'t find end tag corresponding to start tag "b"',
    ],
    ['an unknown parse mode', 'sendMessage', () => to({ parse_mode: 'XML' }), 400, 'Bad Request: unsupported parse_mode'],
    [
      'callback data of 65 bytes',
      'sendMessage',
      () => to({ reply_markup: inline({ callback_data: `${'x'.repeat(62)}中` }) }),
      400,
      'Bad Request: BUTTON_DATA_INVALID',
    ],
    [
      'empty callback data',
      'sendMessage',
      () => to({ reply_markup: inline({ callback_data: '' }) }),
      400,
      'Bad Request: BUTTON_DATA_INVALID',
    ],
    [
      'a button that does nothing',
      'sendMessage',
      () => to({ reply_markup: inline({}) }),
      400,
      "Bad Request: can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
    ],
    [
      'a localhost button',
      'sendMessage',
      () => to({ reply_markup: inline({ url: 'http://localhost:3000/c/1' }) }),
      400,
      "Bad Request: inline keyboard button URL 'http://localhost:3000/c/1' is invalid: Wrong HTTP URL",
    ],
    [
      'a mini-app without https',
      'sendMessage',
      () => to({ reply_markup: inline({ web_app: { url: 'http://example.com/' } }) }),
      400,
      "Bad Request: inline keyboard button Web App URL 'http://example.com/' is invalid: Only HTTPS links are allowed",
    ],
    [
      '101 buttons',
      'sendMessage',
      () => to({ reply_markup: { inline_keyboard: Array.from({ length: 101 }, () => [{ text: 'b', callback_data: 'b' }]) } }),
      400,
      'Bad Request: REPLY_MARKUP_TOO_LONG',
    ],
    [
      'a markup that is no object',
      'sendMessage',
      () => to({ reply_markup: 'x' }),
      400,
      "Bad Request: can't parse reply keyboard markup JSON object",
    ],
    [
      'a reply to nothing',
      'sendMessage',
      () => to({ reply_parameters: { message_id: 999_999 } }),
      400,
      'Bad Request: message to be replied not found',
    ],
    ['an edit of nothing', 'editMessageText', () => to({ message_id: 999_999 }), 400, 'Bad Request: message to edit not found'],
    ['an edit without a message', 'editMessageText', () => to({}), 400, 'Bad Request: message identifier is not specified'],
    [
      "an edit of a person's message",
      'editMessageText',
      () => to({ message_id: 1 }),
      400,
      "Bad Request: message can't be edited",
    ],
    [
      'an edit that changes nothing',
      'editMessageText',
      () => to({ text: 'one', message_id: sent, reply_markup: inline({ callback_data: 'x' }) }),
      400,
      notModified,
    ],
    [
      'a markup that changes nothing',
      'editMessageReplyMarkup',
      () => ({ chat_id: ada.id, message_id: sent, reply_markup: inline({ callback_data: 'x' }) }),
      400,
      notModified,
    ],
    [
      'a caption where there is none',
      'editMessageCaption',
      () => to({ message_id: sent, caption: 'c' }),
      400,
      'Bad Request: there is no caption in the message to edit',
    ],
    [
      'a reply keyboard on an edit',
      'editMessageText',
      () => to({ message_id: sent, reply_markup: { keyboard: [['a']] } }),
      400,
      'Bad Request: inline keyboard expected',
    ],
    [
      'a deletion of nothing',
      'deleteMessage',
      () => ({ chat_id: ada.id, message_id: 999_999 }),
      400,
      'Bad Request: message to delete not found',
    ],
    [
      'an answer to no query',
      'answerCallbackQuery',
      () => ({ callback_query_id: '1' }),
      400,
      'Bad Request: query is too old and response timeout expired or query ID is invalid',
    ],
    [
      'an answer of 201 characters',
      'answerCallbackQuery',
      () => ({ callback_query_id: '1', text: 'x'.repeat(201) }),
      400,
      'Bad Request: MESSAGE_TOO_LONG',
    ],
    [
      'a made-up file id',
      'getFile',
      () => ({ file_id: 'AgACAgUAAxkBAAMCZ0000000000' }),
      400,
      'Bad Request: wrong file_id or the file is temporarily unavailable',
    ],
    ['what is no file id', 'getFile', () => ({ file_id: '../etc' }), 400, 'Bad Request: invalid file_id'],
    [
      'a file id that never was',
      'sendPhoto',
      () => ({ chat_id: ada.id, photo: 'AgACAgUAAxkBAAMCZ0000000000' }),
      400,
      'Bad Request: wrong file identifier/HTTP URL specified',
    ],
    [
      'a photo from elsewhere',
      'sendPhoto',
      () => ({ chat_id: ada.id, photo: 'https://example.com/a.jpg' }),
      400,
      'Bad Request: failed to get HTTP URL content',
    ],
    ['no photo', 'sendPhoto', () => ({ chat_id: ada.id }), 400, 'Bad Request: there is no photo in the request'],
    [
      'a long caption',
      'sendPhoto',
      () => ({ chat_id: ada.id, photo: 'x', caption: 'x'.repeat(1025) }),
      400,
      'Bad Request: message caption is too long',
    ],
    [
      'an unknown action',
      'sendChatAction',
      () => ({ chat_id: ada.id, action: 'dance' }),
      400,
      'Bad Request: wrong parameter action in request',
    ],
    [
      'a command in capitals',
      'setMyCommands',
      () => ({ commands: [{ command: 'Start', description: 'x' }] }),
      400,
      'Bad Request: BOT_COMMAND_INVALID',
    ],
    [
      'a webhook without https',
      'setWebhook',
      () => ({ url: 'http://example.com/hook' }),
      400,
      'Bad Request: bad webhook: An HTTPS URL must be provided for webhook',
    ],
    [
      'a secret with a space',
      'setWebhook',
      () => ({ url: 'https://example.com/', secret_token: 'a b' }),
      400,
      'Bad Request: secret token contains unallowed characters',
    ],
  ])('%s', async (_title, method, params, status, description) => {
    expect(await messenger.call(method, { ...params() })).toEqual({ status, ok: false, error_code: status, description })
  })

  test('a wrong token is unauthorized, and what is no token is not found', async () => {
    const ask = async (token: string) => (await fetch(`${messenger.apiRoot}/bot${token}/getMe`)).json()
    expect(await ask('7000000001:wrong')).toEqual({ ok: false, error_code: 401, description: 'Unauthorized' })
    expect(await ask('nonsense')).toEqual({ ok: false, error_code: 404, description: 'Not Found' })
  })

  test('a body that is no JSON is a bad request', async () => {
    const response = await fetch(`${messenger.apiRoot}/bot${TOKEN}/sendMessage`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"chat_id":',
    })
    expect(response.status).toBe(400)
    expect(await response.json()).toMatchObject({ ok: false, error_code: 400 })
  })
})

test('a message is deletable for 48 hours, and a press answerable for a minute and once', async () => {
  const press = () => messenger.client<{ queryId: string }>(`/chats/${ada.id}/press`, { messageId: sent, data: 'x' })
  const { queryId: first } = await press()
  expect(await messenger.ok('answerCallbackQuery', { callback_query_id: first, text: 'x'.repeat(200) })).toBe(true)
  expect(await messenger.call('answerCallbackQuery', { callback_query_id: first })).toMatchObject({ error_code: 400 })
  const { queryId: late } = await press()
  machineTime = new Date(machineTime.getTime() + 61_000)
  expect(await messenger.call('answerCallbackQuery', { callback_query_id: late })).toMatchObject({
    description: 'Bad Request: query is too old and response timeout expired or query ID is invalid',
  })
  machineTime = new Date(machineTime.getTime() + 48 * 3600_000)
  expect(await messenger.call('deleteMessage', { chat_id: ada.id, message_id: sent })).toMatchObject({
    description: "Bad Request: message can't be deleted for everyone",
  })
})

test('what is just within the limits passes', async () => {
  expect(await messenger.ok('sendMessage', to({ text: '中'.repeat(4096) }))).toMatchObject({ text: '中'.repeat(4096) })
  expect(await messenger.ok('sendMessage', to({ text: `<b>${'x'.repeat(4096)}</b>`, parse_mode: 'HTML' }))).toMatchObject({
    entities: [{ length: 4096 }],
  })
  expect(await messenger.ok('sendMessage', to({ reply_markup: inline({ callback_data: 'x'.repeat(64) }) }))).toBeDefined()
  const buttons = [
    { text: 'a', url: 'http://127.0.0.1:3000/c/1', style: 'primary' },
    { text: 'b', web_app: { url: 'http://127.0.0.1:3000/m' } },
    { text: 'c', copy_text: { text: 'M-7K3QXD' } },
  ]
  expect(await messenger.ok('sendMessage', to({ reply_markup: { inline_keyboard: [buttons] } }))).toMatchObject({
    reply_markup: { inline_keyboard: [buttons] },
  })
  expect(
    await messenger.ok('sendMessage', to({ reply_parameters: { message_id: 999_999, allow_sending_without_reply: true } })),
  ).toBeDefined()
})

test('a photo over 10 MB, a photo that is none, and a download over 20 MB are refused; the document itself passes', async () => {
  const form = (field: string, bytes: Uint8Array<ArrayBuffer>, name: string) => {
    const data = new FormData()
    data.set('chat_id', String(ada.id))
    data.set(field, new Blob([bytes]), name)
    return data
  }
  const send = async (method: string, body: FormData) =>
    (await fetch(`${messenger.apiRoot}/bot${TOKEN}/${method}`, { method: 'POST', body })).json()
  const big = 10 * 1024 * 1024 + 1
  expect(await send('sendPhoto', form('photo', new Uint8Array(big), 'a.jpg'))).toMatchObject({
    description: `Bad Request: file of size ${big} bytes is too big for a photo; the maximum size is 10485760 bytes`,
  })
  expect(await send('sendPhoto', form('photo', new TextEncoder().encode('%PDF-1.7'), 'a.jpg'))).toMatchObject({
    description: 'Bad Request: IMAGE_PROCESS_FAILED',
  })
  const strip = new Uint8Array(
    await sharp({ create: { width: 2100, height: 100, channels: 3, background: 'red' } })
      .png()
      .toBuffer(),
  )
  expect(await send('sendPhoto', form('photo', strip, 'a.png'))).toMatchObject({
    description: 'Bad Request: PHOTO_INVALID_DIMENSIONS',
  })
  const document = await send('sendDocument', form('document', new Uint8Array(30 * 1024 * 1024), 'scan.bin'))
  expect(document).toMatchObject({ ok: true, result: { document: { file_size: 30 * 1024 * 1024 } } })
  const file_id = (document as { result: { document: { file_id: string } } }).result.document.file_id
  expect(await messenger.call('getFile', { file_id })).toMatchObject({ status: 400, description: 'Bad Request: file is too big' })
  expect(await messenger.call('sendPhoto', { chat_id: ada.id, photo: file_id })).toMatchObject({
    description: "Bad Request: can't use file of type Document as Photo",
  })
  expect(await send('sendDocument', form('document', new Uint8Array(53 * 1024 * 1024), 'scan.bin'))).toEqual({
    ok: false,
    error_code: 413,
    description: 'Request Entity Too Large',
  })
})

test('with flood limits on, the 21st message at once into a chat waits a second, and says so', async () => {
  const own = await createTestDatabase({ migrated: false })
  const strict = await startMessenger(own.url, { floodLimits: true, now: () => machineTime })
  try {
    await greet(strict, ada)
    const answers = []
    for (let i = 0; i < 21; i++) answers.push(await strict.call('sendMessage', to({})))
    expect(answers.filter(({ ok }) => ok)).toHaveLength(20)
    expect(answers.at(-1)).toEqual({
      status: 429,
      ok: false,
      error_code: 429,
      description: 'Too Many Requests: retry after 1',
      parameters: { retry_after: 1 },
    })
    machineTime = new Date(machineTime.getTime() + 1000)
    expect(await strict.call('sendMessage', to({}))).toMatchObject({ ok: true })
  } finally {
    await strict.stop()
    await own.drop()
  }
})
