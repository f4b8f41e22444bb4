import type { SandboxEvent } from '../../sandbox/contract.ts'
import { createStore } from '../shared/store.ts'
import { api } from './api.ts'
import { openLink } from './links.ts'
import { attempt, showAlert, toast } from './notices.ts'
import { textsNow } from './texts.ts'

type Answer = Extract<SandboxEvent, { type: 'callback-answer' }>

/** Buttons that wait for their answer, by `pressKey`. */
export const presses = createStore<ReadonlySet<string>>(new Set())

const waiting = new Map<string, string>()
/** Answers that overtook the response to their press. */
const early = new Set<string>()
const PATIENCE_MS = 15_000

export function pressKey(chatId: number, messageId: number, data: string): string {
  return `${chatId}:${messageId}:${data}`
}

function settle(key: string): void {
  presses.set(now => new Set([...now].filter(other => other !== key)))
}

/** Presses a callback button; it spins until the bot answers, as in a real client. */
export async function pressButton(chatId: number, messageId: number, data: string): Promise<void> {
  const key = pressKey(chatId, messageId, data)
  if (presses.get().has(key)) return
  presses.set(now => new Set(now).add(key))
  const pressed = await attempt(() => api.press(chatId, messageId, data), chatId)
  if (!pressed || early.delete(pressed.queryId)) return settle(key)
  waiting.set(pressed.queryId, key)
  setTimeout(() => {
    if (!waiting.delete(pressed.queryId)) return
    settle(key)
    toast(textsNow().noAnswer, chatId)
  }, PATIENCE_MS)
}

export function answerPress(answer: Answer): void {
  const key = waiting.get(answer.queryId)
  if (key === undefined) early.add(answer.queryId)
  else {
    waiting.delete(answer.queryId)
    settle(key)
  }
  if (answer.url) openLink(answer.chatId, answer.url)
  if (!answer.text) return
  if (answer.alert) showAlert(answer.text, answer.chatId)
  else toast(answer.text, answer.chatId)
}
