import type { Hono } from 'hono'
import type { Config } from '../config.ts'
import type { Ctx } from '../core/context.ts'
import { followClient } from '../core/person/follow-client.ts'
import type { ChatState, SandboxUser } from '../sandbox/contract.ts'
import { createSandbox } from '../sandbox/sandbox.ts'
import type { Desk } from './desk.ts'
import { sandboxBot, sandboxClock, sandboxSeats, seedSandbox } from './sandbox-staff.ts'

export interface SandboxHost {
  app: Hono
  telegram: { token: string; apiRoot: string }
  notifyClock(): void
  stop(): Promise<void>
}

interface Needs {
  config: Config
  desk: Desk
  ctx: Ctx
  databaseUrl: string
  pagesDir: string
}

/** Opens the messenger that stands in for Telegram while there is no BOT_TOKEN, with its staff on the desk. */
export async function openSandbox({ config, desk, ctx, databaseUrl, pagesDir }: Needs): Promise<SandboxHost> {
  await seedSandbox(ctx)
  // by the loopback address even when PUBLIC_URL names another: the sandbox answers nobody else
  const apiRoot = `http://127.0.0.1:${config.http.port}/sandbox/telegram`
  const { token, ...bot } = sandboxBot
  const clock = sandboxClock(desk, ctx)
  const onLanguage = ({ id, languageCode }: SandboxUser) =>
    followClient(ctx, { telegramId: id, locale: languageCode.startsWith('zh') ? 'zh-CN' : 'en' })
  const sandbox = await createSandbox({ databaseUrl, token, bot, apiRoot, seats: sandboxSeats, pagesDir, clock, onLanguage })
  return {
    // guarantee: the bindings that its routes read are those which @hono/node-server gives to every request
    app: sandbox.app as unknown as Hono,
    telegram: { token, apiRoot },
    notifyClock: sandbox.notifyClock,
    stop: sandbox.stop,
  }
}

/** A bot cannot write to somebody who never wrote to it: on the very first start the seeded staff say /start. */
export async function greetStaff(port: number): Promise<void> {
  const root = `http://127.0.0.1:${port}/sandbox/api/chats`
  for (const { id, seat } of sandboxSeats) {
    if (seat === 'applicant') continue
    const response = await fetch(`${root}/${id}`)
    const chat = (await response.json()) as ChatState
    if (chat.messages.length > 0) continue
    await fetch(`${root}/${id}/text`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ text: '/start' }),
    })
  }
}
