import type { Ctx } from '../core/context.ts'
import { setStatus } from '../core/staff/set-status.ts'
import { message, type Reply } from './replies.ts'
import type { Scene } from './scene.ts'

/** `/online`, `/break`, `/offline`: and what that means for the next applicant. */
export async function setOwnStatus(ctx: Ctx, { voice }: Scene, status: 'online' | 'break' | 'offline'): Promise<Reply[]> {
  await setStatus(ctx, { status })
  return [message(voice.html(`desk-${status}`))]
}
