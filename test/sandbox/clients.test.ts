import { Bot, InlineKeyboard, InputFile } from 'grammy'
import sharp from 'sharp'
import { Telegraf } from 'telegraf'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../support/database.ts'
import { until } from '../support/wait.ts'
import { ada, greet, lin, listenToEvents, type Messenger, startMessenger, TOKEN } from './messenger.ts'

let database: TestDatabase
let messenger: Messenger

beforeAll(async () => {
  database = await createTestDatabase({ migrated: false })
  messenger = await startMessenger(database.url)
  await greet(messenger, ada, lin)
})
afterEach(() => messenger.ok('deleteWebhook', { drop_pending_updates: true }))
afterAll(async () => {
  await messenger.stop()
  await database.drop()
})

const picture = (side: number) =>
  sharp({ create: { width: side, height: side / 2, channels: 3, background: '#88aacc' } })
    .png()
    .toBuffer()

test('grammY polls, answers a text and a press, edits and deletes, as at Telegram', async () => {
  const bot = new Bot(TOKEN, { client: { apiRoot: messenger.apiRoot } })
  bot.command('menu', ctx =>
    ctx.reply('<b>Choose</b>', { parse_mode: 'HTML', reply_markup: new InlineKeyboard().text('Yes', 'yes:1') }),
  )
  bot.callbackQuery(/^yes:(\d)/, async ctx => {
    await ctx.answerCallbackQuery({ text: `got ${ctx.match[1]}`, show_alert: true })
    await ctx.editMessageText('Chosen')
  })
  const page = await listenToEvents(messenger)
  const running = bot.start()
  await messenger.client(`/chats/${ada.id}/text`, { text: '/menu please' })
  const menu = await until(async () => (await messenger.chat(ada.id)).messages.find(message => message.text === 'Choose'), {
    what: 'the menu',
  })
  expect(menu.entities).toEqual([{ type: 'bold', offset: 0, length: 6 }])
  expect(menu.reply_markup?.inline_keyboard).toEqual([[{ text: 'Yes', callback_data: 'yes:1' }]])

  const { queryId } = await messenger.client<{ queryId: string }>(`/chats/${ada.id}/press`, {
    messageId: menu.message_id,
    data: 'yes:1',
  })
  await until(() => page.events.some(event => event.type === 'edited'), { what: 'the edit' })
  expect(page.events).toContainEqual({ type: 'callback-answer', chatId: ada.id, queryId, text: 'got 1', alert: true })
  expect((await messenger.chat(ada.id)).messages.at(-1)).toMatchObject({ text: 'Chosen', message_id: menu.message_id })

  await bot.api.deleteMessage(ada.id, menu.message_id)
  await until(() => page.events.some(event => event.type === 'deleted'), { what: 'the deletion' })
  await bot.stop()
  await running
  page.stop()
})

test('grammY sends photos and documents by multipart and by file id, and downloads what a person sent', async () => {
  const bot = new Bot(TOKEN, { client: { apiRoot: messenger.apiRoot } })
  const sent = await bot.api.sendPhoto(ada.id, new InputFile(await picture(1000), 'card.png'), { caption: 'see' })
  expect(sent.photo.map(({ width, height }) => `${width}x${height}`)).toEqual(['90x45', '320x160', '800x400', '1000x500'])
  const again = await bot.api.sendPhoto(lin.id, sent.photo[0]?.file_id ?? '')
  expect(again.photo).toEqual(sent.photo)
  const document = await bot.api.sendDocument(ada.id, new InputFile(Buffer.from('BEGIN:VCALENDAR'), '预约.ics'))
  expect(document.document).toMatchObject({ file_name: '预约.ics', mime_type: 'text/calendar', file_size: 15 })
  const group = await bot.api.sendMediaGroup(ada.id, [
    { type: 'photo', media: new InputFile(await picture(200), 'a.png') },
    { type: 'photo', media: new InputFile(await picture(300), 'b.png'), caption: 'two' },
  ])
  expect(new Set(group.map(message => 'media_group_id' in message && message.media_group_id)).size).toBe(1)

  const form = new FormData()
  form.set('file', new Blob([await picture(2000)], { type: 'image/png' }), 'card.png')
  form.set('caption', '身份证')
  const photo = await messenger.client(`/chats/${ada.id}/photo`, form)
  expect(photo).toMatchObject({ caption: '身份证', from: { id: ada.id } })
  expect(photo.photo?.map(({ width }) => width)).toEqual([90, 320, 800, 1280])
  const largest = photo.photo?.at(-1)
  const file = await bot.api.getFile(largest?.file_id ?? '')
  expect(file).toMatchObject({ file_unique_id: largest?.file_unique_id, file_size: largest?.file_size })
  const download = await fetch(`${messenger.apiRoot}/file/bot${TOKEN}/${file.file_path}`)
  const bytes = Buffer.from(await download.arrayBuffer())
  expect(bytes.length).toBe(largest?.file_size)
  expect(await sharp(bytes).metadata()).toMatchObject({ format: 'jpeg', width: 1280, height: 640 })
})

test('telegraf polls, replies with a reply keyboard, uploads and answers presses, as at Telegram', async () => {
  const bot = new Telegraf(TOKEN, { telegram: { apiRoot: `${messenger.apiRoot}/` } })
  bot.command('phone', ctx =>
    ctx.reply('Your number?', {
      reply_markup: { keyboard: [[{ text: 'Share', request_contact: true }]], resize_keyboard: true },
    }),
  )
  bot.on('contact', ctx => ctx.reply(`Thank you, ${ctx.message.contact.phone_number}`))
  bot.on('callback_query', ctx => ctx.answerCbQuery('seen'))
  const running = bot.launch()
  await messenger.client(`/chats/${lin.id}/text`, { text: '/phone' })
  const asked = await until(
    async () => (await messenger.chat(lin.id)).messages.find(message => message.text === 'Your number?'),
    { what: 'the question' },
  )
  expect(asked.reply_markup).toEqual({ keyboard: [[{ text: 'Share', request_contact: true }]], resize_keyboard: true })
  await messenger.client(`/chats/${lin.id}/contact`, {})
  await until(async () => (await messenger.chat(lin.id)).messages.find(message => message.text === 'Thank you, 8613800138000'), {
    what: 'the thanks',
  })

  const photo = await bot.telegram.sendPhoto(
    lin.id,
    { source: await picture(500) },
    { caption: '*bold*', parse_mode: 'MarkdownV2' },
  )
  expect(photo).toMatchObject({ caption: 'bold', caption_entities: [{ type: 'bold' }] })
  const changed = await bot.telegram.editMessageMedia(lin.id, photo.message_id, undefined, {
    type: 'document',
    media: { source: Buffer.from('x'), filename: 'x.txt' },
  })
  expect(changed).toMatchObject({ document: { file_name: 'x.txt' } })
  bot.stop()
  await running
})
