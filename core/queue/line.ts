import { and, asc, desc, eq, inArray, isNotNull, isNull, sql } from 'drizzle-orm'
import { bookings, places } from '../../db/schema/bookings.ts'
import { calls } from '../../db/schema/calls.ts'
import { cases } from '../../db/schema/cases.ts'
import { staff } from '../../db/schema/staff.ts'
import { appeals } from '../../db/schema/verdicts.ts'
import { whoMayNot } from '../booking/assign.ts'
import { callsLeftToday } from '../booking/daily-limit.ts'
import { readAvailability } from '../booking/read-availability.ts'
import type { Case } from '../case/load.ts'
import type { Ctx } from '../context.ts'
import { queueStatusCard } from '../message/queue.ts'
import { after, minutes } from '../policy.ts'
import { type Busy, planTurns } from './turns.ts'

export interface InLine {
  caseId: string
  personId: string
  /** 1 is next */
  place: number
  /** until the turn comes, in steps of five; null while nobody who is online can take the case today */
  minutes: number | null
}

const stepMinutes = 5

/** Who waits, in order. */
const readWaiting = (ctx: Ctx) =>
  ctx.db
    .select({ caseId: places.caseId, personId: cases.personId, shownPlace: places.shownPlace, shownMinutes: places.shownMinutes })
    .from(places)
    .innerJoin(cases, eq(cases.id, places.caseId))
    .where(isNull(places.bookingId))
    .orderBy(asc(places.turnAt), asc(places.caseId))

/** Everybody who waits for a call right now, in order, with what can be said about when. */
export async function readLine(ctx: Ctx): Promise<(InLine & { shownPlace: number | null; shownMinutes: number | null })[]> {
  const rows = await readWaiting(ctx)
  const turns = await planLine(ctx, await barredOf(ctx, rows))
  return rows.map((row, index) => ({ ...row, place: index + 1, minutes: toMinutes(ctx, turns[index]?.from) }))
}

/** How long the case would wait if it joined now; undefined where nobody who is online can take it. */
export async function readWait(ctx: Ctx, found: Case): Promise<number | undefined> {
  const others = (await readWaiting(ctx)).filter(({ caseId }) => caseId !== found.id)
  const turns = await planLine(ctx, [...(await barredOf(ctx, others)), await whoMayNot(ctx, found)])
  return toMinutes(ctx, turns.at(-1)?.from) ?? undefined
}

/** The moment of a place behind everybody who waits. Who takes places takes them one after the other, until the transaction ends. */
export async function endOfLine(ctx: Ctx): Promise<Date> {
  await ctx.db.execute(sql`select pg_advisory_xact_lock(hashtextextended('line', 11))`)
  const [last] = await ctx.db
    .select({ turnAt: places.turnAt })
    .from(places)
    .where(isNull(places.bookingId))
    .orderBy(desc(places.turnAt))
    .limit(1)
  return last && last.turnAt >= ctx.now() ? after(last.turnAt, 1) : ctx.now()
}

/**
 * The cards of those whose place or estimate has changed are drawn again, in place. Running it twice does nothing more. A place that
 * somebody else is changing is not waited for: the next round draws it.
 */
export async function refreshPlaces(ctx: Ctx): Promise<void> {
  for (const { caseId, personId, place, minutes, shownPlace, shownMinutes } of await readLine(ctx)) {
    if (place === shownPlace && minutes === shownMinutes) continue
    const changed = await ctx.db.execute(sql`
      update places set shown_place = ${place}::int, shown_minutes = ${minutes}::int where case_id in (
        select case_id from places where case_id = ${caseId}
          and (shown_place, shown_minutes) is distinct from (${place}::int, ${minutes}::int) for update skip locked)
      returning case_id`)
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

/** The turns of those who wait; none while nobody waits, or nobody can take them. `exceptCase`: one's own place is not in one's way. */
export async function readPlannedTurns(ctx: Ctx, exceptCase?: string): Promise<PlannedTurn[]> {
  const rows = (await readWaiting(ctx)).filter(({ caseId }) => caseId !== exceptCase)
  return (await planLine(ctx, await barredOf(ctx, rows))).flatMap(turn => turn ?? [])
}

/** Whom each of those who wait cannot have. Parts in a case before bar somebody only on an appeal, which few have. */
async function barredOf(ctx: Ctx, rows: readonly { caseId: string; personId: string }[]): Promise<ReadonlySet<string>[]> {
  if (rows.length === 0) return []
  const ids = rows.map(({ caseId }) => caseId)
  const own = await ctx.db
    .select({ caseId: cases.id })
    .from(cases)
    .innerJoin(staff, eq(staff.personId, cases.personId))
    .where(inArray(cases.id, ids))
  const appealed = await ctx.db.select({ caseId: appeals.caseId }).from(appeals).where(inArray(appeals.caseId, ids))
  const concerned = new Set([...own, ...appealed].map(({ caseId }) => caseId))
  return Promise.all(
    rows.map(async ({ caseId: id, personId }) => (concerned.has(id) ? whoMayNot(ctx, { id, personId }) : new Set<string>())),
  )
}

/** Reckons with the calls that run, the bookings that come and the calls that each may have yet today. One entry a person. */
async function planLine(ctx: Ctx, people: readonly ReadonlySet<string>[]): Promise<(PlannedTurn | undefined)[]> {
  if (people.length === 0) return []
  const now = ctx.now()
  const { slotMinutes, bufferMinutes } = ctx.policy
  const length = minutes(slotMinutes + bufferMinutes)
  const online = await ctx.db.select({ id: staff.id }).from(staff).where(eq(staff.status, 'online'))
  const running = await ctx.db
    .select({ id: bookings.reviewerId })
    .from(calls)
    .innerJoin(bookings, eq(bookings.id, calls.bookingId))
    .where(and(isNull(calls.endedAt), isNotNull(calls.metAt)))
  // a call that runs over is taken to need a buffer more
  const over = { from: +now, until: +after(now, minutes(bufferMinutes)) }
  const there = new Set(online.map(({ id }) => id))
  const able = (await readAvailability(ctx, { at: now })).filter(({ staffId }) => there.has(staffId))
  const takers = able.map(reviewer => ({
    busy: [...spansOf(reviewer.taken), ...reviewer.away, ...(running.some(({ id }) => id === reviewer.staffId) ? [over] : [])],
    left: callsLeftToday(reviewer, now),
  }))
  const may = people.map(barred => (index: number) => !barred.has(able[index]?.staffId ?? ''))
  return planTurns(+now, takers, may, length).map(
    turn => turn && { staffId: able[turn.reviewer]?.staffId ?? '', from: turn.start, until: turn.start + length },
  )
}

/** Starts and ends, one after the other, as pairs. */
const spansOf = (taken: ArrayLike<number>): Busy[] =>
  Array.from({ length: taken.length / 2 }, (_, index) => ({ from: taken[index * 2] ?? 0, until: taken[index * 2 + 1] ?? 0 }))
