import type { PictureRef } from '../core/device/pictures.ts'
import type { Locale } from '../core/message/kinds.ts'
import { formatList } from '../texts/format.ts'
import type { Button } from '../texts/keyboard.ts'
import type { Role } from './scene.ts'

/** What stands in place of the letters while the answer is best given by a button below them. */
export interface AnswerKeys {
  /** `pickPerson`: the client offers the people it knows, and sends whom was chosen */
  rows: { label: string; shareContact?: boolean; shareLocation?: boolean; pickPerson?: boolean }[][]
  placeholder?: string
}

/** What a handler answers with. Sent after its transaction has committed. `picture`: the words are its caption then, 1,024 characters at most. */
export type Reply =
  | { kind: 'message'; html: string; buttons?: Button[][]; keys?: AnswerKeys | 'remove'; protect?: boolean; picture?: PictureRef }
  /** of the message whose button was pressed; without one, or where it cannot be edited any more, it is sent anew */
  | { kind: 'edit'; html: string; buttons?: Button[][]; picture?: PictureRef }
  /** takes the person's own message out of the chat, where the messenger lets us */
  | { kind: 'forget' }
  /** closes the pressed message: nothing is sent where that is not possible any more */
  | { kind: 'close'; html: string }
  /** at most 200 characters */
  | { kind: 'toast'; text: string; alert?: boolean }
  /** with `html` as its caption */
  | { kind: 'file'; as: 'photo' | 'document'; name: string; bytes: Buffer; html: string; protect?: boolean }
  /** the command menu of one chat */
  | { kind: 'menu'; telegramId: number; locale: Locale; roles: readonly Role[] }

export const toast = (text: string, alert = false): Reply => ({ kind: 'toast', text, ...(alert ? { alert } : {}) })

export const message = (html: string, buttons?: Button[][]): Reply => ({ kind: 'message', html, ...(buttons ? { buttons } : {}) })

export const edit = (html: string, buttons?: Button[][]): Reply => ({ kind: 'edit', html, ...(buttons ? { buttons } : {}) })

/** Paragraphs of one message, each whole in itself; what does not apply is left out. */
export function paragraphs(...parts: readonly (string | undefined)[]): string {
  return parts.filter(part => part !== undefined && part !== '').join('\n\n')
}

/** Names in a row, as the language writes them: `周一、周二和周三`, `Mon, Tue and Wed`. */
export function listed(locale: Locale, names: readonly string[]): string {
  return formatList(names, locale)
}
