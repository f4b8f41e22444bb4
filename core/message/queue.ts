import { eq, sql } from 'drizzle-orm'
import { messages } from '../../db/schema/messages.ts'
import { people } from '../../db/schema/people.ts'
import type { Ctx } from '../context.ts'
import type { MessageKind, MessageParams } from './kinds.ts'
import { mayWait, quietUntil } from './quiet-hours.ts'

/**
 * Puts a message into the outbox, in the caller's transaction (G3); the delivery worker is woken when that commits.
 * `expiresAt` is desk time: after it the message is dropped, not sent late. At most one status card a case waits at a time.
 */
export async function queueMessage<K extends MessageKind>(
  ctx: Ctx,
  message: { personId: string; kind: K; params: MessageParams[K]; caseId?: string; expiresAt?: Date },
): Promise<void> {
  const { personId, kind, params, caseId, expiresAt } = message
  const notBefore = await findNotBefore(ctx, personId, kind)
  await ctx.db
    .insert(messages)
    .values({ personId, kind, params: { ...params }, caseId: caseId ?? null, expiresAt: expiresAt ?? null, notBefore })
    .onConflictDoUpdate({
      // locks the waiting card until this transaction ends, so that it cannot be drawn from a state just before ours
      target: messages.caseId,
      targetWhere: sql`kind = 'status-card' and status = 'queued'`,
      set: { params: sql`${messages.params} || excluded.params` },
    })
    .returning({ woken: sql`pg_notify('outbox', '')` })
}

async function findNotBefore(ctx: Ctx, personId: string, kind: MessageKind): Promise<Date | null> {
  if (!mayWait(kind)) return null
  const [person] = await ctx.db.select({ timeZone: people.timeZone }).from(people).where(eq(people.id, personId))
  return quietUntil(ctx.now(), person?.timeZone ?? ctx.officeTimeZone, ctx.policy) ?? null
}

/** The case's card is to show the present state. `fresh`: at the bottom of the chat, as a new message. */
export async function queueStatusCard(ctx: Ctx, found: { id: string; personId: string }, fresh = false): Promise<void> {
  await queueMessage(ctx, { personId: found.personId, caseId: found.id, kind: 'status-card', params: fresh ? { fresh } : {} })
}
