import { sql } from 'drizzle-orm'
import { refuseWhileCorrecting } from '../application/correct.ts'
import { appendAudit } from '../audit/append.ts'
import { changeState } from '../case/change-state.ts'
import { type Case, lockOwnCase } from '../case/load.ts'
import { type Ctx, transact } from '../context.ts'
import { refuseWhilePaused } from '../desk/pause.ts'
import { refuse } from '../refusal.ts'
import { rankAble, rankReviewers } from './assign.ts'
import { afterTheFirst } from './crowd.ts'
import { findStanding, isGone, refuseTime } from './gone.ts'
import { type Booking, findActiveBooking } from './load.ts'
import { insertFirst, takeHeld } from './take-time.ts'
import { tellBooked } from './tell.ts'
import { findNowFor, findTimesFor } from './times-for.ts'

export interface Booked {
  found: Case
  booking: Booking
}

/**
 * Books a time that was offered. Everything that booking means, in one transaction: the time kept with the reviewer who should have it
 * and is free (G1), the case booked, the audit entry, the card, the reviewer told. Tapping the same time again shows it booked.
 * `slot-taken` when it is gone, `too-soon` when the lead has begun; `paused` while no bookings are taken; most who come too late are told so before any work is done.
 */
export async function bookTime(ctx: Ctx, input: { caseId: string; startsAt: Date }): Promise<Booked> {
  const { caseId, startsAt } = input
  const ask = () => findStanding(ctx, startsAt)
  return afterTheFirst(ctx, `book ${startsAt.toISOString()}`, ask, async standing =>
    isGone(standing, caseId) ? refuseTime(ctx, startsAt) : tryToBook(ctx, input),
  )
}

function tryToBook(ctx: Ctx, input: { caseId: string; startsAt: Date }): Promise<Booked> {
  return transact(ctx, async ctx => {
    const [found, held] = await Promise.all([lockOwnCase(ctx, { id: input.caseId }), findActiveBooking(ctx, input.caseId)])
    if (held && +held.startsAt === +input.startsAt) return { found, booking: held }
    await refuseUnlessReady(ctx, found)
    // what is kept for the case it may have in a pause, too
    const kept = await takeHeld(ctx, found, input.startsAt)
    if (!kept) await refuseWhilePaused(ctx)
    const booking = kept ?? (await takeOffered(ctx, found, input.startsAt))
    if (!booking) return refuseTime(ctx, input.startsAt)
    return finishBooking(ctx, found, booking, false)
  })
}

/** Begins at once with a reviewer who is online and free. `nobody-free` when there is none (any more). */
export async function bookNow(ctx: Ctx, input: { caseId: string }): Promise<Booked> {
  return transact(ctx, async ctx => {
    const found = await lockOwnCase(ctx, { id: input.caseId })
    const held = await findActiveBooking(ctx, found.id)
    if (held && held.startsAt <= ctx.now()) return { found, booking: held }
    await refuseUnlessReady(ctx, found)
    await refuseWhilePaused(ctx)
    const ranked = await rankReviewers(ctx, found, await findNowFor(ctx, found))
    const booking = await insertFirst(ctx, found, ctx.now(), ranked)
    if (!booking) return refuse('nobody-free', {})
    return finishBooking(ctx, found, booking, true)
  })
}

/** A call can be booked: invited (`stale`), held by nothing (`on-hold`), its answers whole (`application-incomplete`). */
export async function refuseUnlessReady(ctx: Ctx, found: Case): Promise<void> {
  if (found.state !== 'invited') refuse('stale', { state: found.state })
  if (found.hold !== null) refuse('on-hold', { hold: found.hold })
  await refuseWhileCorrecting(ctx, found)
}

async function takeOffered(ctx: Ctx, found: Case, startsAt: Date): Promise<Booking | undefined> {
  const [free] = await findTimesFor(ctx, found, { at: startsAt })
  return free && insertFirst(ctx, found, startsAt, await rankAble(ctx, found, free.reviewerIds))
}

/** What follows once the time is kept: the wishes it fulfils end, and everybody is told. */
export async function finishBooking(ctx: Ctx, found: Case, booking: Booking, now: boolean): Promise<Booked> {
  const { id, reviewerId, startsAt } = booking
  const [booked] = await Promise.all([
    endWishes(ctx, found.id).then(() => changeState(ctx, found, 'booked', 'applicant')),
    appendAudit(ctx, found.id, 'booking.made', { booking: id, reviewer: reviewerId, startsAt: startsAt.toISOString(), now }),
  ])
  await tellBooked(ctx, booking, { now, moved: false })
  return { found: booked, booking }
}

/** A hold, a place in the line and the wish for an earlier time end with a booking. */
async function endWishes(ctx: Ctx, caseId: string): Promise<void> {
  await ctx.db.execute(sql`
    with held as (delete from bookings where case_id = ${caseId} and status = 'held'),
         placed as (delete from places where case_id = ${caseId} and booking_id is null)
    delete from waits where case_id = ${caseId}`)
}
