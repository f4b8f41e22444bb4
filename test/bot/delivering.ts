import type { Api } from 'grammy'
import type { Ctx } from '../../core/context.ts'
import { claimMessages } from '../../core/message/claim.ts'
import { settleMessage } from '../../core/message/settle.ts'
import { sendMessage } from '../../jobs/send.ts'

/** The delivery worker's way without its care: claim, send or edit, settle, until nothing waits. Returns the kinds, in order. */
export async function deliverAll(ctx: Ctx, api: Api): Promise<string[]> {
  const kinds: string[] = []
  for (let claimed = await claimMessages(ctx, 50); claimed.length > 0; claimed = await claimMessages(ctx, 50)) {
    for (const one of claimed) {
      const delivery = await sendMessage(ctx, api, one).catch(() => ({ end: 'dropped' as const, error: 'refused' }))
      await settleMessage(ctx, one.row, delivery)
      kinds.push(one.row.kind)
    }
  }
  return kinds
}
