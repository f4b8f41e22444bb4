import { and, asc, eq, gte, lt } from 'drizzle-orm'
import { bookings } from '../../db/schema/bookings.ts'
import { cases } from '../../db/schema/cases.ts'
import { devices } from '../../db/schema/catalogue.ts'
import { whoIsHere } from '../call/presence.ts'
import type { Case } from '../case/load.ts'
import type { Ctx } from '../context.ts'
import { after, days, minutes } from '../policy.ts'
import { type Booking, joinWindow } from './load.ts'

export interface AgendaItem {
  booking: Booking
  found: Case
  device: typeof devices.$inferSelect | null
  applicantPresent: boolean
}

const pastHours = 12

/** A reviewer's bookings from twelve hours ago to the horizon, soonest first. Presence is looked up only where the room may be open. */
export async function readAgenda(ctx: Ctx, staffId: string): Promise<AgendaItem[]> {
  const now = ctx.now()
  const rows = await ctx.db
    .select({ booking: bookings, found: cases, device: devices })
    .from(bookings)
    .innerJoin(cases, eq(cases.id, bookings.caseId))
    .leftJoin(devices, eq(devices.id, cases.deviceId))
    .where(
      and(
        eq(bookings.reviewerId, staffId),
        gte(bookings.startsAt, after(now, -minutes(pastHours * 60))),
        lt(bookings.startsAt, after(now, days(ctx.policy.horizonDays + 1))),
      ),
    )
    .orderBy(asc(bookings.startsAt))
  return Promise.all(
    rows.map(async row => {
      const open = row.booking.status === 'active' && joinWindow(row.booking, ctx.policy).opensAt <= now
      const here = open ? await whoIsHere(ctx, row.booking.id, row.booking.version) : new Map()
      return { ...row, applicantPresent: here.has('applicant') }
    }),
  )
}
