import type { Message } from '@grammyjs/types'
import type { z } from 'zod'
import { asBotMessage, type ChatMessage, type Draft } from '../store/messages.ts'
import { asChat } from '../store/people.ts'
import { formatText } from '../text/format.ts'
import { lengthOf } from '../text/formatted.ts'
import { botUser, findUser, unixNow, type World } from '../world.ts'
import { openChat } from './chat.ts'
import { badRequest } from './errors.ts'
import type { captionFields, sendFields } from './fields.ts'
import { readMarkup } from './markup.ts'

export type SendInput = { [K in keyof typeof sendFields]?: z.output<(typeof sendFields)[K]> } & { chat_id: string }
type ReplyMessage = NonNullable<Message['reply_to_message']>
export type CaptionInput = { [K in keyof typeof captionFields]?: z.output<(typeof captionFields)[K]> }

/** What a message says; the rest is about where and when it stands. */
export type Content = Omit<Draft, 'chat' | 'from' | 'date' | 'reply_markup' | 'reply_to_message'>

export const MAX_TEXT = 4096
export const MAX_CAPTION = 1024

/** Puts a message of the bot into a chat: checks that it may be there, stores it with one insert, tells the pages. */
export async function deliver(world: World, input: SendInput, content: Content): Promise<Message> {
  const person = openChat(world, input.chat_id)
  const markup = readMarkup(input.reply_markup)
  const replyTo = await findReplied(world, person.id, input)
  world.countSend(person.id)
  const message = await world.messages.add({
    from: botUser(world),
    chat: asChat(person),
    date: unixNow(world),
    ...content,
    ...(replyTo ? { reply_to_message: replyTo } : {}),
    ...(input.protect_content ? { has_protected_content: true as const } : {}),
    ...(input.message_effect_id ? { effect_id: input.message_effect_id } : {}),
    ...(markup ? { reply_markup: markup } : {}),
  })
  // Sound: a `ChatMessage` differs from `Message` in the kinds of markup only, which the page knows how to draw.
  world.events.emit({ type: 'message', chatId: person.id, message: message as Message })
  return asBotMessage(message)
}

async function findReplied(world: World, chatId: number, input: SendInput): Promise<ReplyMessage | undefined> {
  const id = input.reply_parameters?.message_id ?? input.reply_to_message_id
  if (!id) return undefined
  const found = await world.messages.find(chatId, id)
  if (found) return withoutReply(found)
  if (input.reply_parameters?.allow_sending_without_reply ?? input.allow_sending_without_reply) return undefined
  throw badRequest('message to be replied not found')
}

/** A message inside another carries no reply of its own. */
export function withoutReply(message: ChatMessage): ReplyMessage {
  const { reply_to_message: _nested, ...replied } = asBotMessage(message)
  // Sound: a ReplyMessage is a Message without `reply_to_message`.
  return replied as ReplyMessage
}

/** The text of a message that a bot sends or edits. */
export function readText(world: World, text: string, parseMode: string | undefined, entities: Message['entities']): Content {
  const formatted = formatText({ text, parseMode, entities }, id => findUser(world, id))
  if (formatted.text === '') throw badRequest('message text is empty')
  if (lengthOf(formatted.text) > MAX_TEXT) throw badRequest('message is too long')
  return { text: formatted.text, ...(formatted.entities.length > 0 ? { entities: formatted.entities } : {}) }
}

export function readCaption(world: World, input: CaptionInput): Content {
  const { caption = '', parse_mode, caption_entities, show_caption_above_media, has_spoiler } = input
  const formatted = formatText({ text: caption, parseMode: parse_mode, entities: caption_entities }, id => findUser(world, id))
  if (lengthOf(formatted.text) > MAX_CAPTION) throw badRequest('message caption is too long')
  return {
    ...(formatted.text === '' ? {} : { caption: formatted.text }),
    ...(formatted.entities.length > 0 ? { caption_entities: formatted.entities } : {}),
    ...(show_caption_above_media ? { show_caption_above_media: true as const } : {}),
    ...(has_spoiler ? { has_media_spoiler: true as const } : {}),
  }
}
