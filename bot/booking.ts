import { bookTime } from '../core/booking/book.ts'
import { cancelBooking } from '../core/booking/cancel.ts'
import { confirmBooking } from '../core/booking/confirm.ts'
import { type Booking, findActiveBooking } from '../core/booking/load.ts'
import { moveBooking } from '../core/booking/move.ts'
import { allowDevice } from '../core/call/allow-device.ts'
import { refuseDevice } from '../core/call/refuse-device.ts'
import { type Case, readCase } from '../core/case/load.ts'
import type { Ctx } from '../core/context.ts'
import { queueStatusCard } from '../core/message/queue.ts'
import { leaveLine, startNow } from '../core/queue/start-now.ts'
import { refuse } from '../core/refusal.ts'
import { wantEarlier } from '../core/waits/want-earlier.ts'
import type { Button } from '../texts/keyboard.ts'
import { decodeTime, type Press, type Purpose, type Verb } from '../texts/press.ts'
import { showDay, showDays, showNearest } from './booking-views.ts'
import { edit, type Reply, toast } from './replies.ts'
import { asApplicant, type Scene } from './scene.ts'

type Of<V extends Verb> = Extract<Press, { verb: V }>

/** The card is drawn anew by the delivery worker, so here is only the toast; any other message with the button on it is closed. */
function done({ voice, content }: Scene, found: Case, key: string, args?: Record<string, string>): Reply[] {
  const onCard = content.kind === 'press' && content.messageId === found.cardMessageId
  return [toast(voice.label(key, args)), ...(onCard ? [] : [{ kind: 'close', html: voice.html(key, args) } as const])]
}

export async function pressBook(base: Ctx, scene: Scene, { code, version, time }: Of<'book'>): Promise<Reply[]> {
  const ctx = asApplicant(base, scene)
  const found = await readCase(ctx, { code })
  const startsAt = decodeTime(time)
  if (!startsAt || isOutdated(found, version)) return refuse('stale', { state: found.state })
  const { booking } = await bookTime(ctx, { caseId: found.id, startsAt })
  return done(scene, found, 'toast-booked', { time: scene.voice.shortTime(booking.startsAt.toISOString()) })
}

export async function pressNow(base: Ctx, scene: Scene, { code, version }: Of<'now'>): Promise<Reply[]> {
  const ctx = asApplicant(base, scene)
  const found = await readCase(ctx, { code })
  if (isOutdated(found, version)) return refuse('stale', { state: found.state })
  const started = await startNow(ctx, { caseId: found.id })
  return 'booked' in started
    ? done(scene, found, 'toast-now', { minutes: String(ctx.policy.calledMinutes) })
    : done(scene, found, 'toast-queued', { place: String(started.place) })
}

export async function pressLeaveLine(base: Ctx, scene: Scene, { code }: Of<'leave-line'>): Promise<Reply[]> {
  const ctx = asApplicant(base, scene)
  const found = await readCase(ctx, { code })
  await leaveLine(ctx, { caseId: found.id })
  return done(scene, found, 'toast-left-line')
}

export async function pressWantEarlier(base: Ctx, scene: Scene, { code, on }: Of<'want-earlier'>): Promise<Reply[]> {
  const ctx = asApplicant(base, scene)
  const found = await readCase(ctx, { code })
  await wantEarlier(ctx, { caseId: found.id, on: on === '1' })
  return done(scene, found, on === '1' ? 'toast-wants-earlier' : 'toast-wants-no-earlier')
}

/** The offer was made in an earlier state. Once booked the verb itself tells a second press from an old button. */
const isOutdated = (found: Case, version: string) => found.state !== 'booked' && String(found.version) !== version

export async function pressDays(base: Ctx, scene: Scene, { code, purpose }: Of<'days'>): Promise<Reply[]> {
  const ctx = asApplicant(base, scene)
  return showDays(ctx, scene, await findFor(ctx, code, purpose), purpose)
}

export async function pressDay(base: Ctx, scene: Scene, { code, purpose, date }: Of<'day'>): Promise<Reply[]> {
  const ctx = asApplicant(base, scene)
  return showDay(ctx, scene, await findFor(ctx, code, purpose), purpose, date)
}

export async function pressNearest(base: Ctx, scene: Scene, { code, purpose }: Of<'nearest'>): Promise<Reply[]> {
  const ctx = asApplicant(base, scene)
  return showNearest(ctx, scene, await findFor(ctx, code, purpose), purpose)
}

/** The case, where times can be chosen for that purpose now. */
async function findFor(ctx: Ctx, code: string, purpose: Purpose): Promise<Case> {
  const found = await readCase(ctx, { code })
  if (found.hold !== null) return refuse('on-hold', { hold: found.hold })
  return found.state === (purpose === 'move' ? 'booked' : 'invited') ? found : refuse('stale', { state: found.state })
}

export async function pressMove(base: Ctx, scene: Scene, { code, booked }: Of<'move'>): Promise<Reply[]> {
  const ctx = asApplicant(base, scene)
  const { found } = await findBooked(ctx, code, booked)
  return showNearest(ctx, scene, found, 'move')
}

export async function pressMoveTo(base: Ctx, scene: Scene, { code, booked, time }: Of<'move-to'>): Promise<Reply[]> {
  const ctx = asApplicant(base, scene)
  const found = await readCase(ctx, { code })
  const held = await findActiveBooking(ctx, found.id)
  const startsAt = decodeTime(time)
  if (!held || !startsAt) return refuse('stale', { state: found.state })
  const isThere = +held.startsAt === +startsAt
  if (!isThere && String(held.version) !== booked) return refuse('stale', { state: found.state })
  if (isThere) await queueStatusCard(ctx, found)
  else await moveBooking(ctx, { caseId: found.id, startsAt })
  return done(scene, found, 'toast-moved', { time: scene.voice.shortTime(startsAt.toISOString()) })
}

/** "I will come", from a reminder: it stays in the chat as said. */
export async function pressCome(base: Ctx, scene: Scene, { code, booked }: Of<'come'>): Promise<Reply[]> {
  const ctx = asApplicant(base, scene)
  const { id: caseId } = await readCase(ctx, { code })
  const { startsAt, version } = await confirmBooking(ctx, { caseId, version: Number(booked) })
  const { voice } = scene
  const html = voice.html('booked-come', { code, time: voice.time(startsAt.toISOString()) })
  const move: Button = { label: voice.label('button-move'), press: { verb: 'move', code, booked: String(version) } }
  return [toast(voice.label('toast-come')), edit(html, [[move]])]
}

export async function pressCancel(base: Ctx, scene: Scene, { code, booked }: Of<'cancel'>): Promise<Reply[]> {
  const ctx = asApplicant(base, scene)
  const { booking } = await findBooked(ctx, code, booked)
  const { voice } = scene
  const time = voice.time(booking.startsAt.toISOString())
  return [
    edit(voice.html('cancel-time', { time }), [
      [{ label: voice.label('do-keep-booking'), press: { verb: 'card', code } }],
      [{ label: voice.label('do-cancel-booking'), press: { verb: 'cancel-yes', code, booked }, style: 'danger' }],
    ]),
  ]
}

export async function pressCancelYes(base: Ctx, scene: Scene, { code, booked }: Of<'cancel-yes'>): Promise<Reply[]> {
  const ctx = asApplicant(base, scene)
  const { found } = await findBooked(ctx, code, booked)
  await cancelBooking(ctx, { caseId: found.id, version: Number(booked) })
  return done(scene, found, 'toast-cancelled')
}

/** The booking that the button speaks of, as long as it is the one that stands. */
async function findBooked(ctx: Ctx, code: string, booked: string): Promise<{ found: Case; booking: Booking }> {
  const found = await readCase(ctx, { code })
  const booking = await findActiveBooking(ctx, found.id)
  if (found.state !== 'booked' || !booking || String(booking.version) !== booked) return refuse('stale', { state: found.state })
  if (booking.startsAt <= ctx.now()) return refuse('too-late', {})
  return { found, booking }
}

export async function pressCard(base: Ctx, scene: Scene, { code }: Of<'card'>): Promise<Reply[]> {
  const ctx = asApplicant(base, scene)
  const found = await readCase(ctx, { code })
  if (found.state === 'draft') return refuse('stale', { state: found.state })
  const onCard = scene.content.kind === 'press' && scene.content.messageId === found.cardMessageId
  await queueStatusCard(ctx, found, !onCard)
  return onCard ? [] : [{ kind: 'close', html: scene.voice.html('pick-card-below') }]
}

export async function pressDevice(
  base: Ctx,
  scene: Scene,
  { verb, code, ask }: Of<'device-yes' | 'device-no'>,
): Promise<Reply[]> {
  const ctx = asApplicant(base, scene)
  const { id: caseId } = await readCase(ctx, { code })
  const yes = verb === 'device-yes'
  await (yes ? allowDevice : refuseDevice)(ctx, { caseId, ask })
  const html = scene.voice.html(yes ? 'device-allowed' : 'device-refused')
  return [toast(scene.voice.label(yes ? 'toast-device-allowed' : 'toast-device-refused')), { kind: 'close', html }]
}
