import { and, eq, gt, inArray, isNull, lt, or, sql } from 'drizzle-orm'
import { Temporal } from 'temporal-polyfill'
import { bookings, shifts, staff } from '../../db/schema.ts'
import type { Ctx } from '../context.ts'
import { groupBy } from '../group-by.ts'
import { after, days, minutes } from '../policy.ts'
import { readAbsences } from '../staff/absences.ts'
import { slotStarts } from './slots.ts'

export interface FreeTime {
  startsAt: Date
  reviewerIds: string[]
}

/**
 * Every time that the next tap may book, soonest first, with the reviewers who are free then: inside shifts, after the lead,
 * within the horizon, and not overlapping what is taken (buffer included). `exceptCase`: its own booking does not stand in the way.
 */
export async function findFreeTimes(ctx: Ctx, { exceptCase }: { exceptCase?: string } = {}): Promise<FreeTime[]> {
  const now = ctx.now()
  const { leadMinutes, horizonDays } = ctx.policy
  const earliest = after(now, minutes(leadMinutes)).getTime()
  const rows = await ctx.db
    .select({ id: staff.id, zone: staff.timeZone, shift: shifts })
    .from(shifts)
    .innerJoin(staff, eq(staff.id, shifts.staffId))
    .where(and(isNull(staff.removedAt), sql`'reviewer' = any(${staff.roles})`))
  const taken = await readTaken(ctx, now, exceptCase)
  const times = new Map<number, string[]>()
  for (const [id, own] of groupBy(rows, row => row.id)) {
    const zone = own[0]?.zone ?? ctx.officeTimeZone
    const local = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(zone).toPlainDate()
    // a shift of yesterday may reach past midnight
    const from = local.subtract({ days: 1 })
    const windows = own.map(row => row.shift)
    for (const start of slotStarts(windows, zone, from, local.add({ days: horizonDays }), ctx.policy)) {
      if (start < earliest || overlaps(taken.get(id), start, ctx.policy)) continue
      times.set(start, [...(times.get(start) ?? []), id])
    }
  }
  return [...times].sort(([a], [b]) => a - b).map(([start, reviewerIds]) => ({ startsAt: new Date(start), reviewerIds }))
}

type Span = { from: number; until: number }

async function readTaken(ctx: Ctx, now: Date, exceptCase?: string): Promise<Map<string, Span[]>> {
  const latest = after(now, days(ctx.policy.horizonDays + 2))
  const rows = await ctx.db
    .select()
    .from(bookings)
    .where(
      and(
        inArray(bookings.status, ['active', 'held']),
        or(isNull(bookings.heldUntil), gt(bookings.heldUntil, now)),
        gt(bookings.blockedUntil, now),
        lt(bookings.startsAt, latest),
      ),
    )
  const booked = rows
    .filter(row => row.caseId !== exceptCase)
    .map(row => ({ id: row.reviewerId, from: +row.startsAt, until: +row.blockedUntil }))
  return groupBy([...booked, ...(await readAbsences(ctx, now, latest))], span => span.id)
}

function overlaps(taken: Span[] | undefined, start: number, { slotMinutes, bufferMinutes }: Ctx['policy']): boolean {
  const until = start + minutes(slotMinutes + bufferMinutes)
  return taken?.some(span => start < span.until && span.from < until) ?? false
}

/** Reviewers who are online and could begin this minute. */
export async function findFreeNow(ctx: Ctx): Promise<string[]> {
  const online = await ctx.db
    .select({ id: staff.id })
    .from(staff)
    .where(and(isNull(staff.removedAt), eq(staff.status, 'online'), sql`'reviewer' = any(${staff.roles})`))
  const taken = await readTaken(ctx, ctx.now())
  const start = ctx.now().getTime()
  return online.map(row => row.id).filter(id => !overlaps(taken.get(id), start, ctx.policy))
}
