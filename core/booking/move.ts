import { and, eq, sql } from 'drizzle-orm'
import { bookings } from '../../db/schema.ts'
import { appendAudit } from '../audit/append.ts'
import { lockCase } from '../case/load.ts'
import { type Ctx, transact } from '../context.ts'
import { isExclusionViolation } from '../database-errors.ts'
import { queueStatusCard } from '../message/queue.ts'
import { refuse } from '../refusal.ts'
import { type Booked, spanOf } from './book.ts'
import { findFreeTimes, orderByLoad } from './free-times.ts'
import { type Booking, findActiveBooking } from './load.ts'
import { tellBooked, tellReviewer } from './tell.ts'

/**
 * Moves a booking to another free time; the old one is kept until the new one is certain. The row stays, its version is raised:
 * that revokes the links, silences the old reminders and counts the calendar file's SEQUENCE up. Refused: `too-late` once the old
 * time has begun, `slot-taken` when the new one is gone, `stale` when nothing is booked.
 */
export async function moveBooking(ctx: Ctx, input: { caseId: string; startsAt: Date }): Promise<Booked> {
  return transact(ctx, async ctx => {
    const found = await lockCase(ctx, { id: input.caseId })
    const held = await findActiveBooking(ctx, found.id)
    if (found.state !== 'booked' || !held) return refuse('stale', { state: found.state })
    if (+held.startsAt === +input.startsAt) return { found, booking: held }
    if (held.startsAt <= ctx.now()) return refuse('too-late', {})
    const free = (await findFreeTimes(ctx, { exceptCase: found.id })).find(time => +time.startsAt === +input.startsAt)
    const moved = free && (await moveToFirst(ctx, held, input.startsAt, free.reviewerIds))
    if (!moved) return refuse('slot-taken', {})
    const { id, version, reviewerId, startsAt } = moved
    await appendAudit(ctx, found.id, 'booking.moved', {
      booking: id,
      version,
      reviewer: reviewerId,
      startsAt: startsAt.toISOString(),
    })
    await queueStatusCard(ctx, found)
    if (held.reviewerId !== reviewerId) {
      await tellReviewer(ctx, held, 'review-cancelled', { startsAt: held.startsAt.toISOString(), code: found.code, why: 'moved' })
    }
    await tellBooked(ctx, moved, { now: false, moved: true })
    return { found, booking: moved }
  })
}

async function moveToFirst(ctx: Ctx, held: Booking, startsAt: Date, reviewers: readonly string[]): Promise<Booking | undefined> {
  for (const reviewerId of await orderByLoad(ctx, reviewers)) {
    await lockReviewers(ctx, [held.reviewerId, reviewerId])
    const moved = await tryMove(ctx, held, startsAt, reviewerId)
    if (moved) return moved
  }
  return undefined
}

/** Movers take their reviewers' locks in the order of the ids, so that two who swap times cannot wait for each other. */
async function lockReviewers(ctx: Ctx, ids: readonly string[]): Promise<void> {
  for (const id of [...new Set(ids)].sort()) await ctx.db.execute(sql`select pg_advisory_xact_lock(hashtextextended(${id}, 11))`)
}

/** One attempt under a savepoint: a violated exclusion constraint would end the whole transaction otherwise. */
async function tryMove(ctx: Ctx, held: Booking, startsAt: Date, reviewerId: string): Promise<Booking | undefined> {
  try {
    return await ctx.db.transaction(async savepoint => {
      const [row] = await savepoint
        .update(bookings)
        .set({ reviewerId, ...spanOf(ctx, startsAt), version: sql`${bookings.version} + 1`, setAt: ctx.now() })
        .where(and(eq(bookings.id, held.id), eq(bookings.status, 'active')))
        .returning()
      return row
    })
  } catch (error) {
    if (isExclusionViolation(error)) return undefined
    throw error
  }
}
