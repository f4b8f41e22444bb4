import { askPatience } from '../core/call/patience.ts'
import type { Ctx } from '../core/context.ts'
import { type Reply, toast } from './replies.ts'
import type { Scene } from './scene.ts'

/** "Two more minutes", under the card that says that the applicant is waiting. */
export async function pressPatience(ctx: Ctx, { voice }: Scene, { code }: { code: string }): Promise<Reply[]> {
  const until = await askPatience(ctx, { code })
  return [toast(voice.label('toast-patience', { until: voice.shortTime(until.toISOString()) }))]
}
