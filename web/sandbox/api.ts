import type { ChatState, ClockState, Fault, Message, NewUser, SandboxState, SandboxUser } from '../../sandbox/contract.ts'
import { localeOf, pageLanguage } from '../shared/language.ts'
import { textsNow } from './texts.ts'

const BASE = '/sandbox/api'

/** What the server refused, as a sentence for a toast. */
export class ApiError extends Error {}

function sentenceIn(body: unknown): string {
  if (typeof body === 'object' && body !== null && 'error' in body && typeof body.error === 'string') return body.error
  return textsNow().failed
}

/** Refusals come worded in the language that the request asks for. */
function inPageLanguage(): { 'accept-language': string } {
  return { 'accept-language': localeOf(pageLanguage.get()) }
}

/** The server's answer as what the contract promises for that route; this cast is the one place that trusts it. */
async function call<T>(method: 'GET' | 'POST' | 'PUT' | 'PATCH', path: string, body?: unknown): Promise<T> {
  let response: Response
  try {
    response = await fetch(BASE + path, {
      method,
      headers: { ...inPageLanguage(), ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
      body: body === undefined ? null : JSON.stringify(body),
    })
  } catch {
    throw new ApiError(textsNow().unreachable)
  }
  const answer: unknown = await response.json().catch(() => undefined)
  if (!response.ok) throw new ApiError(sentenceIn(answer))
  return answer as T
}

/** Sends a file; `onProgress` gets 0…100. `fetch` cannot report an upload's progress, hence XMLHttpRequest. */
function upload(path: string, file: File, caption: string, onProgress: (percent: number) => void): Promise<Message> {
  return new Promise((resolve, reject) => {
    const form = new FormData()
    form.append('file', file, file.name)
    if (caption) form.append('caption', caption)
    const request = new XMLHttpRequest()
    request.open('POST', BASE + path)
    request.responseType = 'json'
    for (const [name, value] of Object.entries(inPageLanguage())) request.setRequestHeader(name, value)
    request.upload.onprogress = event => {
      if (event.lengthComputable) onProgress(Math.round((event.loaded / event.total) * 100))
    }
    request.onerror = () => reject(new ApiError(textsNow().unreachable))
    request.onload = () => {
      if (request.status < 400 && request.response) resolve(request.response as Message)
      else reject(new ApiError(sentenceIn(request.response)))
    }
    request.send(form)
  })
}

export const api = {
  state: () => call<SandboxState>('GET', '/state'),
  chat: (id: number) => call<ChatState>('GET', `/chats/${id}`),
  newUser: (user: NewUser) => call<SandboxUser>('POST', '/users', user),
  setLanguage: (id: number, languageCode: string) => call<SandboxUser>('PATCH', `/users/${id}`, { languageCode }),
  text: (id: number, text: string, replyTo?: number) => call<Message>('POST', `/chats/${id}/text`, { text, replyTo }),
  photo: (id: number, file: File, caption: string, onProgress: (percent: number) => void) =>
    upload(`/chats/${id}/photo`, file, caption, onProgress),
  document: (id: number, file: File, caption: string, onProgress: (percent: number) => void) =>
    upload(`/chats/${id}/document`, file, caption, onProgress),
  contact: (id: number, userId?: number) => call<Message>('POST', `/chats/${id}/contact`, { userId }),
  users: (id: number, requestId: number, userIds: number[]) =>
    call<Message>('POST', `/chats/${id}/users`, { requestId, userIds }),
  location: (id: number, latitude: number, longitude: number) =>
    call<Message>('POST', `/chats/${id}/location`, { latitude, longitude }),
  sticker: (id: number) => call<Message>('POST', `/chats/${id}/sticker`, {}),
  voice: (id: number) => call<Message>('POST', `/chats/${id}/voice`, {}),
  edit: (id: number, messageId: number, text: string) => call<Message>('POST', `/chats/${id}/edit`, { messageId, text }),
  press: (id: number, messageId: number, data: string) =>
    call<{ queryId: string }>('POST', `/chats/${id}/press`, { messageId, data }),
  webApp: (id: number, url: string) => call<{ url: string }>('POST', `/chats/${id}/web-app`, { url }),
  block: (id: number, blocked: boolean) => call<unknown>('POST', `/chats/${id}/block`, { blocked }),
  faults: () => call<Fault[]>('GET', '/faults'),
  setFaults: (faults: Fault[]) => call<Fault[]>('PUT', '/faults', faults),
  clock: () => call<ClockState>('GET', '/clock'),
  moveClock: (to: string) => call<ClockState>('POST', '/clock', { to }),
  fileUrl: (fileId: string) => `${BASE}/files/${encodeURIComponent(fileId)}`,
  eventsUrl: `${BASE}/events`,
}
