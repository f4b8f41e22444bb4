import { and, eq, isNull, sql } from 'drizzle-orm'
import { bookings } from '../../db/schema/bookings.ts'
import { calls, presences, seats } from '../../db/schema/calls.ts'
import { cases } from '../../db/schema/cases.ts'
import type { RoomRole } from '../../db/values.ts'
import { type Booking, joinWindow } from '../booking/load.ts'
import { queueOnce } from '../booking/remind.ts'
import { tellReviewer } from '../booking/tell.ts'
import { changeState } from '../case/change-state.ts'
import { type Case, lockCase } from '../case/load.ts'
import { type Ctx, transact } from '../context.ts'
import { type Prompt, readPrompt } from '../draw/show-prompt.ts'
import { queueMessage } from '../message/queue.ts'
import { isRecording } from '../recording/end.ts'
import { sendFrame } from './frames.ts'
import { type Call, findOpenCall } from './open-call.ts'
import { patienceUntil } from './patience.ts'
import { notePicture } from './picture.ts'
import { type Seat, whoIsHere } from './presence.ts'
import type { Ticket } from './ticket.ts'

export interface Media {
  camera: boolean
  microphone: boolean
}

/** A peer as the other page sees it: a new session means a new connection is due. */
export const peerOf = (seat: Seat | undefined) =>
  seat?.session ? { session: seat.session, media: { camera: seat.camera, microphone: seat.microphone } } : null

const other = (role: RoomRole): RoomRole => (role === 'applicant' ? 'reviewer' : 'applicant')

export interface Entered {
  step: string
  recording: boolean
  /** until when the reviewer asked the applicant to wait */
  patienceUntil?: string
  peer: ReturnType<typeof peerOf>
  prompt?: Prompt
}

/**
 * A socket opened with a ticket: the person is in the room. The first moment with both present begins the review (booked →
 * reviewing); until then whoever waits is announced to the other, once. Undefined when the seat went to another device meanwhile, the
 * call is over, or the ticket was used before. Whoever sat there before, on the same device, is put out.
 */
export async function enterRoom(ctx: Ctx, ticket: Ticket, media: Media): Promise<Entered | undefined> {
  const { bookingId, version, role, session, device } = ticket
  return transact(ctx, async ctx => {
    const loaded = await lockRoom(ctx, bookingId)
    if (!loaded || loaded.booking.version !== version) return undefined
    const { call } = loaded
    // a join gives one session and one ticket for it: the row is there when the ticket was used before
    const [used] = await ctx.db.select({ id: presences.id }).from(presences).where(eq(presences.session, session))
    if (used) return undefined
    const [seat] = await ctx.db
      .update(seats)
      .set({ ...media, session, seenAt: sql`clock_timestamp()` })
      .where(and(eq(seats.bookingId, bookingId), eq(seats.version, version), eq(seats.role, role), eq(seats.device, device)))
      .returning()
    if (!seat) return undefined
    await ctx.db.insert(presences).values({ callId: call.id, role, session, joinedAt: ctx.now() })
    await sendFrame(ctx, { bookingId, to: role, exceptSession: session, down: { type: 'closed', reason: 'replaced' } })
    await sendFrame(ctx, { bookingId, to: other(role), down: { type: 'peer', peer: peerOf(seat) } })
    const peer = (await whoIsHere(ctx, bookingId, version)).get(other(role))
    if (peer) {
      await meet(ctx, loaded)
      await notePicture(ctx, bookingId, role === 'applicant' ? seat : peer)
    } else await announce(ctx, loaded, role)
    const prompt = await readPrompt(ctx, bookingId)
    const recording = await isRecording(ctx, bookingId)
    const patience = role === 'applicant' && !peer ? await patienceUntil(ctx, loaded.booking) : undefined
    return {
      ...{ step: call.step, peer: peerOf(peer), recording, ...(prompt ? { prompt } : {}) },
      ...(patience ? { patienceUntil: patience.toISOString() } : {}),
    }
  })
}

interface Loaded {
  found: Case
  booking: Booking
  call: Call
}

async function lockRoom(ctx: Ctx, bookingId: string): Promise<Loaded | undefined> {
  const [row] = await ctx.db
    .select({ caseId: cases.id })
    .from(bookings)
    .innerJoin(cases, eq(cases.id, bookings.caseId))
    .where(eq(bookings.id, bookingId))
  if (!row) return undefined
  const found = await lockCase(ctx, { id: row.caseId })
  const [booking] = await ctx.db.select().from(bookings).where(eq(bookings.id, bookingId))
  const call = await findOpenCall(ctx, bookingId)
  return booking?.status === 'active' && call ? { found, booking, call } : undefined
}

async function meet(ctx: Ctx, { found, call }: Loaded): Promise<void> {
  if (call.metAt === null) await ctx.db.update(calls).set({ metAt: ctx.now() }).where(eq(calls.id, call.id))
  if (found.state === 'booked') await changeState(ctx, found, 'reviewing', ctx.actor.kind === 'staff' ? 'reviewer' : 'applicant')
}

async function announce(ctx: Ctx, { found, booking }: Loaded, role: RoomRole): Promise<void> {
  const params = { bookingId: booking.id, version: booking.version }
  const expiresAt = joinWindow(booking, ctx.policy).closesAt
  await queueOnce(ctx, booking, `${role}-waits`, async ctx => {
    if (role === 'applicant') await tellReviewer(ctx, booking, 'applicant-waiting', params, expiresAt)
    else await queueMessage(ctx, { personId: found.personId, caseId: found.id, kind: 'reviewer-here', params, expiresAt })
  })
}

/** A socket closed. Harmless when the seat was taken over meanwhile. */
export async function leaveRoom(ctx: Ctx, { bookingId, role, session }: Ticket): Promise<void> {
  await transact(ctx, async ctx => {
    await ctx.db
      .update(presences)
      .set({ leftAt: ctx.now() })
      .where(and(eq(presences.session, session), isNull(presences.leftAt)))
    const left = await ctx.db
      .update(seats)
      .set({ session: null, seenAt: null })
      .where(and(eq(seats.bookingId, bookingId), eq(seats.session, session)))
      .returning()
    if (left.length > 0) await sendFrame(ctx, { bookingId, to: other(role), down: { type: 'peer', peer: null } })
  })
}

/** A sign of life; false when the seat is no longer this session's. */
export async function keepSeat(ctx: Ctx, { bookingId, session }: Ticket): Promise<boolean> {
  const kept = await ctx.db
    .update(seats)
    .set({ seenAt: sql`clock_timestamp()` })
    .where(and(eq(seats.bookingId, bookingId), eq(seats.session, session)))
    .returning({ role: seats.role })
  return kept.length > 0
}

/** Camera or microphone went on or off; the other page is told. */
export async function changeMedia(ctx: Ctx, { bookingId, role, session }: Ticket, media: Media): Promise<void> {
  const [seat] = await ctx.db
    .update(seats)
    .set(media)
    .where(and(eq(seats.bookingId, bookingId), eq(seats.session, session)))
    .returning()
  if (!seat) return
  await sendFrame(ctx, { bookingId, to: other(role), down: { type: 'peer', peer: peerOf(seat) } })
  const isTogether = (await whoIsHere(ctx, bookingId, seat.version)).size === 2
  if (role === 'applicant' && isTogether) await notePicture(ctx, bookingId, seat)
}

/** Passes something on to the other person in the room: signalling, a line of text. */
export async function passOn(ctx: Ctx, { bookingId, role }: Ticket, down: unknown): Promise<void> {
  await sendFrame(ctx, { bookingId, to: other(role), down })
}

/** The reviewer goes on to a step; both pages show it, and a reload finds it again. */
export async function showStep(ctx: Ctx, { bookingId }: Ticket, step: string): Promise<void> {
  await transact(ctx, async ctx => {
    await ctx.db
      .update(calls)
      .set({ step })
      .where(and(eq(calls.bookingId, bookingId), isNull(calls.endedAt)))
    await sendFrame(ctx, { bookingId, to: 'both', down: { type: 'step', step } })
  })
}
