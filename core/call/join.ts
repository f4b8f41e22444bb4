import { and, eq } from 'drizzle-orm'
import { calls, seats } from '../../db/schema/calls.ts'
import { appendAudit } from '../audit/append.ts'
import type { Booking } from '../booking/load.ts'
import { type Case, lockCase } from '../case/load.ts'
import { type Ctx, transact } from '../context.ts'
import { makeDraw } from '../draw/make.ts'
import { newId } from '../ids.ts'
import { queueMessage } from '../message/queue.ts'
import { after, minutes } from '../policy.ts'
import { refuse } from '../refusal.ts'
import { breakOff } from './break-off.ts'
import { type OpenedLink, windowOf } from './link.ts'
import { type Call, findOpenCall } from './open-call.ts'

export interface Joined {
  call: Call
  booking: Booking
  found: Case
  session: string
  endsAt: Date
}

/**
 * Takes the seat, with the camera on: from here the device is bound (G5). Another device of the applicant is refused as
 * `other-device`, and its owner asked in the chat; a reviewer, who signed in, simply moves over. Refused outside the window as
 * `too-early` or `link-over`. The session is new; it replaces the one in the seat only when its socket enters (core/call/room.ts), so
 * joining again for a fresh media token disturbs nothing.
 */
export async function joinCall(ctx: Ctx, link: Pick<OpenedLink, 'ref' | 'found'>, device: string): Promise<Joined> {
  const joined = await transact(ctx, async ctx => {
    const found = await lockCase(ctx, { id: link.found.id })
    const booking = await reloadBooking(ctx, link)
    const { window, opensAt } = windowOf(ctx, booking, found)
    if (window === 'early') return refuse('too-early', { opensAt: opensAt.toISOString() })
    if (window === 'over') return refuse('link-over', { why: whyOver(booking, found) })
    // the refusal must not roll back the question that goes to the owner's chat
    if (!(await takeSeat(ctx, link, found, device))) return undefined
    // whatever chance holds for this call is settled before anybody has met
    await makeDraw(ctx, found, booking)
    const running = await findOpenCall(ctx, booking.id)
    const again = running && (await breakOff(ctx, found.id, running, link.ref.role))
    const call = running && !again ? running : await openCall(ctx, booking, again)
    await appendAudit(ctx, found.id, 'call.joined', { booking: booking.id, call: call.id, role: link.ref.role })
    return { call, booking, found, session: newId(ctx), endsAt: after(booking.startsAt, minutes(ctx.policy.callLastsMinutes)) }
  })
  return joined ?? refuse('other-device', {})
}

async function reloadBooking(ctx: Ctx, { ref }: Pick<OpenedLink, 'ref'>): Promise<Booking> {
  const booking = await ctx.db.query.bookings.findFirst({ where: (row, { eq }) => eq(row.id, ref.bookingId) })
  if (!booking) return refuse('link-unknown', {})
  if (booking.version !== ref.version) return refuse('link-over', { why: 'moved' })
  return booking
}

function whyOver(booking: Booking, found: Case): 'cancelled' | 'missed' | 'ended' {
  if (booking.status.startsWith('cancelled')) return 'cancelled'
  if (booking.status.startsWith('missed') || found.state === 'booked') return 'missed'
  return 'ended'
}

async function takeSeat(ctx: Ctx, { ref }: Pick<OpenedLink, 'ref'>, found: Case, device: string): Promise<boolean> {
  const { bookingId, version, role } = ref
  const mine = and(eq(seats.bookingId, bookingId), eq(seats.version, version), eq(seats.role, role))
  await ctx.db.insert(seats).values({ bookingId, version, role, device }).onConflictDoNothing()
  const [seat] = await ctx.db.select().from(seats).where(mine).for('update')
  if (seat && seat.device !== device && role === 'applicant') {
    if (seat.askedDevice !== device) await askOwner(ctx, found, { bookingId, version, device })
    return false
  }
  await ctx.db.update(seats).set({ device, askedDevice: null }).where(mine)
  return true
}

async function askOwner(ctx: Ctx, found: Case, asked: { bookingId: string; version: number; device: string }): Promise<void> {
  const { bookingId, version, device } = asked
  const seat = and(eq(seats.bookingId, bookingId), eq(seats.version, version), eq(seats.role, 'applicant'))
  await ctx.db.update(seats).set({ askedDevice: device }).where(seat)
  const params = { bookingId, version, ask: device.slice(0, 8) }
  await queueMessage(ctx, { personId: found.personId, caseId: found.id, kind: 'other-device', params })
  await appendAudit(ctx, found.id, 'call.other-device', { booking: bookingId })
}

async function openCall(ctx: Ctx, booking: Booking, from?: Pick<Call, 'step'>): Promise<Call> {
  const [call] = await ctx.db
    .insert(calls)
    .values({ id: newId(ctx), bookingId: booking.id, openedAt: ctx.now(), ...from })
    .returning()
  if (!call) throw new Error('insert returned no row')
  return call
}
