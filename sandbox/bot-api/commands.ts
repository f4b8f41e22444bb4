import type { BotCommand } from '@grammyjs/types'
import { z } from 'zod'
import type { Person } from '../store/people.ts'
import type { Settings } from '../store/settings.ts'
import type { World } from '../world.ts'
import { findChat } from './chat.ts'
import { badRequest } from './errors.ts'
import { json, string } from './fields.ts'
import { type Method, method } from './method.ts'
import { languageCode } from './profile.ts'

const MAX_COMMANDS = 100

const SCOPES = ['default', 'all_private_chats', 'all_group_chats', 'all_chat_administrators'] as const
const scope = json(
  z.union([z.object({ type: z.enum(SCOPES) }), z.object({ type: z.literal('chat'), chat_id: string })]),
  'BotCommandScope',
).default({ type: 'default' })

const commandList = json(z.array(z.object({ command: z.string(), description: z.string() })), 'commands')

type Key = `commands:${string}`

function keyOf(world: World, of: z.output<typeof scope>, language: string): Key {
  const name = of.type === 'chat' ? `chat/${findChat(world, of.chat_id).id}` : of.type
  return `commands:${name}:${language}`
}

const setMyCommands = method(
  z.object({ commands: commandList, scope, language_code: languageCode }),
  async (input, { world }) => {
    const key = keyOf(world, input.scope, input.language_code)
    if (input.commands.length > MAX_COMMANDS) throw badRequest('BOT_COMMANDS_TOO_MUCH')
    const commands = input.commands.map(checkCommand)
    if (commands.length === 0) await world.settings.remove(key)
    else await world.settings.set(key, commands)
    tell(world, input.scope)
    return true
  },
)

function checkCommand({ command, description }: { command: string; description: string }): BotCommand {
  const name = command.trim().replace(/^\//, '')
  if (!/^[a-z0-9_]{1,32}$/.test(name)) throw badRequest('BOT_COMMAND_INVALID')
  const text = description.trim()
  if (text.length < 1 || text.length > 256) throw badRequest('BOT_COMMAND_DESCRIPTION_INVALID')
  return { command: name, description: text }
}

function tell(world: World, of: z.output<typeof scope>): void {
  world.events.emit({ type: 'commands', ...(of.type === 'chat' ? { chatId: Number(of.chat_id) } : {}) })
}

const deleteMyCommands = method(z.object({ scope, language_code: languageCode }), async (input, { world }) => {
  await world.settings.remove(keyOf(world, input.scope, input.language_code))
  tell(world, input.scope)
  return true
})

const getMyCommands = method(
  z.object({ scope, language_code: languageCode }),
  (input, { world }) => world.settings.get(keyOf(world, input.scope, input.language_code)) ?? [],
)

/** The menu that holds in a person's chat, in the order that the Bot API documents for private chats. */
export function commandsFor(settings: Settings, person: Person): BotCommand[] {
  const language = person.languageCode.split('-')[0] ?? ''
  for (const name of [`chat/${person.id}`, 'all_private_chats', 'default'])
    for (const code of [language, '']) {
      const commands = settings.get(`commands:${name}:${code}`)
      if (commands) return commands
    }
  return []
}

export const commands: Record<string, Method> = { setMyCommands, deleteMyCommands, getMyCommands }
