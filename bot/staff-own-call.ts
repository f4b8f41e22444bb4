import { handOverOwn, missOwn, type OwnBooking, readOwnBooking } from '../core/booking/own.ts'
import type { Ctx } from '../core/context.ts'
import type { Button } from '../texts/keyboard.ts'
import { message, type Reply, toast } from './replies.ts'
import type { Scene } from './scene.ts'

interface Pressed {
  code: string
  booked: string
}

const inputOf = ({ code, booked }: Pressed) => ({ code, version: Number(booked) })

/** Asks in a message of its own: the card, with the way into the call, stays. */
export async function askHandOver(ctx: Ctx, { voice }: Scene, press: Pressed): Promise<Reply[]> {
  const { code, booked } = press
  const { startsAt } = await readOwnBooking(ctx, inputOf(press))
  const yes: Button = { label: voice.label('do-hand-over'), press: { verb: 'hand-over-yes', code, booked }, style: 'primary' }
  return [message(voice.html('hand-over-ask', { code, time: voice.time(startsAt) }), [[yes]])]
}

export async function pressHandOver(ctx: Ctx, { voice }: Scene, press: Pressed): Promise<Reply[]> {
  const { code } = press
  const name = await handOverOwn(ctx, inputOf(press))
  if (name === undefined) return [toast(voice.label('hand-over-nobody', { code }), true)]
  return [toast(voice.label('toast-given')), { kind: 'close', html: voice.html('hand-over-done', { code, name }) }]
}

/** "Did not come": what stands against it is said at once, and what it would mean before it is done. */
export async function askMissed(ctx: Ctx, scene: Scene, press: Pressed): Promise<Reply[]> {
  const { voice } = scene
  const { code, booked } = press
  const own = await readOwnBooking(ctx, inputOf(press))
  const against = whyNot(ctx, scene, own)
  if (against) return [toast(against, true)]
  const yes: Button = { label: voice.label('do-missed'), press: { verb: 'missed-yes', code, booked }, style: 'danger' }
  return [message(voice.html(own.isLastMiss ? 'missed-ask-last' : 'missed-ask', { code }), [[yes]])]
}

function whyNot(ctx: Ctx, { voice }: Scene, { missedFrom, missing }: OwnBooking): string | undefined {
  if (new Date(missedFrom) > ctx.now()) return voice.label('missed-early', { time: voice.shortTime(missedFrom) })
  if (missing === 'applicant') return undefined
  return voice.label(missing === 'nobody' ? 'missed-was-there' : 'missed-without-you')
}

export async function pressMissed(ctx: Ctx, { voice }: Scene, press: Pressed): Promise<Reply[]> {
  await missOwn(ctx, inputOf(press))
  return [toast(voice.label('toast-missed')), { kind: 'close', html: voice.html('missed-done', { code: press.code }) }]
}
