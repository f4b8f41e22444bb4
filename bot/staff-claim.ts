import type { Ctx } from '../core/context.ts'
import { claimAdmin } from '../core/staff/claim.ts'
import { message, type Reply } from './replies.ts'
import type { Scene } from './scene.ts'

/** The first admin, by the code printed at start. Anything else gets the answer of an unknown command. */
export async function claim(ctx: Ctx, scene: Scene, args: string): Promise<Reply[]> {
  const { sender, locale, voice } = scene
  const { telegramId, firstName } = sender
  const code = args.normalize('NFKC').trim().toUpperCase()
  const member = await claimAdmin(ctx, { telegramId, name: firstName, locale, code })
  return [message(voice.html('desk-claimed')), { kind: 'menu', telegramId, locale, roles: member.roles }]
}
