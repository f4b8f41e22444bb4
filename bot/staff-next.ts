import type { Ctx } from '../core/context.ts'
import { readNext } from '../core/staff/read-next.ts'
import { type OwnCase, readOwnCase } from '../core/staff/read-own-case.ts'
import { handOverButton, missedButton } from '../texts/cards/staff.ts'
import { lines } from '../texts/cards/voice.ts'
import type { Button } from '../texts/keyboard.ts'
import { message, type Reply } from './replies.ts'
import type { Scene } from './scene.ts'

/** `/next`: the one thing to do now. */
export async function showNext(ctx: Ctx, scene: Scene): Promise<Reply[]> {
  const { voice } = scene
  const next = await readNext(ctx)
  return next ? [ownCard(scene, next.own, voice.html(`next-${next.why}`))] : [message(voice.html('next-nothing'))]
}

/** `/case` of a reviewer: a case that is his own. */
export async function showOwnCase(ctx: Ctx, scene: Scene, code: string): Promise<Reply[]> {
  return [ownCard(scene, await readOwnCase(ctx, { code }))]
}

/** A link that signs in is not to be forwarded. */
function ownCard({ voice }: Scene, own: OwnCase, heading?: string): Reply {
  const { code, state, startsAt, dueAt, late, url, version } = own
  const device = voice.device(own.device)
  const html = lines(
    heading,
    voice.html('case', { code, state: voice.label(`state-${state}.staff`) }),
    device === '' ? undefined : voice.html('case-device', { device }),
    startsAt && voice.html('next-at', { time: voice.time(startsAt) }),
    dueAt && voice.html('case-deadline', { time: voice.time(dueAt) }),
    late ? voice.html('queue-overdue') : undefined,
  )
  const open: Button[][] = url ? [[{ label: voice.label('do-open-console'), url, style: 'primary' }]] : []
  const booked = version === undefined ? [] : [[handOverButton(voice, code, version), missedButton(voice, code, version)]]
  return { kind: 'message', html, buttons: [...open, ...booked], protect: true }
}
