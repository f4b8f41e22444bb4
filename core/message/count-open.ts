import { inArray, sql } from 'drizzle-orm'
import { messages } from '../../db/schema/messages.ts'
import type { Ctx } from '../context.ts'

/** How many messages wait, are being sent, or were parked. */
export async function countOpen(ctx: Ctx): Promise<{ status: string; count: number }[]> {
  return ctx.db
    .select({ status: messages.status, count: sql<number>`count(*)::int` })
    .from(messages)
    .where(inArray(messages.status, ['queued', 'sending', 'parked']))
    .groupBy(messages.status)
}
