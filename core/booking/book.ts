import { bookings } from '../../db/schema.ts'
import { appendAudit } from '../audit/append.ts'
import { changeState } from '../case/change-state.ts'
import { type Case, lockCase } from '../case/load.ts'
import { type Ctx, transact } from '../context.ts'
import { newId } from '../ids.ts'
import { after, minutes } from '../policy.ts'
import { refuse } from '../refusal.ts'
import { findFreeNow, findFreeTimes, orderByLoad } from './free-times.ts'
import { type Booking, findActiveBooking } from './load.ts'
import { tellBooked } from './tell.ts'

export interface Booked {
  found: Case
  booking: Booking
}

/**
 * Books a time that was offered. Everything that booking means, in one transaction: the time kept with the least loaded reviewer
 * who is free (G1: `ON CONFLICT DO NOTHING` on the exclusion constraint, so whoever comes second gets no row and no deadlock), the
 * case booked, the audit entry, the card, the reviewer told. Tapping the same time again shows it booked. `slot-taken` when it is gone.
 */
export async function bookTime(ctx: Ctx, input: { caseId: string; startsAt: Date }): Promise<Booked> {
  return transact(ctx, async ctx => {
    const found = await lockCase(ctx, { id: input.caseId })
    const held = await findActiveBooking(ctx, found.id)
    if (held && +held.startsAt === +input.startsAt) return { found, booking: held }
    refuseUnlessInvited(found)
    const free = (await findFreeTimes(ctx)).find(time => +time.startsAt === +input.startsAt)
    const booking = free && (await takeFirst(ctx, found, input.startsAt, free.reviewerIds))
    if (!booking) return refuse('slot-taken', {})
    return finish(ctx, found, booking, false)
  })
}

/** Begins at once with a reviewer who is online and free. `nobody-free` when there is none (any more). */
export async function bookNow(ctx: Ctx, input: { caseId: string }): Promise<Booked> {
  return transact(ctx, async ctx => {
    const found = await lockCase(ctx, { id: input.caseId })
    const held = await findActiveBooking(ctx, found.id)
    if (held && held.startsAt <= ctx.now()) return { found, booking: held }
    refuseUnlessInvited(found)
    const booking = await takeFirst(ctx, found, ctx.now(), await findFreeNow(ctx))
    if (!booking) return refuse('nobody-free', {})
    return finish(ctx, found, booking, true)
  })
}

function refuseUnlessInvited(found: Case): void {
  if (found.state !== 'invited') refuse('stale', { state: found.state })
  if (found.hold !== null) refuse('on-hold', { hold: found.hold })
}

async function takeFirst(ctx: Ctx, found: Case, startsAt: Date, reviewers: readonly string[]): Promise<Booking | undefined> {
  for (const reviewerId of await orderByLoad(ctx, reviewers)) {
    const [taken] = await ctx.db
      .insert(bookings)
      .values({ id: newId(ctx), caseId: found.id, reviewerId, ...spanOf(ctx, startsAt), createdAt: ctx.now(), setAt: ctx.now() })
      .onConflictDoNothing()
      .returning()
    if (taken) return taken
  }
  return undefined
}

/** Start, end, and the end of the buffer after it. */
export function spanOf({ policy }: Ctx, startsAt: Date): Pick<Booking, 'startsAt' | 'endsAt' | 'blockedUntil'> {
  const endsAt = after(startsAt, minutes(policy.slotMinutes))
  return { startsAt, endsAt, blockedUntil: after(endsAt, minutes(policy.bufferMinutes)) }
}

async function finish(ctx: Ctx, found: Case, booking: Booking, now: boolean): Promise<Booked> {
  const { id, reviewerId, startsAt } = booking
  await appendAudit(ctx, found.id, 'booking.made', { booking: id, reviewer: reviewerId, startsAt: startsAt.toISOString(), now })
  const booked = await changeState(ctx, found, 'booked', 'applicant')
  await tellBooked(ctx, booking, { now, moved: false })
  return { found: booked, booking }
}
