import type { SandboxEvent, SandboxUser, Seat } from '../../sandbox/contract.ts'
import { chooseLanguage, languageChosen, type PageLanguage, pageLanguage } from '../shared/language.ts'
import { api } from './api.ts'
import { applyChatEvent, type ChatEvent } from './chat-log.ts'
import { openEvents } from './events.ts'
import { countUnread, messenger, rememberShown, setChat, setClock, update, withUsers } from './messenger.ts'
import { attempt } from './notices.ts'
import { answerPress } from './presses.ts'
import { sendText } from './send.ts'

/** Events that came while a chat was being loaded: they are played again on top of what was loaded. */
const playback = new Map<number, ChatEvent[]>()
const DOING_MS = 5500

function languageCodeOf(language: PageLanguage): string {
  return language === 'zh' ? 'zh-hans' : 'en'
}

async function loadChat(id: number): Promise<void> {
  const missed: ChatEvent[] = []
  playback.set(id, missed)
  const chat = await attempt(() => api.chat(id))
  if (playback.get(id) !== missed) return
  playback.delete(id)
  if (chat) messenger.set(now => ({ ...now, chats: { ...now.chats, [id]: missed.reduce(applyChatEvent, chat) } }))
}

async function loadState(): Promise<void> {
  const state = await api.state()
  update({ bot: state.bot })
  setClock(state.clock)
  withUsers(state.users)
}

async function loadShown(): Promise<void> {
  const { shown } = messenger.get()
  await Promise.all(Object.values(shown).map(loadChat))
}

export async function showPerson(seat: Seat, id: number): Promise<void> {
  rememberShown(seat, id)
  await loadChat(id)
}

/** A fresh person in the applicant's column; with a code the chat is opened by its deep link. */
export async function newApplicant(startCode?: string): Promise<void> {
  const languageCode = languageCodeOf(pageLanguage.get())
  const user = await attempt(() => api.newUser({ seat: 'applicant', languageCode }))
  if (!user) return
  messenger.set(now => ({
    ...now,
    tab: 'applicant',
    users: now.users.some(other => other.id === user.id) ? now.users : [...now.users, user],
  }))
  await showPerson('applicant', user.id)
  if (startCode) await sendText(user.id, `/start ${startCode}`)
}

function replaceUser(user: SandboxUser): void {
  messenger.set(now => ({ ...now, users: now.users.map(other => (other.id === user.id ? user : other)) }))
}

export async function setPersonLanguage(id: number, languageCode: string): Promise<void> {
  const user = await attempt(() => api.setLanguage(id, languageCode), id)
  if (!user) return
  replaceUser(user)
  await loadChat(id)
}

/** The messenger has one language for everybody on screen, as a phone has: switching the page switches their clients too. */
export async function switchLanguage(language: PageLanguage): Promise<void> {
  chooseLanguage(language)
  const { shown, users } = messenger.get()
  const code = languageCodeOf(language)
  const onScreen = users.filter(user => user.seat !== 'applicant' || user.id === shown.applicant)
  await Promise.all(onScreen.filter(user => user.languageCode !== code).map(user => setPersonLanguage(user.id, code)))
}

function onChatEvent(event: ChatEvent): void {
  playback.get(event.chatId)?.push(event)
  setChat(event.chatId, chat => applyChatEvent(chat, event))
  if (event.type !== 'message' || !event.message.from?.is_bot) return
  countUnread(event.chatId)
  followStaff(event.chatId)
  messenger.set(now => {
    const { [event.chatId]: _done, ...doing } = now.doing
    return { ...now, doing }
  })
}

/** A column of the staff follows whom the bot writes to, unless somebody is writing in it: one person plays them all. */
function followStaff(id: number): void {
  const { users, shown } = messenger.get()
  const seat = users.find(user => user.id === id)?.seat
  if (seat === undefined || seat === 'applicant' || shown[seat] === id) return
  const focused = document.activeElement
  const isWriting =
    focused instanceof HTMLTextAreaElement && focused.value !== '' && focused.closest(`[data-testid="chat-${seat}"]`)
  if (!isWriting) void showPerson(seat, id)
}

async function onEvent(event: SandboxEvent): Promise<void> {
  switch (event.type) {
    case 'message':
    case 'edited':
    case 'deleted':
      return onChatEvent(event)
    case 'callback-answer':
      return answerPress(event)
    case 'action':
      return messenger.set(now => ({
        ...now,
        doing: { ...now.doing, [event.chatId]: { action: event.action, until: Date.now() + DOING_MS } },
      }))
    case 'commands':
      if (event.chatId === undefined) return loadShown()
      return event.chatId in messenger.get().chats ? loadChat(event.chatId) : undefined
    case 'users':
      return inTurn(() => attempt(loadState))
    case 'clock':
      setClock(await attempt(api.clock))
  }
}

let turns: Promise<unknown> = Promise.resolve()

/** One load after another, so that an older answer never covers a newer one. */
async function inTurn(work: () => Promise<unknown>): Promise<void> {
  turns = turns.then(work)
  await turns
}

/** State, then the chats on screen. */
function reload(): Promise<void> {
  return inTurn(async () => {
    await attempt(loadState)
    await loadShown()
  })
}

async function firstVisit(): Promise<void> {
  const url = new URL(location.href)
  const code = url.searchParams.get('start')
  if (code) {
    url.searchParams.delete('start')
    history.replaceState(null, '', url)
  }
  const { bot, shown } = messenger.get()
  if (!bot) return
  if (!languageChosen()) await switchLanguage(pageLanguage.get())
  if (code || shown.applicant === undefined) await newApplicant(code ?? undefined)
}

/** Opens the messenger: loads what there is, then follows the server's events for as long as the page lives. */
export async function openMessenger(): Promise<void> {
  let visited = false
  const load = async () => {
    await reload()
    if (visited || !messenger.get().bot) return
    visited = true
    await firstVisit()
  }
  openEvents({
    onOpen: () => {
      update({ line: 'open' })
      void load()
    },
    onCut: () => update({ line: 'cut' }),
    onEvent,
  })
  await load()
}
