import type { Update } from '@grammyjs/types'
import { Bot } from 'grammy'
import type { Ctx, Log } from '../core/context.ts'
import type { Locale } from '../core/message/kinds.ts'
import { listStaffChats } from '../core/staff/list-chats.ts'
import { setAllMenus } from './menus.ts'
import { createPictures } from './pictures.ts'
import { takeUpdate } from './take-update.ts'

/** Long enough for a long poll of 30 seconds. */
const requestSeconds = 50

export interface BotOptions {
  token: string
  /** of the Bot API, such as `https://api.telegram.org`; without a slash at the end */
  apiRoot: string
  ctx: Omit<Ctx, 'actor'>
  log: Log
  /** for clients in a language that the desk does not speak */
  fallbackLocale: Locale
}

export interface DeskBot {
  bot: Bot
  /** the bot's own name, for deep links; known once `createBot` has resolved */
  botName: string
  /** takes one update and resolves when it has been answered; never rejects. False: an answer was lost, take it again. */
  take(update: Update): Promise<boolean>
  /** the command menus, for everybody and for the staff */
  setMenus(): Promise<void>
}

/** The chat. Asks Telegram who it is, so it rejects where the token is wrong or nobody answers. */
export async function createBot({ token, apiRoot, ctx: base, log, fallbackLocale }: BotOptions): Promise<DeskBot> {
  const bot = new Bot(token, { client: { apiRoot, timeoutSeconds: requestSeconds } })
  await bot.init()
  const ctx: Ctx = { ...base, actor: { kind: 'job', name: 'bot' } }
  const botName = bot.botInfo.username
  const pictures = createPictures(ctx, log)
  const taking = { api: bot.api, pictures, token, apiRoot, ctx, log, botName, fallbackLocale }
  return {
    bot,
    botName,
    take: update => takeUpdate(taking, update),
    setMenus: async () => setAllMenus(bot.api, log, await listStaffChats(ctx), fallbackLocale),
  }
}
