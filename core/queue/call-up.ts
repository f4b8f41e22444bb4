import { asc, eq, isNotNull, isNull, sql } from 'drizzle-orm'
import { places } from '../../db/schema/bookings.ts'
import { cases } from '../../db/schema/cases.ts'
import { isCorrecting } from '../application/correct.ts'
import { appendAudit } from '../audit/append.ts'
import { rankReviewers } from '../booking/assign.ts'
import { finishBooking } from '../booking/book.ts'
import { findFreeNow } from '../booking/free-times.ts'
import { findActiveBooking } from '../booking/load.ts'
import { releaseBooking } from '../booking/release.ts'
import { insertFirst } from '../booking/take-time.ts'
import { findNowFor } from '../booking/times-for.ts'
import { readAttendance } from '../call/presence.ts'
import { changeState } from '../case/change-state.ts'
import type { Case } from '../case/load.ts'
import { type Ctx, transact } from '../context.ts'
import { queueMessage } from '../message/queue.ts'
import { after, days, minutes } from '../policy.ts'
import { endOfLine, refreshPlaces } from './line.ts'

type Place = typeof places.$inferSelect

/**
 * Ends the turns to which nobody came, calls up the next ones as far as reviewers are free, and has the places drawn again. Safe to run
 * at any moment, by several processes, and twice: each case is locked, and its place looked at again. It waits for nobody: what somebody
 * else holds at the moment is left to the next round.
 */
export async function moveLine(ctx: Ctx): Promise<void> {
  const called = await ctx.db
    .select({ caseId: places.caseId })
    .from(places)
    .where(isNotNull(places.bookingId))
    .orderBy(asc(places.turnAt), asc(places.caseId))
  for (const { caseId } of called) if (!(await withPlace(ctx, caseId, endTurn))) break
  await removeIdle(ctx)
  await callUp(ctx)
  await refreshPlaces(ctx)
}

/** Calls up as many as there are reviewers free, in order; nobody is passed over, also not where somebody else holds the case just now. */
export async function callUp(ctx: Ctx, most = 50): Promise<void> {
  const waiting = await ctx.db
    .select({ caseId: places.caseId })
    .from(places)
    .where(isNull(places.bookingId))
    .orderBy(asc(places.turnAt), asc(places.caseId))
    .limit(most)
  for (const { caseId } of waiting) {
    if ((await findFreeNow(ctx)).length === 0) return
    if (!(await withPlace(ctx, caseId, call))) return
  }
}

/** False where somebody else holds the case at the moment: it was not waited for, and nothing was done. */
async function withPlace(
  ctx: Ctx,
  caseId: string,
  work: (ctx: Ctx, found: Case, place: Place) => Promise<void>,
): Promise<boolean> {
  return transact(ctx, async ctx => {
    const [found] = await ctx.db.select().from(cases).where(eq(cases.id, caseId)).for('update', { skipLocked: true })
    if (!found) return false
    const [place] = await ctx.db.select().from(places).where(eq(places.caseId, caseId)).for('update')
    if (place) await work(ctx, found, place)
    return true
  })
}

/** Places of those who withdrew, were put on hold, or chose another way. */
async function removeIdle(ctx: Ctx): Promise<void> {
  await ctx.db.execute(sql`
    delete from places where case_id in (
      select p.case_id from places p join cases c on c.id = p.case_id
      where p.booking_id is null and (c.state <> 'invited' or c.hold is not null) for update of p skip locked)`)
}

const remove = (ctx: Ctx, { caseId }: Place) => ctx.db.delete(places).where(eq(places.caseId, caseId))

/** The place becomes a booking from this minute, under the same constraint as any other. */
async function call(ctx: Ctx, found: Case, place: Place): Promise<void> {
  if (place.bookingId !== null) return
  if (found.state !== 'invited' || found.hold !== null) {
    await remove(ctx, place)
    return
  }
  // the place is kept until the answers are whole again
  if (await isCorrecting(ctx, found)) return
  const ranked = await rankReviewers(ctx, found, await findNowFor(ctx, found))
  const booking = await insertFirst(ctx, found, ctx.now(), ranked)
  if (!booking) return
  const calledUntil = after(ctx.now(), minutes(ctx.policy.calledMinutes))
  // before what ends the wishes that a booking fulfils: a place that has become one stays until the applicant came
  await ctx.db.update(places).set({ bookingId: booking.id, calledUntil }).where(eq(places.caseId, found.id))
  await finishBooking(ctx, found, booking, true)
  const params = { bookingId: booking.id, version: booking.version, until: calledUntil.toISOString() }
  await queueMessage(ctx, {
    ...{ personId: found.personId, caseId: found.id },
    ...{ kind: 'your-turn', params, expiresAt: calledUntil },
  })
}

/** Whoever came needs no place any more; whoever did not in time keeps it for one more turn, behind those who wait, and then leaves the line. */
async function endTurn(ctx: Ctx, found: Case, place: Place): Promise<void> {
  const booking = await findActiveBooking(ctx, found.id)
  if (place.bookingId === null || place.calledUntil === null) return
  const isOver = found.state !== 'booked' || booking?.id !== place.bookingId
  if (isOver || (await readAttendance(ctx, booking)).applicant) {
    await remove(ctx, place)
    return
  }
  if (place.calledUntil > ctx.now()) return
  await releaseBooking(ctx, found, 'missed-by-applicant')
  await changeState(ctx, found, 'invited', 'job', { deadlineAt: after(ctx.now(), days(ctx.policy.invitedLapsesDays)) })
  const last = place.passed >= ctx.policy.turnsKept
  if (last) await remove(ctx, place)
  else await keep(ctx, place)
  await appendAudit(ctx, found.id, 'queue.passed', { last })
  await queueMessage(ctx, { personId: found.personId, caseId: found.id, kind: 'turn-passed', params: { last } })
}

/** At the end: nobody who waited is put back for somebody who was called and did not come. */
async function keep(ctx: Ctx, place: Place): Promise<void> {
  await ctx.db
    .update(places)
    .set({
      ...{ bookingId: null, calledUntil: null, shownPlace: null, shownMinutes: null },
      passed: place.passed + 1,
      turnAt: await endOfLine(ctx),
    })
    .where(eq(places.caseId, place.caseId))
}
