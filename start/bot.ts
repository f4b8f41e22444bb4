import { GrammyError, HttpError } from 'grammy'
import { createBot } from '../bot/bot.ts'
import { startPolling } from '../bot/polling.ts'
import { createWebhook, registerWebhook } from '../bot/webhook.ts'
import type { Config } from '../config.ts'
import type { Log } from '../core/context.ts'
import type { BaseCtx } from './desk.ts'
import { StartProblem } from './say.ts'

const publicApiRoot = 'https://api.telegram.org'
/** What is under way gets so long to finish. */
const stopWithinMs = 2_000

export interface BotRunner {
  username: string
  /** Telegram's deliveries; 404 while the bot polls */
  handleWebhook(request: Request): Promise<Response>
  stop(): Promise<void>
}

interface Needs {
  telegram: { token: string; apiRoot: string | undefined }
  ctx: BaseCtx
  config: Config
  log: Log
}

function explain(error: unknown, apiRoot: string): never {
  if (error instanceof GrammyError && (error.error_code === 401 || error.error_code === 404)) {
    throw new StartProblem('BOT_TOKEN is not known to Telegram: copy it again from BotFather, in the form 123456789:AAE…')
  }
  if (error instanceof HttpError) throw new StartProblem(`${apiRoot} cannot be reached: check the network, or TELEGRAM_API_ROOT`)
  throw error
}

/** Starts the bot's intake, by polling or by webhook; the handlers are the same. */
export async function startBot({ telegram, ctx, config, log }: Needs): Promise<BotRunner> {
  const { token, apiRoot = publicApiRoot } = telegram
  const bot = await createBot({ token, apiRoot, ctx, log, fallbackLocale: config.defaultLocale }).catch(error =>
    explain(error, apiRoot),
  )
  // the menus are a nicety: the bot talks without waiting for them
  const menus = bot.setMenus().catch(error => log.warn({ error }, 'the command menus could not be set'))
  if (config.intake.mode === 'polling') {
    const polling = startPolling(bot, log)
    return {
      username: bot.botName,
      handleWebhook: async () => new Response('the bot polls', { status: 404 }),
      stop: async () => {
        await polling.stop(stopWithinMs)
        await menus
      },
    }
  }
  const { secret } = config.intake
  const webhook = createWebhook(bot, secret)
  await registerWebhook(bot, { url: `${config.http.publicUrl}/telegram/webhook`, secret })
  return {
    username: bot.botName,
    handleWebhook: webhook.handle,
    stop: async () => {
      await webhook.settle(stopWithinMs)
      await menus
    },
  }
}
