import type { InlineKeyboardButton, KeyboardButton } from '@grammyjs/types'
import { z } from 'zod'
import type { AnyMarkup } from '../contract.ts'
import { checkLink } from '../text/links.ts'
import { badRequest } from './errors.ts'
import { flag, integer, json } from './fields.ts'

const MAX_BUTTONS = 100
const MAX_CALLBACK_BYTES = 64
const MAX_COPY_LENGTH = 256

const look = { icon_custom_emoji_id: z.string().exactOptional(), style: z.enum(['danger', 'success', 'primary']).exactOptional() }
const webApp = z.object({ url: z.string() })

const inlineButton = z.object({
  text: z.string(),
  ...look,
  url: z.string().exactOptional(),
  callback_data: z.string().exactOptional(),
  web_app: webApp.exactOptional(),
  login_url: z.looseObject({ url: z.string() }).exactOptional(),
  copy_text: z.object({ text: z.string() }).exactOptional(),
  switch_inline_query: z.string().exactOptional(),
  switch_inline_query_current_chat: z.string().exactOptional(),
  disabled: z.object({}).exactOptional(),
})

const requestUsers = z.looseObject({ request_id: integer })
const keyboardButton = z.union([
  z.string().transform(text => ({ text })),
  z.object({
    text: z.string(),
    ...look,
    request_contact: flag.exactOptional(),
    request_location: flag.exactOptional(),
    request_users: requestUsers.exactOptional(),
    request_chat: z.looseObject({ request_id: integer, chat_is_channel: z.boolean() }).exactOptional(),
    request_poll: z.object({ type: z.enum(['quiz', 'regular']).exactOptional() }).exactOptional(),
    web_app: webApp.exactOptional(),
  }),
])

const input = { input_field_placeholder: z.string().exactOptional(), selective: z.boolean().exactOptional() }
const markup = json(
  z.union([
    z.object({ inline_keyboard: z.array(z.array(inlineButton)) }),
    z.object({
      keyboard: z.array(z.array(keyboardButton)),
      is_persistent: z.boolean().exactOptional(),
      resize_keyboard: z.boolean().exactOptional(),
      one_time_keyboard: z.boolean().exactOptional(),
      ...input,
    }),
    z.object({ remove_keyboard: z.literal(true), selective: z.boolean().exactOptional() }),
    z.object({ force_reply: z.literal(true), ...input }),
  ]),
  'reply keyboard markup',
)

/** Checks a markup as Telegram does and returns it as it will stand on the message; none where no button is left. */
export function readMarkup(raw: unknown): AnyMarkup | undefined {
  if (raw === undefined || raw === '' || isEmptyObject(raw)) return undefined
  const parsed = markup.safeParse(raw)
  if (!parsed.success) throw badRequest(explain(raw))
  const value = parsed.data
  if ('inline_keyboard' in value) {
    const rows = value.inline_keyboard.filter(row => row.length > 0).map(row => row.map(checkInlineButton))
    if (rows.flat().length > MAX_BUTTONS) throw badRequest('REPLY_MARKUP_TOO_LONG')
    return rows.length > 0 ? { inline_keyboard: rows } : undefined
  }
  if ('keyboard' in value) {
    const keyboard = value.keyboard.filter(row => row.length > 0).map(row => row.map(checkKeyboardButton))
    if (keyboard.flat().length > MAX_BUTTONS * 3) throw badRequest('REPLY_MARKUP_TOO_LONG')
    checkPlaceholder(value.input_field_placeholder)
    return keyboard.length > 0 ? { ...value, keyboard } : undefined
  }
  if ('force_reply' in value) checkPlaceholder(value.input_field_placeholder)
  return value
}

/** For edits: only an inline keyboard can be put on an existing message. */
export function readInlineMarkup(raw: unknown) {
  const value = readMarkup(raw)
  if (value && !('inline_keyboard' in value)) throw badRequest('inline keyboard expected')
  return value
}

function checkInlineButton({
  text,
  style,
  icon_custom_emoji_id,
  ...action
}: z.output<typeof inlineButton>): InlineKeyboardButton {
  const label = text.trim()
  if (label === '') throw badRequest('can\'t parse inline keyboard button: Field "text" must be non-empty')
  const common = { text: label, ...(style ? { style } : {}), ...(icon_custom_emoji_id ? { icon_custom_emoji_id } : {}) }
  if (action.url !== undefined) return { ...common, url: checkedUrl('inline keyboard button URL', action.url) }
  if (action.callback_data !== undefined) {
    const bytes = Buffer.byteLength(action.callback_data)
    if (bytes < 1 || bytes > MAX_CALLBACK_BYTES) throw badRequest('BUTTON_DATA_INVALID')
    return { ...common, callback_data: action.callback_data }
  }
  if (action.web_app)
    return { ...common, web_app: { url: checkedUrl('inline keyboard button Web App URL', action.web_app.url, true) } }
  if (action.login_url) {
    const url = checkedUrl('inline keyboard button login URL', action.login_url.url, true)
    return { ...common, url }
  }
  if (action.copy_text) {
    const { length } = action.copy_text.text
    if (length < 1 || length > MAX_COPY_LENGTH) throw badRequest('BUTTON_COPY_TEXT_INVALID')
    return { ...common, copy_text: action.copy_text }
  }
  if (action.switch_inline_query !== undefined) return { ...common, switch_inline_query: action.switch_inline_query }
  if (action.switch_inline_query_current_chat !== undefined)
    return { ...common, switch_inline_query_current_chat: action.switch_inline_query_current_chat }
  if (action.disabled) return { ...common, disabled: {} }
  throw badRequest("can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard")
}

function checkKeyboardButton(button: z.output<typeof keyboardButton>): Exclude<KeyboardButton, string> {
  const text = button.text.trim()
  if (text === '') throw badRequest('can\'t parse keyboard button: Field "text" must be non-empty')
  if (!('web_app' in button) || button.web_app === undefined) return { ...button, text }
  return { ...button, text, web_app: { url: checkedUrl('keyboard button Web App URL', button.web_app.url, true) } }
}

function checkedUrl(what: string, url: string, httpsOnly = false): string {
  const checked = checkLink(url, { httpsOnly })
  if ('problem' in checked) throw badRequest(`${what} '${url}' is invalid: ${checked.problem}`)
  return checked.url
}

function checkPlaceholder(placeholder: string | undefined): void {
  if (placeholder !== undefined && (placeholder.length < 1 || placeholder.length > 64))
    throw badRequest('INPUT_FIELD_PLACEHOLDER_INVALID')
}

function isEmptyObject(raw: unknown): boolean {
  return raw === '{}' || (typeof raw === 'object' && raw !== null && Object.keys(raw).length === 0)
}

function explain(raw: unknown): string {
  const text = typeof raw === 'string' ? raw : JSON.stringify(raw)
  if (!text.trimStart().startsWith('{')) return 'object expected as reply markup'
  if (text.includes('"inline_keyboard"')) return "can't parse inline keyboard button: Can't parse the button"
  return "can't parse reply keyboard markup JSON object"
}
