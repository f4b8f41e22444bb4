import type { InlineKeyboardButton } from '@grammyjs/types'
import { escapeHtml } from './fluent.ts'
import { encodePress, type Press } from './press.ts'

/** A button as the renderers make it: a press, or a link. */
export interface Button {
  label: string
  press?: Press
  url?: string
  /** `url` opens inside the messenger, in a frame; an extra beside a plain link, so it is left out where it cannot be */
  inChat?: true
  style?: 'primary' | 'success' | 'danger'
}

/** Telegram refuses URLs without a public-looking host on buttons; 127.0.0.1 passes, `localhost` does not. */
function isButtonUrl(url: string): boolean {
  const { protocol, hostname } = new URL(url)
  return (protocol === 'https:' || protocol === 'http:') && hostname.includes('.')
}

/** The Bot API's inline keyboard. A link that a button would be refused for is left out: `linesOfRefusedLinks` puts it into the text. */
export function inlineKeyboard(rows: readonly (readonly Button[])[]): InlineKeyboardButton[][] {
  return rows
    .map(row => row.filter(button => button.url === undefined || isButtonUrl(button.url)).map(toApi))
    .filter(row => row.length > 0)
}

function toApi({ label, press, url, style, inChat }: Button): InlineKeyboardButton {
  const look = style ? { text: label, style } : { text: label }
  if (url !== undefined) return inChat ? { ...look, web_app: { url } } : { ...look, url }
  if (press) return { ...look, callback_data: encodePress(press) }
  throw new Error(`button "${label}" does nothing`)
}

/** The links that cannot stand on buttons, one a line, to be added to the text (HTML). */
export function linesOfRefusedLinks(rows: readonly (readonly Button[])[]): string[] {
  return rows
    .flat()
    .filter(button => button.url !== undefined && !isButtonUrl(button.url) && !button.inChat)
    .map(button => `<a href="${escapeHtml(button.url ?? '')}">${escapeHtml(button.label)}</a>`)
}
