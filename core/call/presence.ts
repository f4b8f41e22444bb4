import { and, asc, eq, gt, isNotNull, sql } from 'drizzle-orm'
import { calls, presences, seats } from '../../db/schema/calls.ts'
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

/** Since when somebody was there from the start on (or from before), and all the spans of it. */
export interface Stay {
  since: Date
  spans: { from: Date; until: Date }[]
}

export interface Attendance {
  applicant: Stay | undefined
  reviewer: Stay | undefined
  /** at the same time, at some moment */
  met: boolean
}

/**
 * Who was in the room from the start of the booking on, by the server's record. Whoever came early and had left before the start was
 * not there; nor was a reviewer who had the booking earlier.
 */
export async function readAttendance(ctx: Ctx, booking: { id: string; startsAt: Date }): Promise<Attendance> {
  const rows = await ctx.db
    .select({ role: presences.role, joinedAt: presences.joinedAt, leftAt: presences.leftAt })
    .from(presences)
    .innerJoin(calls, eq(calls.id, presences.callId))
    .where(eq(calls.bookingId, booking.id))
    .orderBy(asc(presences.joinedAt))
  const stayOf = (role: RoomRole): Stay | undefined => {
    const spans = rows
      .filter(row => row.role === role && (row.leftAt ?? ctx.now()) >= booking.startsAt)
      .map(row => ({ from: row.joinedAt > booking.startsAt ? row.joinedAt : booking.startsAt, until: row.leftAt ?? ctx.now() }))
    return spans[0] && { since: spans[0].from, spans }
  }
  const [applicant, reviewer] = [stayOf('applicant'), stayOf('reviewer')]
  const met = applicant?.spans.some(a => reviewer?.spans.some(b => a.from <= b.until && b.from <= a.until)) ?? false
  return { applicant, reviewer, met }
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
