import type { KeyboardButtonRequestUsers, Message, SharedUser } from '@grammyjs/types'
import { asUser, type Person } from '../store/people.ts'
import type { World } from '../world.ts'
import { findPerson, say } from './acts.ts'
import { ClientError } from './errors.ts'

const NEWEST = 200

/** People chosen for a `request_users` button that stands in the chat. The bot learns their ids, and of the rest only what the button asks for. */
export async function shareUsers(
  world: World,
  person: Person,
  { requestId, userIds }: { requestId: number; userIds: readonly number[] },
): Promise<Message> {
  const asked = await findRequest(world, person.id, requestId)
  if (!asked) throw new ClientError('no-such-thing')
  if (userIds.length > (asked.max_quantity ?? 1)) throw new ClientError('too-many-people')
  const users = userIds.map((id): SharedUser => {
    const { first_name, last_name, username } = asUser(findPerson(world, id))
    return {
      user_id: id,
      ...(asked.request_name ? { first_name, ...(last_name ? { last_name } : {}) } : {}),
      ...(asked.request_username && username ? { username } : {}),
    }
  })
  return say(world, person, { users_shared: { request_id: requestId, users } })
}

async function findRequest(world: World, chatId: number, requestId: number): Promise<KeyboardButtonRequestUsers | undefined> {
  const keys = (await world.messages.newest(chatId, NEWEST)).reverse().flatMap(({ reply_markup: markup }) => {
    return markup && 'keyboard' in markup ? markup.keyboard.flat() : []
  })
  for (const key of keys)
    if (typeof key !== 'string' && 'request_users' in key && key.request_users.request_id === requestId) return key.request_users
  return undefined
}
