import { and, asc, eq, gt, inArray } from 'drizzle-orm'
import { bookings } from '../../db/schema/bookings.ts'
import { cases } from '../../db/schema/cases.ts'
import { staff } from '../../db/schema/staff.ts'
import { dayMinutes, endOf, type WorkCalendar, windowsOn } from '../booking/day-windows.ts'
import { dayMs, localClock, todayIn } from '../booking/local-clock.ts'
import type { Ctx } from '../context.ts'
import { groupBy } from '../group-by.ts'
import { calendarOf, readDeskDays, readSchedule } from './schedule.ts'

/** A booked call at a time at which its reviewer does not work (any more). It stays until somebody moves or cancels it. */
export interface OutsideBooking {
  code: string
  startsAt: string
  reviewerName: string
}

/** The coming bookings of these members (absent: of everybody) that lie outside their hours, soonest first. */
export async function findOutside(ctx: Ctx, staffIds?: readonly string[]): Promise<OutsideBooking[]> {
  const now = ctx.now()
  const rows = await ctx.db
    .select({ booking: bookings, code: cases.code, member: staff })
    .from(bookings)
    .innerJoin(cases, eq(cases.id, bookings.caseId))
    .innerJoin(staff, eq(staff.id, bookings.reviewerId))
    .where(
      and(
        eq(bookings.status, 'active'),
        gt(bookings.startsAt, now),
        staffIds ? inArray(bookings.reviewerId, [...staffIds]) : undefined,
      ),
    )
    .orderBy(asc(bookings.startsAt))
  const desk = rows.length > 0 ? await readDeskDays(ctx) : []
  const outside: typeof rows = []
  for (const own of groupBy(rows, row => row.member.id).values()) {
    const [first] = own
    if (!first) continue
    const calendar = calendarOf(await readSchedule(ctx, first.member), desk)
    const zone = first.member.timeZone
    outside.push(...own.filter(({ booking }) => !isInside(calendar, zone, now, booking)))
  }
  return outside
    .sort((a, b) => +a.booking.startsAt - +b.booking.startsAt)
    .map(({ booking, code, member }) => ({ code, startsAt: booking.startsAt.toISOString(), reviewerName: member.name }))
}

/** Whether some window, of that local date or of the evening before, holds the whole call. */
function isInside(
  calendar: WorkCalendar,
  zone: string,
  now: Date,
  { startsAt, endsAt }: { startsAt: Date; endsAt: Date },
): boolean {
  const last = todayIn(zone, startsAt)
  const wall = localClock(zone, todayIn(zone, now), last).wallOf(startsAt.getTime())
  const minute = Math.round((wall - last * dayMs) / 60_000)
  const length = (endsAt.getTime() - startsAt.getTime()) / 60_000
  return [0, 1].some(back =>
    windowsOn(calendar, last - back).some(window => {
      const from = minute + back * dayMinutes
      return window.startMinute <= from && from + length <= endOf(window)
    }),
  )
}
