import type { User } from '@grammyjs/types'
import type { Events } from './events.ts'
import type { Faults } from './faults.ts'
import type { Files } from './store/files.ts'
import type { Messages } from './store/messages.ts'
import type { People } from './store/people.ts'
import { asUser } from './store/people.ts'
import type { CallbackQueries } from './store/queries.ts'
import type { Settings } from './store/settings.ts'
import type { UpdateLog } from './store/update-log.ts'
import type { Updates } from './updates.ts'

/** Everything of one sandbox: its store, its queue of updates, who listens. */
export interface World {
  token: string
  bot: { id: number; firstName: string; username: string }
  people: People
  messages: Messages
  files: Files
  settings: Settings
  log: UpdateLog
  queries: CallbackQueries
  updates: Updates
  events: Events
  faults: Faults
  /** machine time; the desk's clock does not move the messenger */
  now(): Date
  /** counts a send against the flood limits, where they are on */
  countSend(chatId: number): void
  webhook: { changed(): void; lastError(): WebhookError | undefined }
  stopping: AbortSignal
}

export interface WebhookError {
  /** Unix seconds */
  date: number
  message: string
}

export const unixNow = (world: World): number => Math.floor(world.now().getTime() / 1000)

export function botUser({ bot }: World): User {
  return { id: bot.id, is_bot: true, first_name: bot.firstName, username: bot.username }
}

export function findUser(world: World, id: number): User | undefined {
  if (id === world.bot.id) return botUser(world)
  const person = world.people.find(id)
  return person && asUser(person)
}
