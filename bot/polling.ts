import { setTimeout as pause } from 'node:timers/promises'
import type { Update } from '@grammyjs/types'
import { GrammyError } from 'grammy'
import type { Log } from '../core/context.ts'
import { describeError } from '../core/database-errors.ts'
import { groupBy } from '../core/group-by.ts'
import type { DeskBot } from './bot.ts'
import { allowedUpdates, lineOf } from './incoming.ts'

/** How many people are answered side by side. */
const sideBySide = 16
const pollSeconds = 30
const batchSize = 100
const longestPauseMs = 15_000
/** How often an update whose answer was lost is taken again before it is let go. */
const pausesBeforeAgainMs = [500, 2_000]

export interface Polling {
  /** Ends the long poll and waits for the updates under way, at most so long. What was not taken comes again at the next start. */
  stop(deadlineMs: number): Promise<void>
}

/**
 * Asks Telegram for updates, batch after batch; the next is asked for, and so the one before acknowledged, only when every update of
 * the batch has been dealt with: at least once, whatever happens in between. One person's updates are taken in their order, different
 * people's side by side. While another process polls, this one stands by.
 */
export function startPolling({ bot, take }: Pick<DeskBot, 'bot' | 'take'>, log: Log): Polling {
  const stopping = new AbortController()
  const ended = run()
  return {
    async stop(deadlineMs) {
      stopping.abort()
      const waited = new AbortController()
      await Promise.race([ended, pause(deadlineMs, undefined, { signal: waited.signal }).catch(() => undefined)])
      waited.abort()
    },
  }

  async function run(): Promise<void> {
    let offset = 0
    let failures = 0
    let standingBy = false
    let hasWebhook = true
    while (!stopping.signal.aborted) {
      try {
        // Telegram gives no updates to who asks while it has an address to deliver to
        if (hasWebhook) await bot.api.deleteWebhook()
        hasWebhook = false
        const batch = await ask(offset)
        if (standingBy) log.info({}, 'this process takes the updates now')
        standingBy = false
        failures = 0
        await takeBatch(batch)
        if (stopping.signal.aborted) return
        offset = batch.reduce((next, update) => Math.max(next, update.update_id + 1), offset)
      } catch (error) {
        if (stopping.signal.aborted) return
        const conflict = error instanceof GrammyError && error.error_code === 409
        if (conflict && !standingBy) log.warn({}, 'another process takes the updates: standing by')
        if (!conflict && failures === 0) log.warn({ error: describeError(error) }, 'Telegram cannot be reached: trying again')
        standingBy ||= conflict
        await rest(backOff(failures++, error))
      }
    }
  }

  function ask(offset: number): Promise<Update[]> {
    const asking = { offset, limit: batchSize, timeout: pollSeconds, allowed_updates: allowedUpdates }
    return bot.api.getUpdates(asking, asGrammySignal(stopping.signal))
  }

  async function takeBatch(batch: readonly Update[]): Promise<void> {
    const lines = [...groupBy(batch, lineOf).values()]
    const workers = Array.from({ length: Math.min(sideBySide, lines.length) }, async () => {
      for (let line = lines.shift(); line; line = lines.shift()) {
        for (const update of line) {
          if (stopping.signal.aborted) return
          await takeUntilAnswered(update)
        }
      }
    })
    await Promise.all(workers)
  }

  async function takeUntilAnswered(update: Update): Promise<void> {
    for (const waitMs of [...pausesBeforeAgainMs, 0]) {
      if ((await take(update)) || waitMs === 0 || stopping.signal.aborted) return
      await rest(waitMs)
    }
  }

  function rest(milliseconds: number): Promise<unknown> {
    return pause(milliseconds, undefined, { signal: stopping.signal }).catch(() => undefined)
  }
}

/** Guarantee: Node's own signal does all that grammY asks of one; only its declaration comes from an older package. */
function asGrammySignal(signal: AbortSignal): Parameters<DeskBot['bot']['api']['getUpdates']>[1] {
  return signal as unknown as Parameters<DeskBot['bot']['api']['getUpdates']>[1]
}

function backOff(failures: number, error: unknown): number {
  const asked = error instanceof GrammyError ? (error.parameters.retry_after ?? 0) * 1000 : 0
  return Math.max(asked, Math.min(longestPauseMs, 300 * 2 ** Math.min(failures, 10)))
}
