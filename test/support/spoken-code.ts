import type { ChatState, SandboxUser } from '../../sandbox/contract.ts'
import type { ChatMessage } from '../../sandbox/store/messages.ts'
import { until } from './wait.ts'

/** Every code that stands in a chat of the sandbox right now: six digits at the head of a message. */
async function codesIn(origin: string): Promise<string[]> {
  const get = async <T>(path: string) => (await (await fetch(`${origin}/sandbox/api${path}`)).json()) as T
  const { users } = await get<{ users: SandboxUser[] }>('/state')
  const chats = await Promise.all(
    users.map(({ id }) => get<Omit<ChatState, 'messages'> & { messages: ChatMessage[] }>(`/chats/${id}`)),
  )
  return chats.flatMap(({ messages }) => messages.flatMap(({ text }) => /^\d{6}(?= )/.exec(text ?? '')?.[0] ?? []))
}

/** The code that comes into some chat of the sandbox because of `send`. */
export async function codeAfter(origin: string, send: () => Promise<unknown>): Promise<string> {
  const before = await codesIn(origin)
  await send()
  return until(async () => (await codesIn(origin)).find(code => !before.includes(code)), {
    what: 'a code to be spoken, in the chat',
    timeoutMs: 10_000,
  })
}
