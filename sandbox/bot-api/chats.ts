import { z } from 'zod'
import { asBotMessage } from '../store/messages.ts'
import { asChat } from '../store/people.ts'
import { findUser } from '../world.ts'
import { findChat } from './chat.ts'
import { badRequest } from './errors.ts'
import { integer, string } from './fields.ts'
import { type Method, method } from './method.ts'

/** "Bots can download files of up to 20 MB in size." */
const MAX_DOWNLOAD_BYTES = 20 * 1024 * 1024

const getFile = method(z.object({ file_id: string }), async ({ file_id }, { world }) => {
  if (!/^[\w-]{20,}$/.test(file_id)) throw badRequest('invalid file_id')
  const file = await world.files.find(file_id)
  if (!file) throw badRequest('wrong file_id or the file is temporarily unavailable')
  if (file.size > MAX_DOWNLOAD_BYTES) throw badRequest('file is too big')
  return { file_id, file_unique_id: file.uniqueId, file_size: file.size, file_path: file.path }
})

const getChat = method(z.object({ chat_id: string }), async ({ chat_id }, { world }) => {
  const person = findChat(world, chat_id)
  const pinned = world.settings.get(`pinned:${person.id}`)?.[0]
  const message = pinned === undefined ? undefined : await world.messages.find(person.id, pinned)
  return {
    ...asChat(person),
    ...(person.username ? { active_usernames: [person.username] } : {}),
    accent_color_id: person.id % 7,
    max_reaction_count: 11,
    accepted_gift_types: {
      unlimited_gifts: true,
      limited_gifts: true,
      unique_gifts: true,
      premium_subscription: true,
      gifts_from_channels: true,
    },
    ...(message ? { pinned_message: asBotMessage(message) } : {}),
  }
})

const getChatMember = method(z.object({ chat_id: string, user_id: integer }), ({ chat_id, user_id }, { world }) => {
  const person = findChat(world, chat_id)
  const user = findUser(world, user_id)
  if (!user || (user_id !== person.id && user_id !== world.bot.id)) throw badRequest('user not found')
  return { user, status: 'member' }
})

export const chats: Record<string, Method> = { getFile, getChat, getChatMember }
