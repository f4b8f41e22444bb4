import { z } from 'zod'
import { findChat, openChat } from './chat.ts'
import { badRequest } from './errors.ts'
import { flag, integer, json, string } from './fields.ts'
import { type Method, method } from './method.ts'

const MAX_ANSWER = 200

const answerCallbackQuery = method(
  z.object({ callback_query_id: string, text: string.optional(), show_alert: flag.default(false), url: string.optional() }),
  async ({ callback_query_id, text, show_alert, url }, { world }) => {
    if (text && text.length > MAX_ANSWER) throw badRequest('MESSAGE_TOO_LONG')
    if (url && !/^(?:https:\/\/t\.me\/|tg:)/i.test(url)) throw badRequest('URL_INVALID')
    const chatId = await world.queries.answer(callback_query_id, world.now())
    if (chatId === undefined) throw badRequest('query is too old and response timeout expired or query ID is invalid')
    const said = { ...(text ? { text } : {}), ...(url ? { url } : {}) }
    world.events.emit({ type: 'callback-answer', chatId, queryId: callback_query_id, alert: show_alert, ...said })
    return true
  },
)

const ACTIONS = [
  'typing',
  'upload_photo',
  'record_video',
  'upload_video',
  'record_voice',
  'upload_voice',
  'upload_document',
  'choose_sticker',
  'find_location',
  'record_video_note',
  'upload_video_note',
]

const sendChatAction = method(z.object({ chat_id: string, action: string }), ({ chat_id, action }, { world }) => {
  const person = openChat(world, chat_id)
  if (!ACTIONS.includes(action)) throw badRequest('wrong parameter action in request')
  world.events.emit({ type: 'action', chatId: person.id, action })
  return true
})

const reaction = json(
  z.array(z.looseObject({ type: z.enum(['emoji', 'custom_emoji', 'paid']), emoji: z.string().optional() })),
  'reaction',
)

const setMessageReaction = method(
  z.object({ chat_id: string, message_id: integer, reaction: reaction.default([]), is_big: flag.optional() }),
  async (input, { world }) => {
    const person = findChat(world, input.chat_id)
    if (!(await world.messages.find(person.id, input.message_id))) throw badRequest('message to react not found')
    if (input.reaction.length > 1) throw badRequest('REACTIONS_TOO_MANY')
    return true
  },
)

export const answering: Record<string, Method> = { answerCallbackQuery, sendChatAction, setMessageReaction }
