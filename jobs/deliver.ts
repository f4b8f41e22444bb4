import type { Api } from 'grammy'
import type { Ctx } from '../core/context.ts'
import { type Claimed, nextDelay, releaseLeases } from '../core/message/claim.ts'
import { settleMessage } from '../core/message/settle.ts'
import type { Sql } from '../db/client.ts'
import { createLanes } from './lanes.ts'
import { createPace } from './limits.ts'
import { outcomeOf } from './outcome.ts'
import { sendMessage } from './send.ts'

/** Even without a notification the outbox is looked at so often: what was notified while a connection was lost is found then. */
const longestPauseMs = 5_000
const standByMs = 1_000
const senderLock = 7_204_312

export interface DeliveryLoop {
  /** resolves when nothing is being sent any more */
  stop(): Promise<void>
}

/**
 * Sends the outbox until stopped. One sender at a time for the whole desk (a session lock; others stand by and take over), woken by
 * LISTEN, side by side over chats and in order within one.
 */
export async function startDelivery(ctx: Ctx, sql: Sql, api: Api): Promise<DeliveryLoop> {
  const pace = createPace()
  let stopping = false
  let wake = () => {}
  let woken = false
  const ring = () => {
    woken = true
    wake()
  }
  const pause = (ms: number) =>
    new Promise<void>(resolve => {
      const timer = setTimeout(resolve, ms)
      wake = () => {
        clearTimeout(timer)
        resolve()
      }
      if (woken || stopping) wake()
    })
  const listening = await sql.listen('outbox', ring, ring)

  const deliver = async (claimed: Claimed): Promise<void> => {
    const wait = pace.wait(claimed.to)
    if (wait > 0) await new Promise(resolve => setTimeout(resolve, wait))
    const delivery = await sendMessage(ctx, api, claimed).catch(error => outcomeOf(error, claimed.row.attempts))
    if (delivery.end !== 'sent')
      ctx.log.warn({ message: claimed.row.id, kind: claimed.row.kind, ...delivery }, 'message not sent')
    await settleMessage(ctx, claimed.row, delivery)
  }
  const lanes = createLanes(ctx, claimed =>
    deliver(claimed)
      .catch(err => ctx.log.error({ err, message: claimed.row.id }, 'delivery failed'))
      .finally(ring),
  )
  const round = async (): Promise<number> => {
    woken = false
    if ((await lanes.fill()) > 0) return 0
    if (lanes.isFull()) return longestPauseMs
    return Math.min(longestPauseMs, Math.max(5, (await nextDelay(ctx)) ?? longestPauseMs))
  }

  const loop = async () => {
    const session = await sql.reserve()
    try {
      while (!stopping) {
        const [row] = await session<{ mine: boolean }[]>`select pg_try_advisory_lock(${senderLock}) as mine`
        if (row?.mine) break
        await pause(standByMs)
        woken = false
      }
      if (!stopping) await releaseLeases(ctx)
      while (!stopping) {
        const wait = await round()
        if (wait > 0 && !stopping) await pause(wait)
      }
      await lanes.settled()
      await session`select pg_advisory_unlock(${senderLock})`
    } finally {
      session.release()
    }
  }
  const ended = loop()
  return {
    async stop() {
      stopping = true
      wake()
      await ended
      await listening.unlisten()
    },
  }
}
