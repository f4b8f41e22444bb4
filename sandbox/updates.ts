import type { Update } from '@grammyjs/types'
import { conflict } from './bot-api/errors.ts'
import type { Queries, Sql } from './store/schema.ts'
import type { Settings } from './store/settings.ts'
import type { UpdateBody, UpdateLog } from './store/update-log.ts'

/** Without `allowed_updates` a bot gets every kind but these. */
const ONLY_WHEN_ASKED = new Set(['chat_member', 'message_reaction', 'message_reaction_count'])
const LONGEST_POLL_SECONDS = 50

export interface PollRequest {
  offset: number
  limit: number
  timeoutSeconds: number
}

/** What a user's act leads to: the answer to the user, and the update that tells the bot. */
export interface Act<T> {
  answer: T
  senderId: number
  update: UpdateBody
}

export type Updates = ReturnType<typeof createUpdates>

/** The way from a user's act to the bot: written in one transaction, in order of id, and handed on at once. */
export function createUpdates(sql: Sql, log: UpdateLog, settings: Settings, stopping: AbortSignal) {
  let queue: Promise<unknown> = Promise.resolve()
  let version = 0
  let poller: { end(error?: Error): void; wake(): void } | undefined
  const listeners = new Set<() => void>()

  function wake(): void {
    version++
    poller?.wake()
    for (const listener of listeners) listener()
  }

  function wanted(update: UpdateBody): boolean {
    const allowed = settings.get('allowed')
    return Object.keys(update).every(kind => (allowed?.length ? allowed.includes(kind) : !ONLY_WHEN_ASKED.has(kind)))
  }

  /** One after another: an id that commits late must not be acknowledged unseen by a poll that saw the next one. */
  function record<T>(act: (tx: Queries) => Promise<Act<T>>): Promise<T> {
    const done = queue.then(async () => {
      const answer = await sql.begin(async tx => {
        const { answer, senderId, update } = await act(tx)
        if (wanted(update)) await log.add(senderId, update, tx)
        return { answer }
      })
      wake()
      return answer.answer
    })
    queue = done.catch(() => undefined)
    return done
  }

  /** A long poll. A second one ends the first with a conflict; the client's leaving ends it too. */
  async function poll({ offset, limit, timeoutSeconds }: PollRequest, signal: AbortSignal): Promise<Update[]> {
    poller?.end(conflict('terminated by other getUpdates request; make sure that only one bot instance is running'))
    const ended: { yes: boolean; error: Error | undefined } = { yes: false, error: undefined }
    let wakeUp: () => void = () => undefined
    const me = {
      end(error?: Error) {
        ended.yes = true
        ended.error = error
        wakeUp()
      },
      wake: () => wakeUp(),
    }
    poller = me
    const leave = () => me.end()
    signal.addEventListener('abort', leave)
    stopping.addEventListener('abort', leave)
    const timer = setTimeout(leave, Math.min(timeoutSeconds, LONGEST_POLL_SECONDS) * 1000)
    try {
      if (offset < 0) await log.keepNewest(-offset)
      for (;;) {
        const seen = version
        const pending = await log.advance(Math.max(offset, 0), limit)
        if (ended.error) throw ended.error
        if (pending.length > 0 || ended.yes || timeoutSeconds <= 0 || signal.aborted || stopping.aborted)
          return pending.map(({ update }) => update)
        await new Promise<void>(resolve => {
          wakeUp = resolve
          if (seen !== version || ended.yes) resolve()
        })
        if (ended.error) throw ended.error
        if (ended.yes) return []
      }
    } finally {
      clearTimeout(timer)
      signal.removeEventListener('abort', leave)
      stopping.removeEventListener('abort', leave)
      if (poller === me) poller = undefined
    }
  }

  return {
    record,
    poll,
    wake,
    /** Ends a poll under way, for `setWebhook`. */
    endPoll: (error: Error) => poller?.end(error),
    onNew(listener: () => void): () => void {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
