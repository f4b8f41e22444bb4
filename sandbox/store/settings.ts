import type { BotCommand, MenuButton } from '@grammyjs/types'
import { jsonb } from './json.ts'
import type { Sql } from './schema.ts'

/** What a bot's owner can set, keyed so that one lookup finds it: `name:zh`, `commands:chat:42:en`, `webhook`. */
export interface SettingTypes {
  webhook: WebhookSetting
  allowed: string[]
  [name: `name:${string}`]: string
  [description: `description:${string}`]: string
  [shortDescription: `short_description:${string}`]: string
  [commands: `commands:${string}`]: BotCommand[]
  [menu: `menu:${string}`]: MenuButton
  [pinned: `pinned:${number}`]: number[]
}

export interface WebhookSetting {
  url: string
  secretToken?: string
  maxConnections: number
  ipAddress?: string
}

export type Settings = Awaited<ReturnType<typeof openSettings>>

/** Held in memory and written through, like the people: they are few and read on every call. */
export async function openSettings(sql: Sql) {
  const known = new Map<string, unknown>()
  for (const row of await sql<{ key: string; value: unknown }[]>`select key, value from sandbox.settings`)
    known.set(row.key, row.value)

  return {
    get<K extends keyof SettingTypes & string>(key: K): SettingTypes[K] | undefined {
      // Sound because `set` is the only writer and takes the type that belongs to the key.
      return known.get(key) as SettingTypes[K] | undefined
    },
    async set<K extends keyof SettingTypes & string>(key: K, value: SettingTypes[K]): Promise<void> {
      await sql`
        insert into sandbox.settings (key, value) values (${key}, ${jsonb(sql, value)})
        on conflict (key) do update set value = excluded.value`
      known.set(key, value)
    },
    async remove(key: keyof SettingTypes & string): Promise<void> {
      await sql`delete from sandbox.settings where key = ${key}`
      known.delete(key)
    },
  }
}
