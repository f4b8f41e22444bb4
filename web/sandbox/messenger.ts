import type { ChatState, ClockState, Message, SandboxState, SandboxUser, Seat } from '../../sandbox/contract.ts'
import { recall, remember } from '../shared/remembered.ts'
import { createStore } from '../shared/store.ts'
import { withMessage } from './chat-log.ts'

export const SEATS: Seat[] = ['applicant', 'reviewer', 'admin']

/** The desk's clock as last read, and when it was read by this machine's clock. */
export interface ClockReading extends ClockState {
  readAt: number
}

export interface Messenger {
  line: 'connecting' | 'open' | 'cut'
  bot: SandboxState['bot'] | undefined
  users: SandboxUser[]
  clock: ClockReading | undefined
  /** whom each column shows */
  shown: Partial<Record<Seat, number>>
  /** which column a phone shows */
  tab: Seat
  chats: Record<number, ChatState>
  unread: Record<number, number>
  /** what the bot is doing in a chat, until when (machine milliseconds) */
  doing: Record<number, { action: string; until: number }>
}

function remembered(seat: Seat): number | undefined {
  const value = Number(recall(`mianshen.sandbox.${seat}`))
  return Number.isSafeInteger(value) && value > 0 ? value : undefined
}

export const messenger = createStore<Messenger>({
  line: 'connecting',
  bot: undefined,
  users: [],
  clock: undefined,
  shown: { applicant: remembered('applicant'), reviewer: remembered('reviewer'), admin: remembered('admin') },
  tab: 'applicant',
  chats: {},
  unread: {},
  doing: {},
})

export function update(change: Partial<Messenger>): void {
  messenger.set(now => ({ ...now, ...change }))
}

export function setChat(id: number, change: (chat: ChatState) => ChatState): void {
  messenger.set(now => {
    const chat = now.chats[id]
    return chat ? { ...now, chats: { ...now.chats, [id]: change(chat) } } : now
  })
}

/** A message that the server has just answered with; its event may come before or after. */
export function addMessage(id: number, message: Message | undefined): void {
  if (message) setChat(id, chat => ({ ...chat, messages: withMessage(chat.messages, message) }))
}

export function setClock(clock: ClockState | undefined): void {
  update({ clock: clock && { ...clock, readAt: Date.now() } })
}

/** Desk time now, in milliseconds; the machine's where there is no clock. */
export function deskNow(clock: ClockReading | undefined): number {
  return clock ? Date.parse(clock.now) + (Date.now() - clock.readAt) : Date.now()
}

/** Keeps a column on whom it shows while that person exists; otherwise the newest applicant, the first of the staff. */
export function withUsers(users: SandboxUser[]): void {
  messenger.set(now => {
    const shown: Messenger['shown'] = {}
    for (const seat of SEATS) {
      const people = users.filter(user => user.seat === seat)
      const kept = people.find(user => user.id === now.shown[seat])
      const chosen = kept ?? (seat === 'applicant' ? people.at(-1) : people[0])
      if (chosen) shown[seat] = chosen.id
    }
    return { ...now, users, shown }
  })
}

export function rememberShown(seat: Seat, id: number): void {
  remember(`mianshen.sandbox.${seat}`, String(id))
  messenger.set(now => ({ ...now, shown: { ...now.shown, [seat]: id } }))
}

/** Chats on screen and scrolled to their end: what arrives there is read at once. */
const reading = new Set<number>()

export function setReading(id: number, isReading: boolean): void {
  if (!isReading) {
    reading.delete(id)
    return
  }
  reading.add(id)
  messenger.set(now => (now.unread[id] ? { ...now, unread: { ...now.unread, [id]: 0 } } : now))
}

export function countUnread(id: number): void {
  if (reading.has(id)) return
  messenger.set(now => ({ ...now, unread: { ...now.unread, [id]: (now.unread[id] ?? 0) + 1 } }))
}
