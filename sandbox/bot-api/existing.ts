import type { Message } from '@grammyjs/types'
import { z } from 'zod'
import type { ChatMessage } from '../store/messages.ts'
import { asUser } from '../store/people.ts'
import { botUser, unixNow, type World } from '../world.ts'
import { findChat } from './chat.ts'
import { type Content, deliver, readCaption } from './deliver.ts'
import { badRequest } from './errors.ts'
import { captionFields, flag, integer, json, sendFields, string } from './fields.ts'
import { type Method, method } from './method.ts'

/** "A message can only be deleted if it was sent less than 48 hours ago." */
const DELETABLE_SECONDS = 48 * 3600

const one = { chat_id: string, message_id: integer }
const many = { chat_id: string, message_ids: json(z.array(integer).min(1).max(100), 'message identifiers') }

const isDeletable = (world: World, message: ChatMessage) => unixNow(world) - message.date < DELETABLE_SECONDS

async function remove(world: World, chatId: number, messageId: number): Promise<void> {
  if (await world.messages.remove(chatId, messageId)) world.events.emit({ type: 'deleted', chatId, messageId })
}

const deleteMessage = method(z.object(one), async (input, { world }) => {
  const person = findChat(world, input.chat_id)
  const message = await world.messages.find(person.id, input.message_id)
  if (!message) throw badRequest('message to delete not found')
  if (!isDeletable(world, message)) throw badRequest("message can't be deleted for everyone")
  await remove(world, person.id, message.message_id)
  return true
})

/** Skips what cannot be found or deleted, as documented. */
const deleteMessages = method(z.object(many), async (input, { world }) => {
  const person = findChat(world, input.chat_id)
  for (const id of input.message_ids) {
    const message = await world.messages.find(person.id, id)
    if (message && isDeletable(world, message)) await remove(world, person.id, id)
  }
  return true
})

const CONTENT = [
  'text',
  'entities',
  'caption',
  'caption_entities',
  'photo',
  'document',
  'video',
  'audio',
  'voice',
  'animation',
  'sticker',
  'contact',
  'location',
  'link_preview_options',
  'has_media_spoiler',
  'show_caption_above_media',
] as const

function contentOf(message: ChatMessage): Content {
  return Object.fromEntries(CONTENT.flatMap(key => (message[key] === undefined ? [] : [[key, message[key]]])))
}

async function findSource(world: World, chatId: string, messageId: number, verb: 'copy' | 'forward'): Promise<ChatMessage> {
  const message = await world.messages.find(findChat(world, chatId).id, messageId)
  if (!message) throw badRequest(`message to ${verb} not found`)
  if (message.has_protected_content) throw badRequest(verb === 'copy' ? "message can't be copied" : "message can't be forwarded")
  return message
}

const from = { from_chat_id: string }
const { chat_id: _own, ...sendOptions } = sendFields

const copyMessage = method(z.object({ ...one, ...from, ...sendOptions, ...captionFields }), async (input, { world }) => {
  const content = contentOf(await findSource(world, input.from_chat_id, input.message_id, 'copy'))
  const { caption: _caption, caption_entities: _entities, ...bare } = content
  const sent = await deliver(world, input, input.caption === undefined ? content : { ...bare, ...readCaption(world, input) })
  return { message_id: sent.message_id }
})

const copyMessages = method(
  z.object({ ...many, ...from, protect_content: flag.optional(), remove_caption: flag.optional() }),
  async (input, { world }) => {
    const copies = []
    for (const id of input.message_ids) {
      const { caption, caption_entities, ...bare } = contentOf(await findSource(world, input.from_chat_id, id, 'copy'))
      const kept = input.remove_caption
        ? {}
        : { ...(caption ? { caption } : {}), ...(caption_entities ? { caption_entities } : {}) }
      copies.push({ message_id: (await deliver(world, input, { ...bare, ...kept })).message_id })
    }
    return copies
  },
)

async function forward(world: World, input: { chat_id: string; from_chat_id: string }, messageId: number): Promise<Message> {
  const source = await findSource(world, input.from_chat_id, messageId, 'forward')
  const sender = world.people.find(source.from?.id ?? 0)
  const user = sender ? asUser(sender) : botUser(world)
  return deliver(world, input, {
    ...contentOf(source),
    forward_origin: source.forward_origin ?? { type: 'user', sender_user: user, date: source.date },
  })
}

const forwardMessage = method(z.object({ ...one, ...from, protect_content: flag.optional() }), (input, { world }) =>
  forward(world, input, input.message_id),
)

const forwardMessages = method(z.object({ ...many, ...from, protect_content: flag.optional() }), async (input, { world }) => {
  const sent = []
  for (const id of input.message_ids) sent.push({ message_id: (await forward(world, input, id)).message_id })
  return sent
})

const pinChatMessage = method(z.object(one), async (input, { world }) => {
  const person = findChat(world, input.chat_id)
  if (!(await world.messages.find(person.id, input.message_id))) throw badRequest('message to pin not found')
  const others = (world.settings.get(`pinned:${person.id}`) ?? []).filter(id => id !== input.message_id)
  await world.settings.set(`pinned:${person.id}`, [input.message_id, ...others])
  return true
})

const unpinChatMessage = method(z.object({ chat_id: string, message_id: integer.optional() }), async (input, { world }) => {
  const key = `pinned:${findChat(world, input.chat_id).id}` as const
  const pinned = world.settings.get(key) ?? []
  if (input.message_id !== undefined && !pinned.includes(input.message_id)) throw badRequest('message to unpin not found')
  await world.settings.set(
    key,
    pinned.filter(id => id !== (input.message_id ?? pinned[0])),
  )
  return true
})

const unpinAllChatMessages = method(z.object({ chat_id: string }), async (input, { world }) => {
  await world.settings.remove(`pinned:${findChat(world, input.chat_id).id}`)
  return true
})

export const existing: Record<string, Method> = {
  deleteMessage,
  deleteMessages,
  copyMessage,
  copyMessages,
  forwardMessage,
  forwardMessages,
  pinChatMessage,
  unpinChatMessage,
  unpinAllChatMessages,
}
