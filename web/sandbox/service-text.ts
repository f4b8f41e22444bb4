import type { SharedUser } from '@grammyjs/types'
import type { Message } from '../../sandbox/contract.ts'
import type { Texts } from './texts.ts'

/** A message in one line: for quotes of it and for "pinned". */
export function snippet(texts: Texts, message: Message): string {
  const text = message.text ?? message.caption
  if (text) return text.replace(/\s+/g, ' ').slice(0, 120)
  if (message.photo) return texts.photo
  if (message.document) return message.document.file_name ?? texts.document
  if (message.contact) return texts.contact
  if (message.location) return texts.location
  if (message.sticker) return message.sticker.emoji ?? texts.sticker
  if (message.voice) return texts.voice
  return texts.unsupported
}

/** What the messenger itself says in the middle of the chat, or undefined for somebody's message. */
export function serviceText(texts: Texts, message: Message): string | undefined {
  const pinned = message.pinned_message
  if (pinned) return texts.pinned('text' in pinned ? snippet(texts, pinned as Message) : `#${pinned.message_id}`)
  const shared = message.users_shared?.users
  if (shared) return texts.usersShared(shared.map(sharedName).join(', '))
  if (message.web_app_data) return texts.webAppData
  if (message.write_access_allowed) return texts.writeAccess
  return undefined
}

/** A bot that did not ask for names gets, and shows, numbers only. */
const sharedName = ({ user_id, first_name, last_name }: SharedUser): string =>
  [first_name, last_name].filter(Boolean).join(' ') || String(user_id)
