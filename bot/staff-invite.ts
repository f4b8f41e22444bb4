import { inviteByHand } from '../core/case/invite.ts'
import type { Ctx } from '../core/context.ts'
import { message, type Reply, toast } from './replies.ts'
import type { Scene } from './scene.ts'
import { readCode } from './staff-case.ts'
import { showQueue } from './staff-queue.ts'

/** `/invite`: who waits for an invitation; `/invite <code>`: invites. */
export async function invite(ctx: Ctx, scene: Scene, args: string): Promise<Reply[]> {
  const { voice } = scene
  if (args.trim() === '') return showQueue(ctx, scene, 'submitted', 1, message)
  const code = readCode(args)
  if (!code) return [message(voice.html('case-form', { example: voice.label('command-invite.example') }))]
  await inviteByHand(ctx, { code })
  return [message(voice.html('invited', { code }))]
}

export async function pressInvite(ctx: Ctx, { voice }: Scene, press: { code: string; version: string }): Promise<Reply[]> {
  const { code } = await inviteByHand(ctx, { code: press.code, version: Number(press.version) })
  return [toast(voice.label('toast-invited')), { kind: 'close', html: voice.html('invited', { code }) }]
}
