import { and, asc, eq, gt, isNotNull, isNull, lt, ne, sql } from 'drizzle-orm'
import { bookings, places } from '../../db/schema/bookings.ts'
import { calls } from '../../db/schema/calls.ts'
import { cases } from '../../db/schema/cases.ts'
import { staff } from '../../db/schema/staff.ts'
import type { Ctx } from '../context.ts'
import { groupBy } from '../group-by.ts'
import { queueStatusCard } from '../message/queue.ts'
import { after, minutes } from '../policy.ts'
import { readAbsences } from '../staff/absences.ts'
import { type Busy, planTurns } from './turns.ts'

export interface InLine {
  caseId: string
  personId: string
  /** 1 is next */
  place: number
  /** until the turn comes, in steps of five; null while nobody is online */
  minutes: number | null
}

const stepMinutes = 5
const reachMinutes = 24 * 60

/** Everybody who waits for a call right now, in order, with what can be said about when. */
export async function readLine(ctx: Ctx): Promise<(InLine & { shownPlace: number | null; shownMinutes: number | null })[]> {
  const rows = await ctx.db
    .select({ caseId: places.caseId, personId: cases.personId, shownPlace: places.shownPlace, shownMinutes: places.shownMinutes })
    .from(places)
    .innerJoin(cases, eq(cases.id, places.caseId))
    .where(isNull(places.bookingId))
    .orderBy(asc(places.turnAt), asc(places.caseId))
  const turns = rows.length === 0 ? [] : await readTurns(ctx, rows.length)
  return rows.map((row, index) => ({ ...row, place: index + 1, minutes: toMinutes(ctx, turns[index]) }))
}

/** How long somebody who joins now would wait; undefined where nobody is online. */
export async function readWait(ctx: Ctx): Promise<number | undefined> {
  const [count] = await ctx.db.select({ count: sql<number>`count(*)::int` }).from(places).where(isNull(places.bookingId))
  const turns = await readTurns(ctx, (count?.count ?? 0) + 1)
  return toMinutes(ctx, turns.at(-1)) ?? undefined
}

/** The cards of those whose place or estimate has changed are drawn again, in place. Running it twice does nothing more. */
export async function refreshPlaces(ctx: Ctx): Promise<void> {
  for (const { caseId, personId, place, minutes, shownPlace, shownMinutes } of await readLine(ctx)) {
    if (place === shownPlace && minutes === shownMinutes) continue
    const changed = await ctx.db
      .update(places)
      .set({ shownPlace: place, shownMinutes: minutes })
      .where(
        and(
          eq(places.caseId, caseId),
          sql`(${places.shownPlace}, ${places.shownMinutes}) is distinct from (${place}::int, ${minutes}::int)`,
        ),
      )
      .returning({ caseId: places.caseId })
    if (changed.length > 0) await queueStatusCard(ctx, { id: caseId, personId })
  }
}

function toMinutes(ctx: Ctx, turn: number | undefined): number | null {
  if (turn === undefined) return null
  return Math.ceil(Math.max(0, turn - ctx.now().getTime()) / minutes(stepMinutes)) * stepMinutes
}

/** What the turn of somebody in line will take of which reviewer, epoch milliseconds. */
export interface PlannedTurn {
  staffId: string
  from: number
  until: number
}

/** The turns of those who wait; none while nobody waits, or nobody is online. `exceptCase`: one's own place is not in one's way. */
export async function readPlannedTurns(ctx: Ctx, exceptCase?: string): Promise<PlannedTurn[]> {
  const waiting = and(isNull(places.bookingId), exceptCase ? ne(places.caseId, exceptCase) : undefined)
  const people = await ctx.db.$count(places, waiting)
  if (people === 0) return []
  const length = minutes(ctx.policy.slotMinutes + ctx.policy.bufferMinutes)
  return (await planLine(ctx, people)).map(({ staffId, start }) => ({ staffId, from: start, until: start + length }))
}

const readTurns = async (ctx: Ctx, people: number): Promise<number[]> => (await planLine(ctx, people)).map(({ start }) => start)

/** Reckons with the calls that run and the bookings that come. */
async function planLine(ctx: Ctx, people: number): Promise<{ staffId: string; start: number }[]> {
  const now = ctx.now()
  const { slotMinutes, bufferMinutes } = ctx.policy
  const online = await ctx.db
    .select({ id: staff.id })
    .from(staff)
    .where(and(isNull(staff.removedAt), eq(staff.status, 'online'), sql`'reviewer' = any(${staff.roles})`))
  const latest = after(now, minutes(reachMinutes))
  const booked = await ctx.db
    .select({ id: bookings.reviewerId, from: bookings.startsAt, until: bookings.blockedUntil })
    .from(bookings)
    .where(and(eq(bookings.status, 'active'), gt(bookings.blockedUntil, now), lt(bookings.startsAt, latest)))
  const running = await ctx.db
    .select({ id: bookings.reviewerId })
    .from(calls)
    .innerJoin(bookings, eq(bookings.id, calls.bookingId))
    .where(and(isNull(calls.endedAt), isNotNull(calls.metAt)))
  // a call that runs over is taken to need a buffer more
  const over = running.map(({ id }) => ({ id, from: +now, until: +after(now, minutes(bufferMinutes)) }))
  const spans: (Busy & { id: string })[] = [
    ...booked.map(({ id, from, until }) => ({ id, from: +from, until: +until })),
    ...over,
    ...(await readAbsences(ctx, now, latest)),
  ]
  const busy = groupBy(spans, span => span.id)
  const plan = planTurns(
    +now,
    online.map(({ id }) => busy.get(id) ?? []),
    people,
    minutes(slotMinutes + bufferMinutes),
  )
  return plan.map(({ start, reviewer }) => ({ start, staffId: online[reviewer]?.id ?? '' }))
}
