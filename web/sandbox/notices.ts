import { createStore } from '../shared/store.ts'
import { ApiError } from './api.ts'
import { textsNow } from './texts.ts'

export interface Toast {
  id: number
  /** absent: the whole page */
  chatId?: number
  text: string
}

export interface Alert {
  chatId: number
  text: string
}

export const toasts = createStore<Toast[]>([])
export const alerts = createStore<Alert[]>([])

const TOAST_MS = 4500
let lastId = 0

export function toast(text: string, chatId?: number): void {
  lastId += 1
  const id = lastId
  toasts.set(now => [...now.slice(-2), { id, text, ...(chatId === undefined ? {} : { chatId }) }])
  setTimeout(() => toasts.set(now => now.filter(one => one.id !== id)), TOAST_MS)
}

export function showAlert(text: string, chatId: number): void {
  alerts.set(now => [...now, { chatId, text }])
}

export function dismissAlert(): void {
  alerts.set(now => now.slice(1))
}

/** Runs something that talks to the server; a refusal becomes a toast and `undefined`. */
export async function attempt<T>(work: () => Promise<T>, chatId?: number): Promise<T | undefined> {
  try {
    return await work()
  } catch (error) {
    toast(error instanceof ApiError ? error.message : textsNow().failed, chatId)
    return undefined
  }
}
