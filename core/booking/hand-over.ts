import { and, eq, sql } from 'drizzle-orm'
import { bookings } from '../../db/schema/bookings.ts'
import { seats } from '../../db/schema/calls.ts'
import { staff } from '../../db/schema/staff.ts'
import { appendAudit } from '../audit/append.ts'
import { sendFrame } from '../call/frames.ts'
import { type Case, lockCase } from '../case/load.ts'
import { type Ctx, transact } from '../context.ts'
import { queueMessage, queueStatusCard } from '../message/queue.ts'
import { after, minutes } from '../policy.ts'
import { tellAdmins } from '../staff/tell-admins.ts'
import { apologise } from './apologise.ts'
import { rankReviewers, whoHasRoom } from './assign.ts'
import { withCallLength } from './call-length.ts'
import { findFreeTimes } from './free-times.ts'
import { type Booking, findActiveBooking, joinWindow } from './load.ts'
import { moveToFirst } from './take-time.ts'
import { tellReviewer } from './tell.ts'

/** Why a reviewer cannot have the booking. Who only went offline, or asked for somebody else, keeps it where nobody else is free. */
export type Why = 'away' | 'removed' | 'offline' | 'absent' | 'assigned' | 'asked'
export type Handed = 'handed-over' | 'given-back' | 'kept'

/**
 * Another eligible reviewer takes over the very booking, at its time (a call whose time has come: at once); the applicant's link keeps
 * working. Where there is none, the applicant gets an apology and the nearest time, held for some minutes, and nothing counts.
 * Undefined when there is nothing to hand over any more, or it is no longer `from` who has it: somebody was faster.
 */
export async function handOver(ctx: Ctx, input: { bookingId: string; from: string; why: Why }): Promise<Handed | undefined> {
  return transact(ctx, async ctx => {
    const [booking] = await ctx.db.select().from(bookings).where(eq(bookings.id, input.bookingId))
    if (!booking) return undefined
    const found = await lockCase(ctx, { id: booking.caseId })
    const held = await findActiveBooking(ctx, found.id)
    if (found.state !== 'booked' || held?.id !== booking.id || held.reviewerId !== input.from) return undefined
    return handOverLocked(ctx, found, held, input.why)
  })
}

/** The same, with the case locked by the caller. */
export async function handOverLocked(ctx: Ctx, found: Case, held: Booking, why: Why): Promise<Handed> {
  const startsAt = held.startsAt > ctx.now() ? held.startsAt : ctx.now()
  const able = (await whoCanTake(ctx, found, startsAt)).filter(id => id !== held.reviewerId)
  const taken = await giveOver(ctx, found, held, await rankReviewers(ctx, found, able), why)
  if (why === 'absent') await noteAbsent(ctx, found, held, taken !== undefined)
  if (taken) return 'handed-over'
  if (why === 'offline' || why === 'asked') return 'kept'
  await apologise(ctx, found, why === 'absent' ? 'missed-by-reviewer' : 'cancelled-by-us')
  return 'given-back'
}

/**
 * Whoever did not come is not online, whatever they said; the admins are told. A status that is being changed at this moment is left:
 * its owner is there, and may be waiting for this case.
 */
async function noteAbsent(ctx: Ctx, { id, code }: Case, { reviewerId, startsAt }: Booking, handed: boolean): Promise<void> {
  await ctx.db.execute(sql`update ${staff} set status = 'offline' where id in (
    select id from ${staff} where id = ${reviewerId} for no key update skip locked)`)
  await tellAdmins(ctx, 'reviewer-missed', { code, startsAt: startsAt.toISOString(), staffId: reviewerId, handed }, id)
}

/** The first of these reviewers who is free takes the booking, and all three are told; undefined when none is. The case is locked by the caller. */
export async function giveOver(
  ctx: Ctx,
  found: Case,
  held: Booking,
  to: readonly string[],
  why: Why,
): Promise<Booking | undefined> {
  const startsAt = held.startsAt > ctx.now() ? held.startsAt : ctx.now()
  const taken = await moveToFirst(ctx, held, startsAt, to, { keepLinks: true })
  if (!taken) return undefined
  await changeSeats(ctx, held, taken)
  const { id: booking, version } = taken
  await appendAudit(ctx, found.id, 'booking.handed-over', { booking, version, from: held.reviewerId, to: taken.reviewerId, why })
  await tellHandedOver(ctx, found, held, taken, why)
  return taken
}

/** Who is on shift and free then; for what starts soon also whoever is online and free. */
export async function whoCanTake(base: Ctx, found: Case, startsAt: Date): Promise<string[]> {
  const ctx = withCallLength(base, found)
  const isSoon = startsAt <= after(ctx.now(), minutes(ctx.policy.handedOverMinutes))
  const online = isSoon ? await whoHasRoom(ctx, startsAt, { online: true }) : []
  const withoutLead = { ...ctx, policy: { ...ctx.policy, leadMinutes: 0 } }
  const onShift = startsAt > ctx.now() ? await findFreeTimes(withoutLead, { exceptCase: found.id }) : []
  const there = onShift.find(time => +time.startsAt === +startsAt)?.reviewerIds ?? []
  return [...new Set([...online, ...there])]
}

/** The applicant, who may be in the room already, stays seated; the one before is put out. */
export async function changeSeats(ctx: Ctx, before: Booking, taken: Booking): Promise<void> {
  const old = and(eq(seats.bookingId, before.id), eq(seats.version, before.version))
  await ctx.db
    .update(seats)
    .set({ version: taken.version })
    .where(and(old, eq(seats.role, 'applicant')))
  const [seat] = await ctx.db.delete(seats).where(old).returning()
  if (seat?.session) {
    const down = { type: 'closed', reason: 'replaced' }
    await sendFrame(ctx, { bookingId: before.id, to: 'reviewer', onlySession: seat.session, down })
  }
}

async function tellHandedOver(ctx: Ctx, found: Case, before: Booking, taken: Booking, why: Why): Promise<void> {
  const { id: bookingId, version } = taken
  const startsAt = taken.startsAt.toISOString()
  if (why !== 'removed') {
    const gone = why === 'absent' ? 'absent' : 'reassigned'
    await tellReviewer(ctx, before, 'review-cancelled', { startsAt: before.startsAt.toISOString(), code: found.code, why: gone })
  }
  const now = taken.startsAt <= ctx.now()
  await tellReviewer(ctx, taken, 'review-booked', { bookingId, version, startsAt, now, moved: false, handed: true })
  await queueStatusCard(ctx, found)
  const { opensAt, closesAt } = joinWindow(taken, ctx.policy)
  if (opensAt > ctx.now()) return
  const params = { bookingId, version }
  const to = { personId: found.personId, caseId: found.id }
  await queueMessage(ctx, { ...to, kind: 'reviewer-changed', params, expiresAt: closesAt })
}
