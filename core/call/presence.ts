import { and, eq, gt, isNotNull, sql } from 'drizzle-orm'
import { calls, presences, seats } from '../../db/schema.ts'
import type { RoomRole } from '../../db/values.ts'
import type { Ctx } from '../context.ts'

/** A seat whose page has not been heard of for so long is empty, whatever became of its server. Machine time. */
const silenceSeconds = 30

/** Who was in a room of this booking at all, as the server saw it: decides attended, missed and whose fault. */
export async function whoCame(ctx: Ctx, bookingId: string): Promise<Set<RoomRole>> {
  const rows = await ctx.db
    .selectDistinct({ role: presences.role })
    .from(presences)
    .innerJoin(calls, eq(calls.id, presences.callId))
    .where(eq(calls.bookingId, bookingId))
  return new Set(rows.map(row => row.role))
}

export type Seat = typeof seats.$inferSelect

/** The seats that are taken at this moment. */
export async function whoIsHere(ctx: Ctx, bookingId: string, version: number): Promise<Map<RoomRole, Seat>> {
  const rows = await ctx.db
    .select()
    .from(seats)
    .where(
      and(
        eq(seats.bookingId, bookingId),
        eq(seats.version, version),
        isNotNull(seats.session),
        gt(seats.seenAt, sql`clock_timestamp() - make_interval(secs => ${silenceSeconds})`),
      ),
    )
  return new Map(rows.map(row => [row.role, row]))
}
