import type { AddressInfo } from 'node:net'
import type { ApiResponse, Message, Update } from '@grammyjs/types'
import { type ServerType, serve } from '@hono/node-server'
import { Hono } from 'hono'
import type { ChatState, SandboxEvent, SandboxUser } from '../../sandbox/contract.ts'
import { createSandbox, type Sandbox, type SandboxOptions } from '../../sandbox/sandbox.ts'

export const TOKEN = '7000000001:sandbox-token'

export const ada: SandboxUser = {
  id: 5_000_000_101,
  seat: 'applicant',
  firstName: 'Ada',
  lastName: 'Byron',
  languageCode: 'en',
  phone: '447700900123',
}
export const lin: SandboxUser = {
  id: 5_000_000_102,
  seat: 'reviewer',
  firstName: '林',
  username: 'lin_s',
  languageCode: 'zh-hans',
  phone: '8613800138000',
}
export const quiet: SandboxUser = {
  id: 5_000_000_103,
  seat: 'admin',
  firstName: 'Quiet',
  languageCode: 'en',
  phone: '8613900139000',
}

export interface Messenger {
  sandbox: Sandbox
  /** http://127.0.0.1:port */
  origin: string
  apiRoot: string
  /** a call of the Bot API, JSON in and the parsed answer out, with its HTTP status */
  call<T = unknown>(method: string, params?: Record<string, unknown>): Promise<ApiResponse<T> & { status: number }>
  /** the same, for calls that must succeed */
  ok<T = unknown>(method: string, params?: Record<string, unknown>): Promise<T>
  /** the users' side */
  client<T = Message>(path: string, body?: unknown, method?: string): Promise<T>
  updates(): Promise<Update[]>
  chat(id: number): Promise<ChatState>
  stop(): Promise<void>
}

/** A sandbox on a real port, with Ada and Lin having written to the bot and nothing pending. */
export async function startMessenger(databaseUrl: string, options: Partial<SandboxOptions> = {}): Promise<Messenger> {
  const { server, origin, mount } = await listen()
  const apiRoot = `${origin}/sandbox/telegram`
  const sandbox = await createSandbox({
    databaseUrl,
    token: TOKEN,
    bot: { firstName: 'Mianshen', username: 'mianshen_sandbox_bot' },
    apiRoot,
    seats: [ada, lin, quiet],
    ...options,
  })
  mount(sandbox)

  const messenger: Messenger = {
    sandbox,
    origin,
    apiRoot,
    async call(method, params = {}) {
      const response = await fetch(`${apiRoot}/bot${TOKEN}/${method}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(params),
      })
      return { ...((await response.json()) as ApiResponse<never>), status: response.status }
    },
    async ok(method, params) {
      const answer = await messenger.call(method, params)
      if (!answer.ok) throw new Error(`${method}: ${answer.description}`)
      return answer.result as never
    },
    async client(path, body, method = body === undefined ? 'GET' : 'POST') {
      const form = body instanceof FormData
      const response = await fetch(`${origin}/sandbox/api${path}`, {
        method,
        ...(body === undefined
          ? {}
          : form
            ? { body }
            : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
      })
      if (!response.ok) throw new Error(`${response.status} ${((await response.json()) as { error: string }).error}`)
      return (await response.json()) as never
    },
    updates: () => messenger.ok<Update[]>('getUpdates'),
    chat: id => messenger.client(`/chats/${id}`),
    async stop() {
      await sandbox.stop()
      await new Promise(resolve => server.close(resolve))
    },
  }
  return messenger
}

/** Both write to the bot, which reads it. */
export async function greet(messenger: Messenger, ...people: SandboxUser[]): Promise<void> {
  for (const { id } of people) await messenger.client(`/chats/${id}/text`, { text: '/start' })
  const updates = await messenger.updates()
  await messenger.call('getUpdates', { offset: (updates.at(-1)?.update_id ?? 0) + 1 })
}

/** Mounted as the host does it. */
async function listen() {
  const root = new Hono()
  const server: ServerType = await new Promise(resolve => {
    const started: ServerType = serve({ port: 0, hostname: '127.0.0.1', fetch: root.fetch }, () => resolve(started))
  })
  const { port } = server.address() as AddressInfo
  return { server, origin: `http://127.0.0.1:${port}`, mount: (sandbox: Sandbox) => root.route('/', sandbox.app) }
}

/** Listens to the page's events until `stop`. */
export async function listenToEvents(
  messenger: Pick<Messenger, 'origin'>,
): Promise<{ events: SandboxEvent[]; ended: Promise<void>; stop(): void }> {
  const abort = new AbortController()
  const response = await fetch(`${messenger.origin}/sandbox/api/events`, { signal: abort.signal })
  const events: SandboxEvent[] = []
  const read = async () => {
    let rest = ''
    const decoder = new TextDecoder()
    for await (const chunk of response.body ?? []) {
      const blocks = (rest + decoder.decode(chunk, { stream: true })).split('\n\n')
      rest = blocks.pop() ?? ''
      for (const block of blocks) if (block.startsWith('data: ')) events.push(JSON.parse(block.slice(6)))
    }
  }
  return { events, ended: read().catch(() => undefined), stop: () => abort.abort() }
}
