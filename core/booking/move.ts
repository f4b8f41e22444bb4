import { eq } from 'drizzle-orm'
import { waits } from '../../db/schema/bookings.ts'
import { appendAudit } from '../audit/append.ts'
import { lockOwnCase } from '../case/load.ts'
import { type Ctx, transact } from '../context.ts'
import { refuseWhilePaused } from '../desk/pause.ts'
import { queueStatusCard } from '../message/queue.ts'
import { refuse } from '../refusal.ts'
import { rankAble } from './assign.ts'
import type { Booked } from './book.ts'
import { isPlainlyGone, refuseTime } from './gone.ts'
import { findActiveBooking } from './load.ts'
import { moveToFirst } from './take-time.ts'
import { tellBooked, tellReviewer } from './tell.ts'
import { findTimesFor } from './times-for.ts'

/**
 * Moves a booking to another free time; the old one is kept until the new one is certain. The row stays, its version is raised:
 * that revokes the links, silences the old reminders and counts the calendar file's SEQUENCE up. Refused: `too-late` once the old
 * time has begun, `slot-taken` when the new one is gone, `too-soon` when it is too near by now, `stale` when nothing is booked.
 */
export async function moveBooking(ctx: Ctx, input: { caseId: string; startsAt: Date }): Promise<Booked> {
  if (await isPlainlyGone(ctx, input)) return refuseTime(ctx, input.startsAt)
  return transact(ctx, async ctx => {
    const found = await lockOwnCase(ctx, { id: input.caseId })
    const held = await findActiveBooking(ctx, found.id)
    if (found.state !== 'booked' || !held) return refuse('stale', { state: found.state })
    if (+held.startsAt === +input.startsAt) return { found, booking: held }
    if (held.startsAt <= ctx.now()) return refuse('too-late', {})
    await refuseWhilePaused(ctx)
    const [free] = await findTimesFor(ctx, found, { at: input.startsAt })
    const ranked = free ? await rankAble(ctx, found, free.reviewerIds) : []
    const moved = await moveToFirst(ctx, held, input.startsAt, ranked, { keepLinks: false })
    if (!moved) return refuseTime(ctx, input.startsAt)
    const { id, version, reviewerId, startsAt } = moved
    await appendAudit(ctx, found.id, 'booking.moved', {
      booking: id,
      before: { reviewer: held.reviewerId, startsAt: held.startsAt.toISOString() },
      version,
      reviewer: reviewerId,
      startsAt: startsAt.toISOString(),
    })
    if (startsAt < held.startsAt) await ctx.db.delete(waits).where(eq(waits.caseId, found.id))
    await queueStatusCard(ctx, found)
    if (held.reviewerId !== reviewerId) {
      await tellReviewer(ctx, held, 'review-cancelled', { startsAt: held.startsAt.toISOString(), code: found.code, why: 'moved' })
    }
    await tellBooked(ctx, moved, { now: false, moved: true })
    return { found, booking: moved }
  })
}
