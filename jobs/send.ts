import { type Api, GrammyError } from 'grammy'
import { readCase } from '../core/case/load.ts'
import type { Ctx } from '../core/context.ts'
import type { Claimed } from '../core/message/claim.ts'
import { prepareMessage } from '../core/message/prepare.ts'
import type { Delivery } from '../core/message/settle.ts'
import { inlineKeyboard, linesOfRefusedLinks } from '../texts/keyboard.ts'
import { renderMessage } from '../texts/render.ts'

/** Words one claimed row as things are now and sends it. Returns how that ended; throws what the Bot API threw. */
export async function sendMessage(ctx: Ctx, api: Api, { row, person }: Claimed): Promise<Delivery> {
  const now = ctx.now()
  if (row.expiresAt && row.expiresAt <= now) return { end: 'dropped', error: 'its moment had passed' }
  const view = await prepareMessage(ctx, row)
  if (!view) return { end: 'dropped', error: 'it was no longer so' }
  const reader = { locale: person.locale, timeZone: person.timeZone ?? ctx.officeTimeZone, zoneKnown: person.timeZone !== null }
  const { html, buttons, protect, quietLinks } = renderMessage(view, reader, now)
  const text = [html, ...linesOfRefusedLinks(buttons)].join('\n')
  const reply_markup = { inline_keyboard: inlineKeyboard(buttons) }
  const look = {
    parse_mode: 'HTML',
    reply_markup,
    ...(quietLinks ? { link_preview_options: { is_disabled: true } } : {}),
  } as const
  const send = () => api.sendMessage(person.telegramId, text, { ...look, ...(protect ? { protect_content: true } : {}) })
  if (row.kind !== 'status-card' || !row.caseId) return { end: 'sent', telegramMessageId: (await send()).message_id }

  const { cardMessageId } = await readCase(ctx, { id: row.caseId })
  const fresh = row.params.fresh === true
  if (cardMessageId !== null && !fresh && (await edit(() => api.editMessageText(person.telegramId, cardMessageId, text, look)))) {
    return { end: 'sent', telegramMessageId: cardMessageId }
  }
  const sent = await send()
  // one card a case: the old one goes, unless it is too old to be deleted
  if (cardMessageId !== null) await api.deleteMessage(person.telegramId, cardMessageId).catch(() => {})
  return { end: 'sent', telegramMessageId: sent.message_id }
}

/** True when the message now shows this; false when it can no longer be edited and is to be sent anew. */
async function edit(call: () => Promise<unknown>): Promise<boolean> {
  try {
    await call()
    return true
  } catch (error) {
    if (!(error instanceof GrammyError) || error.error_code !== 400) throw error
    if (error.description.includes('message is not modified')) return true
    if (/message to edit not found|message can't be edited|MESSAGE_ID_INVALID/.test(error.description)) return false
    throw error
  }
}
