import { WebSocket } from 'ws'
import type { CaseFile, JoinResponse, PartState, RoomDown } from '../../api/contract.ts'
import { allSame, stillOf } from './proof.ts'
import { codeAfter } from './spoken-code.ts'
import { until } from './wait.ts'

type Send = <T>(path: string, body?: unknown, method?: string) => Promise<T>

/** HTTP with the API as a page does it, with a cookie where there is one. */
function sender(origin: string, cookie = ''): Send {
  return async <T>(path: string, body?: unknown, method = body === undefined ? 'GET' : 'POST') => {
    const headers = { cookie, 'content-type': 'application/json' }
    const response = await fetch(origin + path, {
      method,
      headers,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`)
    return (await response.json()) as T
  }
}

/** The reviewer's console over HTTP, signed in by the link from the chat. */
export async function signIn(origin: string, link: string, caseCode: string) {
  const code = link.split('/').at(-1)
  const response = await fetch(`${origin}/api/calls/${code}/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ device: 'browser-of-the-test' }),
  })
  const [cookie] = (response.headers.get('set-cookie') ?? '').split(';')
  const send = sender(origin, cookie)
  const path = `/api/console/cases/${caseCode}`
  const post = async (path: string, still: Buffer) => {
    const headers = { cookie: cookie ?? '', 'content-type': 'image/jpeg' }
    const response = await fetch(origin + path, { method: 'POST', headers, body: new Uint8Array(still) })
    if (!response.ok) throw new Error(`POST ${path}: ${response.status} ${await response.text()}`)
  }
  const notePart = async ({ key, kind, values }: PartState) => {
    if (kind !== 'code') return send(`${path}/parts/${key}`, { value: values[0]?.value }, 'PUT')
    const digits = await codeAfter(origin, () => send(`${path}/code`, {}))
    return send(`${path}/heard`, { digits })
  }
  return {
    file: () => send<CaseFile>(path),
    /** everything that the checks are told from */
    prove: async (card: { number: string; name: string }) => {
      await send(`${path}/entry`, { ...card, number: card.number.slice(-6) })
      const kinds = (await send<CaseFile>(path)).checks.flatMap(({ captures }) => captures ?? [])
      for (const kind of kinds) await post(`${path}/captures/${kind}`, await stillOf(kind))
      await send(`${path}/comparison`, { points: allSame }, 'PUT')
    },
    /** passed, after its parts were noted as they are in a good call */
    check: async (key: string) => {
      const { checks } = await send<CaseFile>(path)
      const parts = checks.find(check => check.key === key)?.parts ?? []
      for (const part of parts) await notePart(part)
      return send(`${path}/checks/${key}`, { result: 'passed' }, 'PUT')
    },
    join: () => send<JoinResponse>(`${path}/join`, { device: 'device-of-the-reviewer-00' }),
    decide: (verdict: object) => send<{ state: string }>(`${path}/verdict`, verdict),
  }
}

export function joinByLink(origin: string, link: string): Promise<JoinResponse> {
  return sender(origin)(`/api/calls/${link.split('/').at(-1)}/join`, { device: 'device-of-the-applicant-0' })
}

/** Present in the room, without a picture, until `leave`. */
export async function enterRoom(origin: string, { ticket }: JoinResponse): Promise<{ leave(): void }> {
  const socket = new WebSocket(`${origin.replace('http', 'ws')}/api/room`)
  let isReady = false
  socket.on('message', data => {
    isReady ||= (JSON.parse(String(data)) as RoomDown).type === 'ready'
  })
  // a killed server cuts it
  socket.on('error', () => undefined)
  socket.once('open', () => socket.send(JSON.stringify({ type: 'hello', ticket, media: { camera: true, microphone: true } })))
  await until(() => isReady, { what: 'the room to open' })
  return { leave: () => socket.close() }
}
