import { and, asc, eq, gt, lt } from 'drizzle-orm'
import { bookings } from '../../db/schema/bookings.ts'
import { cases } from '../../db/schema/cases.ts'
import { devices } from '../../db/schema/catalogue.ts'
import { isConfirmed } from '../booking/confirm.ts'
import type { Ctx } from '../context.ts'
import { callUrl, deviceName } from '../message/prepare.ts'
import type { DeviceName } from '../message/view.ts'
import { after, days, minutes } from '../policy.ts'
import { refuse } from '../refusal.ts'

export interface AgendaEntry {
  code: string
  startsAt: string
  device: DeviceName
  /** the applicant said yes to the time */
  confirmed: boolean
  url: string
}

const agendaDays = 7

/** What the reviewer who asks has before him: his booked calls from now to seven days on, soonest first, each with his link. */
export async function readAgenda(ctx: Ctx): Promise<AgendaEntry[]> {
  if (ctx.actor.kind !== 'staff') return refuse('not-allowed', {})
  const rows = await ctx.db
    .select({ booking: bookings, code: cases.code, device: devices })
    .from(bookings)
    .innerJoin(cases, eq(cases.id, bookings.caseId))
    .leftJoin(devices, eq(devices.id, cases.deviceId))
    .where(
      and(
        eq(bookings.reviewerId, ctx.actor.staffId),
        eq(bookings.status, 'active'),
        gt(bookings.startsAt, after(ctx.now(), -minutes(ctx.policy.callLastsMinutes))),
        lt(bookings.startsAt, after(ctx.now(), days(agendaDays))),
      ),
    )
    .orderBy(asc(bookings.startsAt))
  return rows.map(({ booking, code, device }) => ({
    code,
    startsAt: booking.startsAt.toISOString(),
    device: deviceName(device),
    confirmed: isConfirmed(booking),
    url: callUrl(ctx, booking, 'reviewer'),
  }))
}
