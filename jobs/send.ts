import { type Api, GrammyError, InputFile } from 'grammy'
import { readCase } from '../core/case/load.ts'
import type { Ctx } from '../core/context.ts'
import type { Claimed } from '../core/message/claim.ts'
import { findEarlier, findSpokenCode } from '../core/message/earlier.ts'
import { type MessageRow, prepareMessage } from '../core/message/prepare.ts'
import type { Delivery } from '../core/message/settle.ts'
import type { MessageView, Reader } from '../core/message/view.ts'
import type { Rendered } from '../texts/cards/voice.ts'
import { inlineKeyboard, linesOfRefusedLinks } from '../texts/keyboard.ts'
import { renderMessage } from '../texts/render.ts'
import { fileKinds, type MessageFile, makeFile } from './files.ts'

/** Words one claimed row as things are now and sends it. Returns how that ended; throws what the Bot API threw, or the file's maker. */
export async function sendMessage(ctx: Ctx, api: Api, { row, to, reader }: Claimed): Promise<Delivery> {
  const now = ctx.now()
  if (row.expiresAt && row.expiresAt <= now) return { end: 'dropped', error: 'its moment had passed' }
  if (row.kind === 'spoken-code-over') return takeBack(ctx, api, to, row)
  const view = await prepareMessage(ctx, row)
  if (!view) return noLongerSo
  const rendered = renderMessage(view, reader, now)
  if (row.kind === 'status-card' && row.caseId) return sendCard(ctx, api, to, rendered, row)

  const file = fileKinds.includes(row.kind) ? await makeWhileShown(ctx, api, to, view, reader) : undefined
  if (fileKinds.includes(row.kind) && !file) return noLongerSo
  const sent = await (file ? sendFile(api, to, rendered, file) : sendText(api, to, rendered))
  await remove(api, to, await findEarlier(ctx, row))
  return { end: 'sent', telegramMessageId: sent.message_id }
}

/** Whoever asked for a picture or tables sees in the chat that they are being made. Lost on the way it is no loss. */
async function makeWhileShown(ctx: Ctx, api: Api, to: number, view: MessageView, reader: Reader) {
  const action = view.kind.endsWith('-picture') ? 'upload_photo' : view.kind === 'calendar' ? undefined : 'upload_document'
  if (action) await api.sendChatAction(to, action).catch(() => {})
  return makeFile(ctx, view, reader)
}

const noLongerSo: Delivery = { end: 'dropped', error: 'it was no longer so' }

const textOf = ({ html, buttons }: Rendered) => [html, ...linesOfRefusedLinks(buttons)].join('\n')

function lookOf({ buttons, protect, silent }: Rendered) {
  return {
    parse_mode: 'HTML',
    reply_markup: { inline_keyboard: inlineKeyboard(buttons) },
    ...(protect ? { protect_content: true } : {}),
    ...(silent ? { disable_notification: true } : {}),
  } as const
}

const preview = ({ quietLinks }: Rendered) => (quietLinks ? { link_preview_options: { is_disabled: true } } : {})

function sendText(api: Api, to: number, rendered: Rendered) {
  return api.sendMessage(to, textOf(rendered), { ...lookOf(rendered), ...preview(rendered) })
}

function sendFile(api: Api, to: number, rendered: Rendered, { as, name, bytes }: MessageFile) {
  const caption = { caption: textOf(rendered), ...lookOf(rendered) }
  const file = new InputFile(bytes, name)
  return as === 'photo' ? api.sendPhoto(to, file, caption) : api.sendDocument(to, file, caption)
}

/** One card a case: edited in place, or sent anew and the old one taken away. */
async function sendCard(ctx: Ctx, api: Api, to: number, rendered: Rendered, row: MessageRow): Promise<Delivery> {
  const { cardMessageId } = await readCase(ctx, { id: row.caseId ?? '' })
  const fresh = row.params.fresh === true
  if (cardMessageId !== null && !fresh) {
    const { reply_markup, parse_mode } = lookOf(rendered)
    const look = { reply_markup, parse_mode, ...preview(rendered) }
    if (await edit(() => api.editMessageText(to, cardMessageId, textOf(rendered), look)))
      return { end: 'sent', telegramMessageId: cardMessageId }
  }
  const sent = await sendText(api, to, rendered)
  await remove(api, to, cardMessageId ?? undefined)
  return { end: 'sent', telegramMessageId: sent.message_id }
}

/** A code that is over leaves the chat. Where it was never sent there is nothing to do. */
async function takeBack(ctx: Ctx, api: Api, to: number, row: MessageRow): Promise<Delivery> {
  await remove(api, to, await findSpokenCode(ctx, row))
  return { end: 'sent' }
}

/** Takes a message of ours out of the chat, unless it is too old for that. */
async function remove(api: Api, chatId: number, messageId: number | undefined): Promise<void> {
  if (messageId !== undefined) await api.deleteMessage(chatId, messageId).catch(() => {})
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
