import { createHash } from 'node:crypto'
import type { Message } from '@grammyjs/types'
import type { Content } from '../bot-api/deliver.ts'
import { MAX_TEXT, withoutReply } from '../bot-api/deliver.ts'
import { asBotMessage, type ChatMessage } from '../store/messages.ts'
import { asChat, asUser, type Person } from '../store/people.ts'
import { formatTyped, splitTyped } from '../text/format.ts'
import { botUser, unixNow, type World } from '../world.ts'
import { ClientError } from './errors.ts'

export function findPerson(world: World, id: number): Person {
  const person = world.people.find(id)
  if (!person) throw new ClientError('no-chat')
  return person
}

/** A message from a person to the bot: stored and turned into an update in one transaction. */
export async function say(world: World, person: Person, content: Content, replyTo?: number): Promise<Message> {
  if (person.blocked) throw new ClientError('blocked')
  const replied = replyTo === undefined ? undefined : await world.messages.find(person.id, replyTo)
  // Before the update: the bot may answer it at once.
  const now = person.started ? person : await world.people.save({ ...person, started: true })
  const message = await world.updates.record(async tx => {
    const added = await world.messages.add(
      {
        from: asUser(now),
        chat: asChat(now),
        date: unixNow(world),
        ...content,
        ...(replied ? { reply_to_message: withoutReply(replied) } : {}),
      },
      tx,
    )
    // Sound: it was sent by a user to a private chat, which is what the update's message asks.
    const told = asBotMessage(added) as Message & { chat: ReturnType<typeof asChat>; from: ReturnType<typeof asUser> }
    return { answer: told, senderId: person.id, update: { message: told } }
  })
  world.events.emit({ type: 'message', chatId: person.id, message })
  return message
}

/** A text longer than a message holds goes out as several, as clients do; the last is returned. */
export async function sayText(world: World, person: Person, text: string, replyTo?: number): Promise<Message> {
  let last: Message | undefined
  for (const part of splitTyped(text, MAX_TEXT)) {
    const { text: typed, entities } = formatTyped(part)
    if (typed !== '') last = await say(world, person, { text: typed, ...(entities.length > 0 ? { entities } : {}) }, replyTo)
  }
  if (!last) throw new ClientError('empty-message')
  return last
}

export async function editText(world: World, person: Person, messageId: number, text: string): Promise<Message> {
  const before = await world.messages.find(person.id, messageId)
  if (!before || before.from?.id !== person.id) throw new ClientError('not-yours')
  if (person.blocked) throw new ClientError('blocked')
  const { text: typed, entities } = formatTyped(text)
  if (typed === '') throw new ClientError('empty-message')
  const found = entities.length > 0 ? entities : undefined
  const { text: _text, entities: _entities, caption: _caption, caption_entities: _inCaption, ...rest } = before
  const after: ChatMessage =
    before.text === undefined
      ? { ...rest, caption: typed, ...(found ? { caption_entities: found } : {}) }
      : { ...rest, text: typed, ...(found ? { entities: found } : {}) }
  const edited = { ...after, edit_date: unixNow(world) }
  const message = await world.updates.record(async tx => {
    await world.messages.replace(edited, tx)
    // Sound: as in `say`, and the date of the edit is set.
    const told = asBotMessage(edited) as Message & {
      edit_date: number
      chat: ReturnType<typeof asChat>
      from: ReturnType<typeof asUser>
    }
    return { answer: told, senderId: person.id, update: { edited_message: told } }
  })
  world.events.emit({ type: 'edited', chatId: person.id, message })
  return message
}

/** A press with whatever data: old buttons and forged ones reach a bot too. */
export function press(world: World, person: Person, messageId: number, data: string): Promise<string> {
  if (person.blocked) throw new ClientError('blocked')
  return world.updates.record(async tx => {
    const id = await world.queries.ask(person.id, world.now(), tx)
    const pressed = await world.messages.find(person.id, messageId)
    const message = pressed ? asBotMessage(pressed) : { chat: asChat(person), message_id: messageId, date: 0 as const }
    const query = { id, from: asUser(person), message, chat_instance: chatInstance(world, person), data }
    return { answer: id, senderId: person.id, update: { callback_query: query } }
  })
}

export async function setBlocked(world: World, person: Person, blocked: boolean): Promise<void> {
  if (person.blocked === blocked) return
  await world.people.save({ ...person, blocked })
  const bot = botUser(world)
  const member = { user: bot, status: 'member' as const }
  const kicked = { user: bot, status: 'kicked' as const, until_date: 0 }
  await world.updates.record(async () => ({
    answer: undefined,
    senderId: person.id,
    update: {
      my_chat_member: {
        chat: asChat(person),
        from: asUser(person),
        date: unixNow(world),
        old_chat_member: blocked ? member : kicked,
        new_chat_member: blocked ? kicked : member,
      },
    },
  }))
  world.events.emit({ type: 'users' })
}

/** One number for each chat with this bot, the same at every press. */
function chatInstance({ bot }: World, person: Person): string {
  return String(createHash('sha256').update(`${bot.id}:${person.id}`).digest().readBigInt64BE())
}
