import { and, isNull, sql } from 'drizzle-orm'
import { staff } from '../../db/schema/staff.ts'
import type { Ctx } from '../context.ts'
import type { MessageKind, MessageParams } from '../message/kinds.ts'
import { queueMessage } from '../message/queue.ts'

/** Queues a message for every admin on the desk. */
export async function tellAdmins<K extends MessageKind>(
  ctx: Ctx,
  kind: K,
  params: MessageParams[K],
  caseId?: string,
): Promise<void> {
  const admins = await ctx.db
    .select({ personId: staff.personId })
    .from(staff)
    .where(and(isNull(staff.removedAt), sql`'admin' = any(${staff.roles})`))
  for (const { personId } of admins) await queueMessage(ctx, { personId, kind, params, ...(caseId ? { caseId } : {}) })
}
