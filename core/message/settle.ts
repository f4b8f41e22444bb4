import { eq, sql } from 'drizzle-orm'
import { cases } from '../../db/schema/cases.ts'
import { messages } from '../../db/schema/messages.ts'
import type { Ctx } from '../context.ts'
import type { MessageRow } from './prepare.ts'

/** How a send ended. Parked and dropped are final; a retry waits, and its chat with it. */
export type Delivery =
  | { end: 'sent'; telegramMessageId?: number }
  | { end: 'retry'; afterSeconds: number; error: string }
  | { end: 'parked'; error: string }
  | { end: 'dropped'; error: string }

/** Writes down how a send ended. A status card's message id is kept on the case, so that the next one edits it. */
export async function settleMessage(ctx: Ctx, row: MessageRow, delivery: Delivery): Promise<void> {
  if (delivery.end === 'retry') {
    await ctx.db.execute(sql`
      update messages set error = ${delivery.error}, wait_until = clock_timestamp() + make_interval(secs => ${delivery.afterSeconds})
      where id = ${row.id} and status = 'sending'`)
    return
  }
  const telegramMessageId = delivery.end === 'sent' ? (delivery.telegramMessageId ?? null) : null
  const error = delivery.end === 'sent' ? null : delivery.error
  await ctx.db
    .update(messages)
    .set({ status: delivery.end, error, telegramMessageId, doneAt: sql`clock_timestamp()`, waitUntil: null })
    .where(eq(messages.id, row.id))
  if (row.kind === 'status-card' && row.caseId && telegramMessageId !== null) {
    await ctx.db.update(cases).set({ cardMessageId: telegramMessageId }).where(eq(cases.id, row.caseId))
  }
}
