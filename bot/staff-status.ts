import type { Ctx } from '../core/context.ts'
import { setStatus } from '../core/staff/set-status.ts'
import { lines } from '../texts/cards/voice.ts'
import { message, type Reply } from './replies.ts'
import type { Scene } from './scene.ts'
import { handedText } from './staff-member.ts'

/** `/online`, `/break`, `/offline`: and what that means for the next applicant. */
export async function setOwnStatus(ctx: Ctx, scene: Scene, status: 'online' | 'break' | 'offline'): Promise<Reply[]> {
  const handed = await setStatus(ctx, { status })
  return [message(lines(scene.voice.html(`desk-${status}`), handedText(scene, handed)))]
}
