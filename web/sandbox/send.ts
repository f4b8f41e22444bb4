import { createStore } from '../shared/store.ts'
import { api } from './api.ts'
import { addMessage, setChat } from './messenger.ts'
import { attempt } from './notices.ts'

export interface Upload {
  kind: 'photo' | 'document'
  percent: number
}

/** Files on their way, by chat. */
export const uploads = createStore<Record<number, Upload>>({})

/** Each send answers whether it went through; a refusal has been shown by then. */
export async function sendText(chatId: number, text: string, replyTo?: number): Promise<boolean> {
  const message = await attempt(() => api.text(chatId, text, replyTo), chatId)
  addMessage(chatId, message)
  return message !== undefined
}

export async function editText(chatId: number, messageId: number, text: string): Promise<boolean> {
  const message = await attempt(() => api.edit(chatId, messageId, text), chatId)
  addMessage(chatId, message)
  return message !== undefined
}

export async function sendFile(chatId: number, kind: Upload['kind'], file: File, caption: string): Promise<boolean> {
  const progress = (percent: number) => uploads.set(now => ({ ...now, [chatId]: { kind, percent } }))
  progress(0)
  const message = await attempt(() => api[kind](chatId, file, caption, progress), chatId)
  uploads.set(({ [chatId]: _done, ...others }) => others)
  addMessage(chatId, message)
  return message !== undefined
}

export async function sendContact(chatId: number, userId?: number): Promise<void> {
  addMessage(chatId, await attempt(() => api.contact(chatId, userId), chatId))
}

export async function shareUsers(chatId: number, requestId: number, userIds: number[]): Promise<void> {
  addMessage(chatId, await attempt(() => api.users(chatId, requestId, userIds), chatId))
}

export async function sendLocation(chatId: number, latitude: number, longitude: number): Promise<void> {
  addMessage(chatId, await attempt(() => api.location(chatId, latitude, longitude), chatId))
}

export async function sendSticker(chatId: number): Promise<void> {
  addMessage(chatId, await attempt(() => api.sticker(chatId), chatId))
}

export async function sendVoice(chatId: number): Promise<void> {
  addMessage(chatId, await attempt(() => api.voice(chatId), chatId))
}

export async function setBlocked(chatId: number, blocked: boolean): Promise<void> {
  const done = await attempt(() => api.block(chatId, blocked), chatId)
  if (done !== undefined) setChat(chatId, chat => ({ ...chat, blocked }))
}
