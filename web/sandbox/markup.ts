import type { InlineKeyboardMarkup, KeyboardButton, ReplyKeyboardMarkup } from '@grammyjs/types'
import type { AnyMarkup, Message } from '../../sandbox/contract.ts'

/** The sandbox sends every kind of markup along with a message, not only inline keyboards as the Bot API's type says. */
function markupOf(message: Message): AnyMarkup | undefined {
  return message.reply_markup as AnyMarkup | undefined
}

export function inlineKeyboardOf(message: Message): InlineKeyboardMarkup['inline_keyboard'] {
  const markup = markupOf(message)
  return markup && 'inline_keyboard' in markup ? markup.inline_keyboard : []
}

export interface ActiveKeyboard {
  messageId: number
  markup: ReplyKeyboardMarkup
  /** a one-time keyboard that has done its duty: hidden until asked for */
  used: boolean
}

export type CustomKeyboardButton = Exclude<KeyboardButton, string>

export function buttonOf(button: KeyboardButton): CustomKeyboardButton {
  return typeof button === 'string' ? { text: button } : button
}

function uses(message: Message, markup: ReplyKeyboardMarkup): boolean {
  if (message.from?.is_bot) return false
  if (message.contact || message.location || message.users_shared) return true
  return markup.keyboard.flat().some(button => buttonOf(button).text === message.text)
}

/** The reply keyboard that holds in a chat: that of the last message which set, replaced or removed one. */
export function activeKeyboard(messages: Message[]): ActiveKeyboard | undefined {
  for (let at = messages.length - 1; at >= 0; at -= 1) {
    const message = messages[at]
    const markup = message && markupOf(message)
    if (!message || !markup || 'inline_keyboard' in markup) continue
    if (!('keyboard' in markup)) return undefined
    const used = markup.one_time_keyboard === true && messages.slice(at + 1).some(later => uses(later, markup))
    return { messageId: message.message_id, markup, used }
  }
  return undefined
}

/** The message that asks to be replied to, while it is the bot's last word and has had no answer. */
export function forcedReply(messages: Message[]): { message: Message; placeholder?: string } | undefined {
  const message = messages.at(-1)
  const markup = message && markupOf(message)
  if (!message?.from?.is_bot || !markup || !('force_reply' in markup) || 'inline_keyboard' in markup) return undefined
  const placeholder = 'input_field_placeholder' in markup ? markup.input_field_placeholder : undefined
  return { message, ...(placeholder === undefined ? {} : { placeholder }) }
}
