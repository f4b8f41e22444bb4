import type { Api } from 'grammy'
import type { Ctx } from '../../core/context.ts'
import { type Claimed, claimMessages } from '../../core/message/claim.ts'
import { prepareMessage } from '../../core/message/prepare.ts'
import { settleMessage } from '../../core/message/settle.ts'
import { inlineKeyboard } from '../../texts/keyboard.ts'
import { renderMessage } from '../../texts/render.ts'

/** The delivery worker's way without its care: claim, word, send or edit, settle, until nothing waits. Returns the kinds, in order. */
export async function deliverAll(ctx: Ctx, api: Api): Promise<string[]> {
  const kinds: string[] = []
  for (let claimed = await claimMessages(ctx, 50); claimed.length > 0; claimed = await claimMessages(ctx, 50)) {
    for (const { row, person } of claimed) {
      const telegramMessageId = await deliverOne(ctx, api, { row, person })
      await settleMessage(
        ctx,
        row,
        telegramMessageId === undefined ? { end: 'dropped', error: 'nothing to say' } : { end: 'sent', telegramMessageId },
      )
      kinds.push(row.kind)
    }
  }
  return kinds
}

async function deliverOne(ctx: Ctx, api: Api, { row, person }: Claimed): Promise<number | undefined> {
  const view = await prepareMessage(ctx, row)
  if (!view) return undefined
  const reader = {
    locale: person.locale,
    timeZone: person.timeZone ?? ctx.officeTimeZone,
    zoneKnown: person.timeZone !== null,
  }
  const { html, buttons } = renderMessage(view, reader, ctx.now())
  const options = { parse_mode: 'HTML', reply_markup: { inline_keyboard: inlineKeyboard(buttons) } } as const
  const { caseId } = row
  const isCard = row.kind === 'status-card' && caseId !== null && !('fresh' in row.params)
  const found = isCard ? await ctx.db.query.cases.findFirst({ where: (cases, { eq }) => eq(cases.id, caseId) }) : undefined
  const old = found?.cardMessageId
  if (!old) return (await api.sendMessage(person.telegramId, html, options).catch(() => undefined))?.message_id
  // "message is not modified" is success too
  await api.editMessageText(person.telegramId, old, html, options).catch(() => undefined)
  return old
}
