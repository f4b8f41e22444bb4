import type {
  BotCommand,
  ForceReply,
  InlineKeyboardMarkup,
  Message,
  ReplyKeyboardMarkup,
  ReplyKeyboardRemove,
  Update,
} from '@grammyjs/types'

/**
 * What the sandbox page and the sandbox server say to each other: JSON over HTTP under `/sandbox/api`, changes pushed by
 * server-sent events. Messages are the Bot API's own objects, entities already parsed, so the page draws what a client would.
 * One thing more than a bot sees: `reply_markup` stands on a message here whatever its kind (`AnyMarkup`), reply keyboards included.
 *
 * GET  /state                       → SandboxState
 * GET  /chats/:id                   → ChatState (the newest 200 messages)
 * GET  /events                      → SSE; each `data:` line is one SandboxEvent; on (re)connection the page reloads its chats
 * POST /users                       NewUser → SandboxUser                  a fresh applicant ("New applicant")
 * PATCH /users/:id                  { languageCode } → SandboxUser         the client's own language setting
 * POST /chats/:id/text              { text, replyTo? } → Message           `/start x` and other commands are plain text
 * POST /chats/:id/photo             multipart: file, caption? → Message    compressed to sizes, as a messenger does
 * POST /chats/:id/document          multipart: file, caption? → Message
 * POST /chats/:id/contact           { userId? } → Message                  own contact, or another person's when userId is given
 * POST /chats/:id/users            { requestId, userIds } → Message       people chosen for a `request_users` button of the chat
 * POST /chats/:id/location          { latitude, longitude } → Message
 * POST /chats/:id/sticker           {} → Message
 * POST /chats/:id/voice             {} → Message
 * POST /chats/:id/edit              { messageId, text } → Message
 * POST /chats/:id/press             { messageId, data } → { queryId }      the answer arrives as a `callback-answer` event
 * POST /chats/:id/web-app           { url } → { url }                      the same URL with signed `#tgWebAppData=…` appended
 * POST /chats/:id/block             { blocked: boolean } → {}
 * GET  /files/:fileId               → the bytes
 * GET  /faults                      → Fault[];  PUT /faults  Fault[] → Fault[]
 * GET  /clock                       → ClockState;  POST /clock { to: string | 'real' } → ClockState
 *
 * Errors: 4xx with { error: string }, the sentence fit to be shown as a toast, in Chinese or English by `Accept-Language`.
 */
export type Seat = 'applicant' | 'reviewer' | 'admin'

export interface SandboxUser {
  id: number
  seat: Seat
  firstName: string
  lastName?: string
  username?: string
  languageCode: string
  phone: string
}

export interface NewUser {
  seat?: Seat
  firstName?: string
  lastName?: string
  username?: string
  languageCode?: string
}

export interface SandboxState {
  bot: { id: number; firstName: string; username: string }
  users: SandboxUser[]
  /** absent where whoever mounted the sandbox gave it no clock */
  clock?: ClockState
}

export interface ChatState {
  messages: Message[]
  /** the command menu that holds in this chat, for this user's language */
  commands: BotCommand[]
  blocked: boolean
}

/** A moment that is worth stepping to. `label` comes from the host, in both languages. */
export interface ClockStop {
  key: string
  at: string
  label: { zh: string; en: string }
}

export interface ClockState {
  /** desk time, ISO 8601 */
  now: string
  offsetSeconds: number
  /** soonest first; the page offers them as steps */
  stops: ClockStop[]
}

export type SandboxEvent =
  | { type: 'message'; chatId: number; message: Message }
  | { type: 'edited'; chatId: number; message: Message }
  | { type: 'deleted'; chatId: number; messageId: number }
  | { type: 'callback-answer'; chatId: number; queryId: string; text?: string; alert: boolean; url?: string }
  | { type: 'action'; chatId: number; action: string }
  | { type: 'commands'; chatId?: number }
  | { type: 'users' }
  | { type: 'clock' }

/**
 * A fault to inject: the next `times` calls (default: until removed) of `method` (default: any but getUpdates, which would
 * swallow what was meant for others), optionally in one chat only. 429, 500, timeout and 403 strike before the call has any
 * effect; cut lets it take effect and then destroys the connection.
 */
export interface Fault {
  kind: '429' | '500' | 'timeout' | 'cut' | '403'
  method?: string
  chatId?: number
  times?: number
  /** seconds: `retry_after` of a 429, or how long a time-out hangs */
  seconds?: number
}

/** What whoever mounts the sandbox supplies to make the clock control work; the sandbox itself knows no desk. */
export interface SandboxClock {
  state(): Promise<ClockState>
  moveTo(to: Date | 'real'): Promise<void>
}

/** What `reply_markup` of a message may hold on its way to the page. */
export type AnyMarkup = InlineKeyboardMarkup | ReplyKeyboardMarkup | ReplyKeyboardRemove | ForceReply

export type { Message, Update }
