import { and, eq, gt, inArray, isNull, lt, sql } from 'drizzle-orm'
import { Temporal } from 'temporal-polyfill'
import { bookings, shifts, staff } from '../../db/schema.ts'
import type { Ctx } from '../context.ts'
import { groupBy } from '../group-by.ts'
import { after, days, minutes } from '../policy.ts'
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
  const rows = await ctx.db
    .select()
    .from(bookings)
    .where(
      and(
        eq(bookings.status, 'active'),
        gt(bookings.blockedUntil, now),
        lt(bookings.startsAt, after(now, days(ctx.policy.horizonDays + 2))),
      ),
    )
  const others = rows.filter(row => row.caseId !== exceptCase)
  const grouped = groupBy(others, row => row.reviewerId)
  return new Map([...grouped].map(([id, own]) => [id, own.map(row => ({ from: +row.startsAt, until: +row.blockedUntil }))]))
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

/** The candidates with the least load first; equal ones in random order. Load: what is booked or was attended and has not ended long ago. */
export async function orderByLoad(ctx: Ctx, candidates: readonly string[]): Promise<string[]> {
  if (candidates.length < 2) return [...candidates]
  const rows = await ctx.db
    .select({ id: bookings.reviewerId, load: sql<number>`count(*)::int` })
    .from(bookings)
    .where(
      and(
        inArray(bookings.reviewerId, [...candidates]),
        inArray(bookings.status, ['active', 'attended']),
        gt(bookings.startsAt, after(ctx.now(), -days(7))),
      ),
    )
    .groupBy(bookings.reviewerId)
  const loads = new Map(rows.map(row => [row.id, row.load]))
  const dice = new Map(candidates.map(id => [id, ctx.random(4).readUInt32BE()]))
  return [...candidates].sort((a, b) => (loads.get(a) ?? 0) - (loads.get(b) ?? 0) || (dice.get(a) ?? 0) - (dice.get(b) ?? 0))
}
