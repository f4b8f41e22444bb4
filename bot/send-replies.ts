import { setTimeout as pause } from 'node:timers/promises'
import type { InlineKeyboardMarkup, ReplyKeyboardMarkup, ReplyKeyboardRemove } from '@grammyjs/types'
import { type Api, GrammyError, InputFile } from 'grammy'
import type { Log } from '../core/context.ts'
import { describeError } from '../core/database-errors.ts'
import { type Button, inlineKeyboard, linesOfRefusedLinks } from '../texts/keyboard.ts'
import { pickRequest } from './incoming.ts'
import { setMenu } from './menus.ts'
import { type Pictures, sendPicture } from './pictures.ts'
import type { AnswerKeys, Reply } from './replies.ts'

/** A 429 is waited for when it asks for no more than this: a person is looking at the screen. */
const longestWaitSeconds = 3
const longestToast = 200

export interface Address {
  chatId: number
  /** the message that came */
  saidId?: number
  /** isPicture: the pressed message is a picture with a caption */
  press?: { queryId: string; messageId: number | undefined; isPicture?: boolean }
}

export interface Sending {
  api: Api
  log: Log
  pictures: Pictures
}

/**
 * Sends what a handler answered with; a press is always acknowledged, with a toast or without. False when an answer was lost on the
 * way (network, the messenger's own fault), so that the update is to be taken again: it then shows the present state (G2).
 */
export async function sendReplies(
  { api, log, pictures }: Sending,
  address: Address,
  replies: readonly Reply[],
): Promise<boolean> {
  const { press } = address
  const said = replies.find(reply => reply.kind === 'toast')
  const acknowledged = press ? attempt(log, () => acknowledge(api, press.queryId, said)) : Promise.resolve(true)
  let arrived = true
  for (const reply of replies) {
    if (reply.kind !== 'toast' && !(await attempt(log, () => send(api, pictures, address, reply)))) arrived = false
  }
  return (await acknowledged) && arrived
}

type Toast = Extract<Reply, { kind: 'toast' }>

async function acknowledge(api: Api, queryId: string, said: Toast | undefined): Promise<void> {
  const text = said ? { text: [...said.text].slice(0, longestToast).join(''), show_alert: said.alert ?? false } : {}
  await api.answerCallbackQuery(queryId, text)
}

async function send(api: Api, pictures: Pictures, address: Address, reply: Exclude<Reply, Toast>): Promise<void> {
  if (reply.kind === 'forget') return forget(api, address)
  if (reply.kind === 'menu') return setMenu(api, reply)
  if (reply.kind === 'file') return sendFile(api, address.chatId, reply)
  if ((reply.kind === 'message' || reply.kind === 'edit') && reply.picture) {
    const messageId = reply.kind === 'edit' ? address.press?.messageId : undefined
    const pictured = { ...reply, picture: reply.picture }
    if (await sendPicture(api, pictures, { chatId: address.chatId, messageId }, pictured)) return
  }
  if (reply.kind === 'message') return sendMessage(api, address.chatId, reply)
  return change(api, address, reply)
}

/** Puts other words into the message that was pressed. */
async function change(api: Api, { chatId, press }: Address, reply: Extract<Reply, { kind: 'edit' | 'close' }>): Promise<void> {
  const buttons = reply.kind === 'edit' ? (reply.buttons ?? []) : []
  if (press?.messageId === undefined)
    return reply.kind === 'edit' ? sendMessage(api, chatId, { html: reply.html, buttons }) : undefined
  const html = withLinks(reply.html, buttons)
  const markup = { reply_markup: { inline_keyboard: inlineKeyboard(buttons) } }
  try {
    if (press.isPicture) await api.editMessageCaption(chatId, press.messageId, { caption: html, parse_mode: 'HTML', ...markup })
    else await api.editMessageText(chatId, press.messageId, html, { ...options, ...markup })
  } catch (error) {
    if (!isRefused(error, 400) || /message is not modified/i.test(error.description)) throw error
    if (reply.kind === 'edit') await sendMessage(api, chatId, { html: reply.html, buttons })
  }
}

async function forget(api: Api, { chatId, saidId }: Address): Promise<void> {
  if (saidId !== undefined) await api.deleteMessage(chatId, saidId).catch(() => undefined)
}

const options = { parse_mode: 'HTML', link_preview_options: { is_disabled: true } } as const

type Sent = { html: string; buttons?: Button[][]; keys?: AnswerKeys | 'remove'; protect?: boolean }

async function sendMessage(api: Api, chatId: number, { html, buttons = [], keys, protect }: Sent): Promise<void> {
  const markup = keys ? answerKeyboard(keys) : inlineMarkup(buttons)
  await api.sendMessage(chatId, withLinks(html, buttons), {
    ...options,
    ...(markup ? { reply_markup: markup } : {}),
    ...(protect ? { protect_content: true } : {}),
  })
}

async function sendFile(api: Api, chatId: number, reply: Extract<Reply, { kind: 'file' }>): Promise<void> {
  const file = new InputFile(reply.bytes, reply.name)
  const look = { caption: reply.html, parse_mode: 'HTML', ...(reply.protect ? { protect_content: true } : {}) } as const
  await (reply.as === 'photo' ? api.sendPhoto(chatId, file, look) : api.sendDocument(chatId, file, look))
}

const withLinks = (html: string, buttons: Button[][]) => [html, ...linesOfRefusedLinks(buttons)].join('\n')

function inlineMarkup(buttons: Button[][]): InlineKeyboardMarkup | undefined {
  const rows = inlineKeyboard(buttons)
  return rows.length > 0 ? { inline_keyboard: rows } : undefined
}

/** Bots cannot be on the team. The name is asked for, because people who never wrote to the bot are unknown to it. */
const onePerson = { request_id: pickRequest, user_is_bot: false, max_quantity: 1, request_name: true } as const

function answerKeyboard(keys: AnswerKeys | 'remove'): ReplyKeyboardMarkup | ReplyKeyboardRemove {
  if (keys === 'remove') return { remove_keyboard: true }
  const keyboard = keys.rows.map(row =>
    row.map(({ label, shareContact, shareLocation, pickPerson }) => ({
      text: label,
      ...(shareContact ? { request_contact: true as const } : {}),
      ...(shareLocation ? { request_location: true as const } : {}),
      ...(pickPerson ? { request_users: onePerson } : {}),
    })),
  )
  const placeholder = keys.placeholder ? { input_field_placeholder: keys.placeholder } : {}
  return { keyboard, resize_keyboard: true, one_time_keyboard: true, ...placeholder }
}

/** One call with at most one more try. False: lost on the way. What the messenger refuses for good is logged and not tried again. */
async function attempt(log: Log, call: () => Promise<unknown>, mayWait = true): Promise<boolean> {
  try {
    await call()
    return true
  } catch (error) {
    if (!(error instanceof GrammyError)) {
      log.warn({ error: describeError(error) }, 'a reply was lost on the way')
      return false
    }
    const wait = error.parameters.retry_after ?? Number.POSITIVE_INFINITY
    if (error.error_code === 429 && mayWait && wait <= longestWaitSeconds) {
      await pause(wait * 1000)
      return attempt(log, call, false)
    }
    if (isHarmless(error)) return true
    log.warn({ method: error.method, code: error.error_code, description: error.description }, 'a reply was refused')
    return error.error_code < 500 && error.error_code !== 429
  }
}

/** Blocked by the person; an edit that changes nothing; a press that was acknowledged before or is too old. */
function isHarmless({ error_code, description }: GrammyError): boolean {
  return error_code === 403 || /message is not modified|query is too old/i.test(description)
}

function isRefused(error: unknown, code: number): error is GrammyError {
  return error instanceof GrammyError && error.error_code === code
}
