import { and, eq, isNull } from 'drizzle-orm'
import { calls } from '../../db/schema/calls.ts'
import type { Ctx } from '../context.ts'

export type Call = typeof calls.$inferSelect

/** The booking's call that has begun and not ended; there is one at most (index one_open_call). */
export async function findOpenCall(ctx: Ctx, bookingId: string): Promise<Call | undefined> {
  const [call] = await ctx.db
    .select()
    .from(calls)
    .where(and(eq(calls.bookingId, bookingId), isNull(calls.endedAt)))
  return call
}
