import { and, eq, sql } from 'drizzle-orm'
import { bookings } from '../../db/schema/bookings.ts'
import { seats } from '../../db/schema/calls.ts'
import { appendAudit } from '../audit/append.ts'
import { findActiveBooking } from '../booking/load.ts'
import { tellReviewer } from '../booking/tell.ts'
import { lockCase } from '../case/load.ts'
import { type Ctx, transact } from '../context.ts'
import { queueMessage, queueStatusCard } from '../message/queue.ts'
import { refuse } from '../refusal.ts'
import { refuseUnlessAdmin } from '../staff/add.ts'
import { sendFrame } from './frames.ts'

/**
 * An admin takes both call links of a booking back, because one of them got into other hands: a new version makes the old ones worthless
 * (G5), whoever is in the room is put out and bound to nothing, and the two people get their new links. Time, reviewer and what
 * was found so far stay. `stale` when the booking has another version by now.
 */
export async function revokeLinks(ctx: Ctx, input: { code: string; version: number }): Promise<void> {
  await transact(ctx, async ctx => {
    refuseUnlessAdmin(ctx)
    const found = await lockCase(ctx, { code: input.code })
    const old = await findActiveBooking(ctx, found.id)
    if (!old || old.version !== input.version) return refuse('stale', { state: found.state })
    const version = old.version + 1
    await ctx.db
      .update(bookings)
      .set({
        version,
        linksSince: version,
        // what was reminded of is not reminded of again, and a yes to this time stays one
        setAt: ctx.now(),
        confirmedFor: sql`case when ${bookings.confirmedFor} = ${bookings.linksSince} then ${version} else ${bookings.confirmedFor} end`,
      })
      .where(eq(bookings.id, old.id))
    await ctx.db
      .update(seats)
      .set({ session: null, seenAt: null, askedDevice: null })
      .where(and(eq(seats.bookingId, old.id), eq(seats.version, old.version)))
    await sendFrame(ctx, { bookingId: old.id, to: 'both', down: { type: 'closed', reason: 'revoked' } })
    await appendAudit(ctx, found.id, 'call.links-revoked', { booking: old.id, version })
    const params = { bookingId: old.id, version }
    await queueMessage(ctx, { personId: found.personId, caseId: found.id, kind: 'link-replaced', params })
    await tellReviewer(ctx, old, 'review-link-replaced', params)
    await queueStatusCard(ctx, found)
  })
}
