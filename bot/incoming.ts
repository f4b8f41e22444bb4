import type { Message, Update, User } from '@grammyjs/types'
import type { Locale } from '../core/message/kinds.ts'

export interface Sender {
  telegramId: number
  firstName: string
  languageCode: string | undefined
}

/** What a person may do in a chat, as far as the bot tells it apart. */
export type Content =
  | { kind: 'command'; name: string; args: string }
  | { kind: 'text'; text: string }
  | { kind: 'press'; queryId: string; data: string; messageId?: number; shownText: string; isPicture?: true }
  /** `album`: Telegram's name for the group of pictures that this one was sent in */
  | { kind: 'image'; fileId: string; size: number | undefined; album?: string; caption?: string }
  /** `isTable`: may be a file of comma-separated values */
  | { kind: 'document'; fileId: string; size: number | undefined; isTable: boolean }
  | { kind: 'contact'; phone: string; userId: number | undefined; name: string }
  /** chosen in the client's list of people; `name` is empty where the client did not give it */
  | { kind: 'picked'; userId: number; name: string }
  | { kind: 'location'; latitude: number; longitude: number }
  | { kind: 'edited' }
  /** words or pictures of somebody else, or made by another bot: no answer of this person's own */
  | { kind: 'passed-on' }
  | { kind: 'other' }

export interface Incoming {
  updateId: number
  sender: Sender
  content: Content
  /** of what was said */
  messageId?: number
}

/** The kinds of update that the bot asks Telegram for. */
export const allowedUpdates = ['message', 'edited_message', 'callback_query', 'my_chat_member'] as const

/**
 * A person's own act in a private chat; undefined for anything else: groups and channels with their anonymous admins, other bots,
 * inline queries, business chats, reactions, what the messenger itself notes in a chat, and kinds of update that are yet to come.
 */
export function readIncoming(update: Update): Incoming | undefined {
  const { update_id: updateId, message, edited_message: edited, callback_query: query } = update
  if (query) {
    const pressed = query.message
    if (!isPerson(query.from) || (pressed && pressed.chat.type !== 'private')) return undefined
    const shownText = pressed && 'text' in pressed ? (pressed.text ?? '') : ''
    const messageId = pressed ? { messageId: pressed.message_id } : {}
    const isPicture = pressed && 'photo' in pressed && pressed.photo ? { isPicture: true as const } : {}
    const content: Content = { kind: 'press', queryId: query.id, data: query.data ?? '', shownText, ...messageId, ...isPicture }
    return { updateId, sender: senderOf(query.from), content }
  }
  const said = message ?? edited
  if (said?.chat?.type !== 'private' || !said.from || !isPerson(said.from) || isServiceNote(said)) return undefined
  // a place that is shared live is "edited" every few seconds
  if (!message && said.location) return undefined
  return {
    updateId,
    sender: senderOf(said.from),
    content: message ? readMessage(message) : { kind: 'edited' },
    messageId: said.message_id,
  }
}

/** The number of our one request for a person: the client's answer carries it. */
export const pickRequest = 1

/** Written into the chat by the messenger when the person did something with the chat itself: not said to the bot, so not answered. */
const serviceNotes = [
  'pinned_message',
  'message_auto_delete_timer_changed',
  'chat_shared',
  'web_app_data',
  'write_access_allowed',
  'connected_website',
  'passport_data',
  'proximity_alert_triggered',
  'chat_background_set',
  'boost_added',
  'gift',
  'unique_gift',
  'refunded_payment',
  'successful_payment',
  'giveaway_created',
  'video_chat_scheduled',
  'video_chat_started',
  'video_chat_ended',
] as const

function isServiceNote(message: Message): boolean {
  const { users_shared: shared } = message
  return serviceNotes.some(note => note in message) || (shared !== undefined && shared.request_id !== pickRequest)
}

/** The group or channel that somebody has just put the bot into; it leaves again. */
export function readJoinedGroup(update: Update): number | undefined {
  const change = update.my_chat_member
  if (!change || change.chat.type === 'private') return undefined
  return ['member', 'administrator', 'restricted'].includes(change.new_chat_member.status) ? change.chat.id : undefined
}

/** Whose turn it is in the order of updates; one that belongs to nobody has a line of its own. */
export function lineOf(update: Update): string {
  const from = update.message?.from ?? update.edited_message?.from ?? update.callback_query?.from
  return from ? `person ${from.id}` : `update ${update.update_id}`
}

/** Telegram's language tag as one that the desk speaks. */
export function localeOf(languageCode: string | undefined, fallback: Locale): Locale {
  const language = languageCode?.toLowerCase().split(/[-_]/)[0]
  if (language === 'zh') return 'zh-CN'
  return language === 'en' ? 'en' : fallback
}

const isPerson = (user: User): boolean => !user.is_bot

function senderOf({ id, first_name, language_code }: User): Sender {
  return { telegramId: id, firstName: first_name, languageCode: language_code }
}

function readMessage(message: Message): Content {
  // a contact is somebody else's by its nature, and a forwarded one as good as a new one
  if (!message.contact && isPassedOn(message)) return { kind: 'passed-on' }
  if (message.text !== undefined) return readText(message.text)
  if (message.users_shared) return readPicked(message.users_shared)
  if (message.contact) {
    const { phone_number: phone, user_id: userId, first_name, last_name } = message.contact
    return { kind: 'contact', phone, userId, name: [first_name, last_name].filter(Boolean).join(' ') }
  }
  const album = message.media_group_id === undefined ? {} : { album: message.media_group_id }
  if (message.location) {
    const { latitude, longitude } = message.location
    return { kind: 'location', latitude, longitude }
  }
  const largest = message.photo?.at(-1)
  const caption = message.caption === undefined ? {} : { caption: message.caption }
  if (largest) return { kind: 'image', fileId: largest.file_id, size: largest.file_size, ...album, ...caption }
  const { document } = message
  if (!document || message.animation) return { kind: 'other' }
  const image = document.mime_type?.startsWith('image/') ?? /\.(?:jpe?g|png|webp|heic|heif)$/i.test(document.file_name ?? '')
  const file = { fileId: document.file_id, size: document.file_size }
  if (image) return { kind: 'image', ...file, ...album, ...caption }
  const isTable = document.mime_type === 'text/csv' || /\.csv$/i.test(document.file_name ?? '')
  return { kind: 'document', ...file, isTable }
}

function readPicked({ users }: NonNullable<Message['users_shared']>): Content {
  const [user] = users
  if (!user) return { kind: 'other' }
  return { kind: 'picked', userId: user.user_id, name: [user.first_name, user.last_name].filter(Boolean).join(' ') }
}

/** Forwarded from somebody else, or sent through another bot. What people forward from their own notes is theirs. */
function isPassedOn({ from, via_bot: bot, forward_origin: origin }: Message): boolean {
  if (bot) return true
  return origin !== undefined && !(origin.type === 'user' && origin.sender_user.id === from?.id)
}

/** `/name@bot arguments`; a full-width slash counts. A lone slash, or one before other signs, is text. */
function readText(text: string): Content {
  const match = /^[/／]([A-Za-z][A-Za-z0-9_]{0,31})(?:@\w+)?(?:\s+([\s\S]*))?$/u.exec(text.trim())
  if (!match?.[1]) return { kind: 'text', text }
  return { kind: 'command', name: match[1].toLowerCase(), args: (match[2] ?? '').trim() }
}
