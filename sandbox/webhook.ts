import { callMethod } from './bot-api/call.ts'
import { parseBody } from './bot-api/params.ts'
import type { WebhookSetting } from './store/settings.ts'
import type { Pending } from './store/update-log.ts'
import { unixNow, type WebhookError, type World } from './world.ts'

const FIRST_RETRY_MS = 250
const LONGEST_RETRY_MS = 60_000
const ANSWER_WITHIN_MS = 60_000

/**
 * Brings updates to the bot's webhook: one after another for each person, side by side for different people, again with
 * growing pauses until the answer is 2xx. What the bot answers in the body is run as a call.
 */
export function createWebhookSender(world: () => World) {
  /** whose update is under way or waits for its next try */
  const busy = new Set<number>()
  const pauses = new Set<NodeJS.Timeout>()
  let generation = 0
  let abort = new AbortController()
  let lastError: WebhookError | undefined
  let pumping = false
  let again = false

  function wake(): void {
    again = true
    if (!pumping) void pump()
  }

  /** Hands out what can be handed out. What the database refuses now is tried at the next update. */
  async function pump(): Promise<void> {
    pumping = true
    try {
      while (again) {
        again = false
        const webhook = world().settings.get('webhook')
        if (!webhook || world().stopping.aborted) return
        const free = webhook.maxConnections - busy.size
        const of = generation
        const next = free > 0 ? await world().log.next(free, [...busy]) : []
        if (of !== generation) continue
        for (const pending of next) {
          busy.add(pending.senderId)
          void bring(webhook, pending, of, FIRST_RETRY_MS)
        }
      }
    } catch {
      return
    } finally {
      pumping = false
    }
  }

  async function bring(webhook: WebhookSetting, pending: Pending, of: number, pauseMs: number): Promise<void> {
    const problem = await deliver(webhook, pending)
      .then(async refused => refused ?? (await world().log.remove(pending.update.update_id)))
      .catch(describe)
    if (of !== generation) return
    if (problem === undefined) {
      busy.delete(pending.senderId)
      return wake()
    }
    lastError = { date: unixNow(world()), message: problem }
    const pause = setTimeout(() => {
      pauses.delete(pause)
      void bring(webhook, pending, of, Math.min(pauseMs * 2, LONGEST_RETRY_MS))
    }, pauseMs)
    pauses.add(pause)
  }

  /** Nothing when the bot took it, else what was wrong. */
  async function deliver(webhook: WebhookSetting, { update }: Pending): Promise<string | undefined> {
    const signal = AbortSignal.any([abort.signal, AbortSignal.timeout(ANSWER_WITHIN_MS)])
    const response = await fetch(webhook.url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(webhook.secretToken ? { 'x-telegram-bot-api-secret-token': webhook.secretToken } : {}),
      },
      body: JSON.stringify(update),
      redirect: 'manual',
      signal,
    })
    const body = new Uint8Array(await response.arrayBuffer())
    if (!response.ok) return `Wrong response from the webhook: ${response.status} ${response.statusText}`
    await runReply(response.headers.get('content-type') ?? '', body)
    return undefined
  }

  /** "Telegram gives no way to know that such a method was successful": errors are dropped. */
  async function runReply(contentType: string, body: Uint8Array): Promise<void> {
    try {
      const params = parseBody(contentType, body)
      const { method } = params.fields
      if (typeof method === 'string') await callMethod(world(), method, params, world().stopping)
    } catch {
      return
    }
  }

  function reset(): void {
    generation++
    abort.abort()
    abort = new AbortController()
    for (const pause of pauses) clearTimeout(pause)
    pauses.clear()
    busy.clear()
  }

  return {
    wake,
    /** The webhook was set anew or deleted. */
    changed(): void {
      reset()
      lastError = undefined
      wake()
    },
    lastError: () => lastError,
    stop: reset,
  }
}

function describe(error: unknown): string {
  if (error instanceof DOMException && error.name === 'TimeoutError') return 'Read timeout expired'
  const cause = error instanceof Error ? error.cause : undefined
  const code = typeof cause === 'object' && cause !== null && 'code' in cause ? cause.code : undefined
  return code === 'ECONNREFUSED' ? 'Connection refused' : 'Connection closed'
}
