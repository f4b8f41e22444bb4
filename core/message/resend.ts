import { and, eq, ne, sql } from 'drizzle-orm'
import { cases } from '../../db/schema/cases.ts'
import { messages } from '../../db/schema/messages.ts'
import { appendAudit } from '../audit/append.ts'
import { type Ctx, transact } from '../context.ts'
import { refuseUnlessAdmin } from '../staff/add.ts'
import { queueStatusCard } from './queue.ts'

/**
 * Puts parked messages back into the outbox, one or all of them; returns how many. Each is worded anew from what is so when it is
 * sent, and dropped when it is no longer so. A status card is not sent again as it was: the case's present one takes its place.
 */
export async function resendParked(ctx: Ctx, input: { id?: number }): Promise<number> {
  return transact(ctx, async ctx => {
    refuseUnlessAdmin(ctx)
    const parked = eq(messages.status, 'parked')
    const chosen = input.id === undefined ? parked : and(parked, eq(messages.id, input.id))
    const cards = await ctx.db
      .update(messages)
      .set({ status: 'dropped', error: 'the present card was sent in its place' })
      .where(and(chosen, eq(messages.kind, 'status-card')))
      .returning({ id: messages.id, caseId: messages.caseId })
    const others = await ctx.db
      .update(messages)
      .set({ status: 'queued', attempts: 0, error: null, waitUntil: null, doneAt: null })
      .where(and(chosen, ne(messages.kind, 'status-card')))
      .returning({ id: messages.id })
    for (const caseId of new Set(cards.map(card => card.caseId))) await sendPresentCard(ctx, caseId)
    const ids = [...cards, ...others].map(({ id }) => id)
    if (ids.length === 0) return 0
    await appendAudit(ctx, 'desk', 'messages.resent', { messages: ids.slice(0, 50), count: ids.length })
    await ctx.db.execute(sql`select pg_notify('outbox', '')`)
    return ids.length
  })
}

async function sendPresentCard(ctx: Ctx, caseId: string | null): Promise<void> {
  const [found] = await ctx.db
    .select()
    .from(cases)
    .where(eq(cases.id, caseId ?? ''))
  if (found) await queueStatusCard(ctx, found, true)
}
