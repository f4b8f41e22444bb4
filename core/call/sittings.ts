import { asc, eq } from 'drizzle-orm'
import { bookings } from '../../db/schema/bookings.ts'
import { calls, presences } from '../../db/schema/calls.ts'
import type { BookingStatus, RoomRole } from '../../db/values.ts'
import type { Ctx } from '../context.ts'

/** A stretch in which somebody was in the room without a break; until: null while they still are. */
export interface Sitting {
  from: Date
  until: Date | null
}

/** Who was in the room of one booking, when and for how long, and what became of the booking by it. */
export interface RoomRecord {
  bookingId: string
  startsAt: Date
  status: BookingStatus
  sides: Record<RoomRole, { sittings: Sitting[]; seconds: number }>
  /** both at the same time */
  togetherSeconds: number
}

/** The server's record of every booking of the case in whose room somebody was, or should have been by what became of it; the first one first. */
export async function readRoomRecords(ctx: Ctx, caseId: string): Promise<RoomRecord[]> {
  const rows = await ctx.db
    .select({ booking: bookings, presence: presences, endedAt: calls.endedAt })
    .from(bookings)
    .leftJoin(calls, eq(calls.bookingId, bookings.id))
    .leftJoin(presences, eq(presences.callId, calls.id))
    .where(eq(bookings.caseId, caseId))
    .orderBy(asc(bookings.startsAt), asc(bookings.createdAt), asc(presences.joinedAt))
  const byBooking = new Map<string, typeof rows>()
  for (const row of rows) byBooking.set(row.booking.id, [...(byBooking.get(row.booking.id) ?? []), row])
  return [...byBooking.values()].flatMap(rows => {
    const booking = rows[0]?.booking
    if (!booking || (!isTold(booking.status) && rows.every(({ presence }) => presence === null))) return []
    const sideOf = (role: RoomRole) => {
      const stays = rows.flatMap(({ presence, endedAt }) =>
        presence?.role === role ? [{ from: presence.joinedAt, until: presence.leftAt ?? endedAt }] : [],
      )
      const sittings = joinUp(stays)
      return { sittings, seconds: secondsOf(sittings, ctx.now()) }
    }
    const [applicant, reviewer] = [sideOf('applicant'), sideOf('reviewer')]
    const both = applicant.sittings.flatMap(a => reviewer.sittings.flatMap(b => overlap(a, b)))
    const togetherSeconds = secondsOf(both, ctx.now())
    const { id: bookingId, startsAt, status } = booking
    return [{ bookingId, startsAt, status, sides: { applicant, reviewer }, togetherSeconds }]
  })
}

/** That nobody came says something. */
const isTold = (status: BookingStatus): boolean => status.startsWith('missed') || status === 'technical'

/** A page that replaces another, or is loaded anew, goes on with the same stretch where nothing lies between. */
function joinUp(stays: readonly Sitting[]): Sitting[] {
  const joined: Sitting[] = []
  for (const stay of stays) {
    const last = joined.at(-1)
    if (!last || (last.until !== null && stay.from > last.until)) joined.push({ ...stay })
    else if (last.until !== null && (stay.until === null || stay.until > last.until)) last.until = stay.until
  }
  return joined
}

function overlap(a: Sitting, b: Sitting): Sitting[] {
  const from = a.from > b.from ? a.from : b.from
  const until = a.until === null ? b.until : b.until === null || a.until < b.until ? a.until : b.until
  return until === null || from < until ? [{ from, until }] : []
}

function secondsOf(sittings: readonly Sitting[], now: Date): number {
  const ms = sittings.reduce((sum, { from, until }) => sum + Math.max(0, (until ?? now).getTime() - from.getTime()), 0)
  return Math.round(ms / 1000)
}
