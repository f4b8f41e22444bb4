import { createHash, timingSafeEqual } from 'node:crypto'
import type { Update } from '@grammyjs/types'
import { z } from 'zod'
import type { DeskBot } from './bot.ts'
import { allowedUpdates } from './incoming.ts'

/** An update with a long text and its entities has some ten kilobytes. */
const longestBody = 1024 * 1024
/** Telegram itself waits longer; a queue behind one slow answer helps nobody. */
const telegramWaitsMs = 10_000

export interface Webhook {
  /** Answers one delivery. Anything but 200 makes Telegram deliver it again. */
  handle(request: Request): Promise<Response>
  /** Waits for the updates under way, at most so long. */
  settle(deadlineMs: number): Promise<void>
}

/** Only what the bot relies on; the rest of an update is Telegram's own. */
const updateShape = z.looseObject({ update_id: z.number().int() })

/**
 * The door for Telegram's deliveries: 401 without the secret that `setWebhook` was given, 400 for what is no update, 503 when the
 * answer takes too long or was lost, so that it is delivered again (G2: with no second effect).
 */
export function createWebhook({ take }: Pick<DeskBot, 'take'>, secret: string, answerWithinMs = telegramWaitsMs): Webhook {
  const expected = digest(secret)
  const underWay = new Set<Promise<boolean>>()

  return {
    async handle(request) {
      const given = request.headers.get('x-telegram-bot-api-secret-token') ?? ''
      if (!timingSafeEqual(digest(given), expected)) return answer(401, 'wrong secret token')
      const update = await readUpdate(request)
      if (!update) return answer(400, 'not an update')
      const taking = take(update)
      underWay.add(taking)
      void taking.finally(() => underWay.delete(taking))
      const answered = await within(taking, answerWithinMs)
      return answered ? answer(200, 'ok') : answer(503, 'not answered yet')
    },
    async settle(deadlineMs) {
      await within(Promise.all(underWay), deadlineMs)
    },
  }
}

/** What `work` comes to, or undefined when it takes longer. */
async function within<T>(work: Promise<T>, ms: number): Promise<T | undefined> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<undefined>(resolve => {
    timer = setTimeout(() => resolve(undefined), ms)
  })
  return Promise.race([work, late]).finally(() => clearTimeout(timer))
}

/** Tells Telegram where to deliver. */
export async function registerWebhook(
  { bot }: Pick<DeskBot, 'bot'>,
  { url, secret }: { url: string; secret: string },
): Promise<void> {
  await bot.api.setWebhook(url, { secret_token: secret, allowed_updates: allowedUpdates })
}

const digest = (text: string) => createHash('sha256').update(text).digest()
const answer = (status: number, text: string) => new Response(text, { status })

async function readUpdate(request: Request): Promise<Update | undefined> {
  if (Number(request.headers.get('content-length') ?? 0) > longestBody) return undefined
  try {
    const text = await request.text()
    if (text.length > longestBody) return undefined
    const parsed = updateShape.safeParse(JSON.parse(text))
    // guarantee: whoever knows the secret is Telegram, and sends updates as its documentation has them
    return parsed.success ? (parsed.data as unknown as Update) : undefined
  } catch {
    return undefined
  }
}
