import { answering } from './answering.ts'
import { chats } from './chats.ts'
import { commands } from './commands.ts'
import { editing } from './editing.ts'
import { existing } from './existing.ts'
import type { Method } from './method.ts'
import { profile } from './profile.ts'
import { receiving } from './receiving.ts'
import { sending } from './sending.ts'

const all = { ...receiving, ...profile, ...commands, ...sending, ...editing, ...existing, ...answering, ...chats }

/** By lower-case name: "all methods in the Bot API are case-insensitive". */
export const methods: ReadonlyMap<string, Method> = new Map(
  Object.entries(all).map(([name, method]) => [name.toLowerCase(), method]),
)
