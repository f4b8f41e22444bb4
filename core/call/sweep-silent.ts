import { and, isNotNull, lt, sql } from 'drizzle-orm'
import { seats } from '../../db/schema/calls.ts'
import type { Ctx } from '../context.ts'
import { leaveRoom } from './room.ts'

/** Empties the seats of pages that were not heard of for a minute (their server died with them); machine time. */
export async function emptySilentSeats(ctx: Ctx): Promise<void> {
  const silent = await ctx.db
    .select()
    .from(seats)
    .where(and(isNotNull(seats.session), lt(seats.seenAt, sql`clock_timestamp() - interval '1 minute'`)))
  for (const { bookingId, version, role, session, device } of silent) {
    if (session) await leaveRoom(ctx, { bookingId, version, role, session, device, until: 0 })
  }
}
