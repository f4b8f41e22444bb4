import type { Person } from '../store/people.ts'
import type { World } from '../world.ts'
import { badRequest, forbidden } from './errors.ts'

/** The private chat that a `chat_id` names. */
export function findChat(world: World, chatId: string): Person {
  const person = /^-?\d+$/.test(chatId.trim()) ? world.people.find(Number(chatId)) : undefined
  if (!person) throw badRequest(chatId.trim() === '' ? 'chat_id is empty' : 'chat not found')
  return person
}

/** The same, where the bot may write: the person has begun the conversation and has not blocked the bot. */
export function openChat(world: World, chatId: string): Person {
  const person = findChat(world, chatId)
  if (person.blocked) throw forbidden('bot was blocked by the user')
  if (!person.started) throw forbidden("bot can't initiate conversation with a user")
  return person
}
