import { isDeepStrictEqual } from 'node:util'
import type { Message } from '@grammyjs/types'
import { z } from 'zod'
import { asBotMessage, type ChatMessage } from '../store/messages.ts'
import { unixNow, type World } from '../world.ts'
import { openChat } from './chat.ts'
import { readCaption, readText } from './deliver.ts'
import { badRequest } from './errors.ts'
import { captionFields, integer, json, string } from './fields.ts'
import { readInlineMarkup } from './markup.ts'
import { takeMedia } from './media.ts'
import { type Method, method } from './method.ts'
import { inputMedia, readPreview, textFields } from './sending.ts'

const target = {
  chat_id: string.default(''),
  message_id: integer.default(0),
  inline_message_id: string.optional(),
  reply_markup: z.unknown().optional(),
}

interface Target {
  chat_id: string
  message_id: number
  reply_markup?: unknown
}

const NOT_MODIFIED =
  'message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message'

/** Finds the bot's own message, changes it, tells the pages. An edit that changes nothing is refused, as Telegram does. */
async function edit(world: World, input: Target, change: (message: ChatMessage) => ChatMessage): Promise<Message> {
  const before = await findEditable(world, input)
  const markup = readInlineMarkup(input.reply_markup)
  const { reply_markup: _old, edit_date: _date, ...content } = change(before)
  const after: ChatMessage = { ...content, ...(markup ? { reply_markup: markup } : {}) }
  const { edit_date: _before, ...unchanged } = before
  if (isDeepStrictEqual(plain(after), plain(unchanged))) throw badRequest(NOT_MODIFIED)
  const edited: ChatMessage = { ...after, edit_date: unixNow(world) }
  await world.messages.replace(edited)
  // Sound: see `deliver`.
  world.events.emit({ type: 'edited', chatId: edited.chat.id, message: edited as Message })
  return asBotMessage(edited)
}

async function findEditable(world: World, input: Target): Promise<ChatMessage> {
  const person = openChat(world, input.chat_id)
  if (input.message_id <= 0) throw badRequest('message identifier is not specified')
  const message = await world.messages.find(person.id, input.message_id)
  if (!message) throw badRequest('message to edit not found')
  const otherMarkup = message.reply_markup && !('inline_keyboard' in message.reply_markup)
  if (message.from?.id !== world.bot.id || otherMarkup) throw badRequest("message can't be edited")
  return message
}

/** As it would come back from the store: without absent fields, and comparable. */
const plain = (message: ChatMessage): unknown => JSON.parse(JSON.stringify(message))

const MEDIA = ['photo', 'document', 'video', 'audio', 'voice', 'animation'] as const
const hasMedia = (message: ChatMessage) => MEDIA.some(kind => message[kind])

const editMessageText = method(z.object({ ...target, ...textFields }), (input, { world }) => {
  const content = { ...readText(world, input.text, input.parse_mode, input.entities), ...readPreview(input) }
  return edit(world, input, ({ entities: _entities, link_preview_options: _preview, ...message }) => {
    if (message.text === undefined) throw badRequest('there is no text in the message to edit')
    return { ...message, ...content }
  })
})

const editMessageCaption = method(z.object({ ...target, ...captionFields }), (input, { world }) => {
  const content = readCaption(world, input)
  return edit(world, input, ({ caption: _caption, caption_entities: _entities, ...message }) => {
    if (!hasMedia(message)) throw badRequest('there is no caption in the message to edit')
    return { ...message, ...content }
  })
})

const editMessageMedia = method(z.object({ ...target, media: json(inputMedia, 'media') }), async (input, call) => {
  await findEditable(call.world, input)
  const content = {
    ...(await takeMedia(call, input.media.type, '', input.media.media, input.media)),
    ...readCaption(call.world, input.media),
  }
  return edit(
    call.world,
    input,
    ({ text: _text, entities: _entities, caption: _caption, caption_entities: _inCaption, ...message }) => {
      const rest = { ...message }
      for (const kind of MEDIA) delete rest[kind]
      return { ...rest, ...content }
    },
  )
})

const editMessageReplyMarkup = method(z.object(target), (input, { world }) => edit(world, input, message => message))

export const editing: Record<string, Method> = { editMessageText, editMessageCaption, editMessageMedia, editMessageReplyMarkup }
