import type { Message } from '@grammyjs/types'
import type { ChatState, NewUser, SandboxEvent, SandboxUser } from '../../sandbox/contract.ts'
import type { ChatMessage } from '../../sandbox/store/messages.ts'
import { until } from './wait.ts'

/** What a press was answered with: a toast, or nothing. */
export interface Answered {
  text: string | undefined
  alert: boolean
}

/** One person at the messenger. What the bot does is waited for, never slept for. */
export interface ChatPerson {
  id: number
  user: SandboxUser
  say(text: string): Promise<Message>
  sendPhoto(bytes: Buffer, caption?: string): Promise<Message>
  sendFile(bytes: Buffer, file: { name: string; type: string }): Promise<Message>
  shareContact(userId?: number): Promise<Message>
  /** chooses people for the button that asks for them */
  pickPeople(...userIds: number[]): Promise<Message>
  sendSticker(): Promise<Message>
  sendVoice(): Promise<Message>
  sendLocation(): Promise<Message>
  edit(messageId: number, text: string): Promise<Message>
  block(blocked: boolean): Promise<void>
  /** Presses the newest button with that label and waits for the answer. */
  press(label: string): Promise<Answered>
  /** Presses with whatever bytes, on the bot's newest message unless another is named. */
  pressData(data: string, messageId?: number): Promise<Answered>
  /** The bot's message that appeared or changed since the person's last act and holds the words; waits for it. */
  sees(words: string | RegExp, timeoutMs?: number): Promise<ChatMessage>
  messages(): Promise<ChatMessage[]>
  /** the names of the commands in the menu */
  menu(): Promise<string[]>
}

export interface Chats {
  origin: string
  newcomer(about?: NewUser): Promise<ChatPerson>
  /** somebody who is there already, such as a seated member of staff */
  person(id: number): Promise<ChatPerson>
  close(): Promise<void>
}

/** The users' side of a sandbox messenger, over HTTP: the same acts that its page offers. */
export async function openChats(origin: string): Promise<Chats> {
  const api = createClient(origin)
  const answers = await listenForAnswers(origin)
  return {
    origin,
    newcomer: async about => createPerson(api, answers, await api<SandboxUser>('/users', about ?? {})),
    async person(id) {
      const { users } = await api<{ users: SandboxUser[] }>('/state')
      const user = users.find(user => user.id === id)
      if (!user) throw new Error(`nobody has the id ${id}`)
      return createPerson(api, answers, user)
    },
    close: answers.close,
  }
}

export function labelsOf(message: ChatMessage): string[] {
  const markup = message.reply_markup
  if (markup && 'inline_keyboard' in markup) return markup.inline_keyboard.flat().map(button => button.text)
  if (markup && 'keyboard' in markup) return markup.keyboard.flat().map(key => (typeof key === 'string' ? key : key.text))
  return []
}

export function dataOf(message: ChatMessage, label: string): string {
  const markup = message.reply_markup
  const buttons = markup && 'inline_keyboard' in markup ? markup.inline_keyboard.flat() : []
  const found = buttons.find(button => button.text === label)
  if (!found || !('callback_data' in found)) throw new Error(`no button "${label}" among ${labelsOf(message).join(' | ')}`)
  return found.callback_data
}

type Client = ReturnType<typeof createClient>
type Answers = Awaited<ReturnType<typeof listenForAnswers>>

function createClient(origin: string) {
  return async <T>(path: string, body?: unknown): Promise<T> => {
    const form = body instanceof FormData
    const sent = form ? { body } : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }
    const response = await fetch(`${origin}/sandbox/api${path}`, body === undefined ? {} : { method: 'POST', ...sent })
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`)
    return (await response.json()) as T
  }
}

function createPerson(api: Client, answers: Answers, user: SandboxUser): ChatPerson {
  const { id } = user
  const chat = () => api<Omit<ChatState, 'messages'> & { messages: ChatMessage[] }>(`/chats/${id}`)
  let before = new Map<number, string>()

  /** What stands in the chat before an act, so that `sees` knows what came of it. */
  async function act<T>(path: string, body: unknown): Promise<T> {
    before = new Map((await chat()).messages.map(message => [message.message_id, JSON.stringify(message)]))
    return api<T>(`/chats/${id}${path}`, body)
  }
  const upload = (path: string, bytes: Buffer, { name, type }: { name: string; type: string }, caption?: string) => {
    const form = new FormData()
    form.append('file', new Blob([new Uint8Array(bytes)], { type }), name)
    if (caption !== undefined) form.append('caption', caption)
    return act<Message>(path, form)
  }
  const ofBot = (messages: ChatMessage[]) => messages.filter(message => message.from?.id !== id)

  const person: ChatPerson = {
    id,
    user,
    say: text => act('/text', { text }),
    sendPhoto: (bytes, caption) => upload('/photo', bytes, { name: 'photo.jpg', type: 'image/jpeg' }, caption),
    sendFile: (bytes, file) => upload('/document', bytes, file),
    shareContact: userId => act('/contact', userId === undefined ? {} : { userId }),
    pickPeople: (...userIds) => act('/users', { requestId: 1, userIds }),
    sendSticker: () => act('/sticker', {}),
    sendVoice: () => act('/voice', {}),
    sendLocation: () => act('/location', { latitude: 30.25, longitude: 120.16 }),
    edit: (messageId, text) => act('/edit', { messageId, text }),
    block: async blocked => void (await act('/block', { blocked })),
    async press(label) {
      const shown = await until(
        async () => ofBot(await person.messages()).findLast(message => labelsOf(message).includes(label)),
        {
          what: `a button "${label}"`,
        },
      )
      return person.pressData(dataOf(shown, label), shown.message_id)
    },
    async pressData(data, messageId) {
      const on = messageId ?? ofBot(await person.messages()).at(-1)?.message_id
      const { queryId } = await act<{ queryId: string }>('/press', { messageId: on, data })
      return answers.of(queryId)
    },
    async sees(words, timeoutMs) {
      const holds = (text: string) => (typeof words === 'string' ? text.includes(words) : words.test(text))
      let seen: string[] = []
      const look = async () => {
        const fresh = ofBot(await person.messages()).filter(one => before.get(one.message_id) !== JSON.stringify(one))
        seen = fresh.map(message => message.text ?? message.caption ?? '')
        return fresh.findLast(message => holds(message.text ?? message.caption ?? ''))
      }
      const options = timeoutMs === undefined ? {} : { timeoutMs }
      return until(look, { what: `the words ${words}`, ...options }).catch((error: unknown) => {
        throw new Error(`the bot did not say ${words}, but: ${seen.join(' ⏐ ') || 'nothing'}`, { cause: error })
      })
    },
    messages: async () => (await chat()).messages,
    menu: async () => (await chat()).commands.map(({ command }) => command),
  }
  return person
}

/** Answers to presses arrive as events of the sandbox, by the id of the press. */
async function listenForAnswers(origin: string) {
  const stopped = new AbortController()
  const response = await fetch(`${origin}/sandbox/api/events`, { signal: stopped.signal })
  const given = new Map<string, Answered>()
  const reading = read().catch(() => undefined)

  async function read(): Promise<void> {
    let rest = ''
    const decoder = new TextDecoder()
    for await (const chunk of response.body ?? []) {
      const blocks = (rest + decoder.decode(chunk, { stream: true })).split('\n\n')
      rest = blocks.pop() ?? ''
      for (const block of blocks) if (block.startsWith('data: ')) note(JSON.parse(block.slice(6)) as SandboxEvent)
    }
  }
  function note(event: SandboxEvent): void {
    if (event.type === 'callback-answer') given.set(event.queryId, { text: event.text, alert: event.alert })
  }
  return {
    of: (queryId: string) => until(() => given.get(queryId), { what: 'the press to be answered' }),
    async close() {
      stopped.abort()
      await reading
    },
  }
}
