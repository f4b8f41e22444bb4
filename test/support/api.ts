import { WebSocket } from 'ws'
import { createApi } from '../../api/app.ts'
import type { JoinResponse, RoomDown, RoomUp } from '../../api/contract.ts'
import type { MediaSettings } from '../../api/media.ts'
import { bookTime } from '../../core/booking/book.ts'
import { findFreeTimes } from '../../core/booking/free-times.ts'
import { linkCode } from '../../core/call/link.ts'
import { freePort, listen } from '../../start/http-server.ts'
import { newInvited, type TestDesk } from './desk.ts'
import { until } from './wait.ts'

/** The API over HTTP on a free port. */
export async function serveApi(
  desk: TestDesk,
  media: MediaSettings = { agora: undefined, iceServers: [] },
  more: { helloWithinMs?: number; pagesDir?: string; botToken?: string; frameAncestors?: string } = {},
) {
  const api = await createApi({
    ctxFor: desk.ctxFor,
    sql: desk.database.sql,
    media,
    chatUrl: start => `https://t.me/test_bot${start === undefined ? '' : `?start=${start}`}`,
    secure: false,
    ...more,
  })
  const port = await freePort('127.0.0.1')
  const server = await listen(api.app, '127.0.0.1', port)
  const root = `http://127.0.0.1:${port}`
  return {
    root,
    port,
    request: (path: string, init: RequestInit & { json?: unknown } = {}) => {
      const { json, ...rest } = init
      const body = json === undefined ? {} : { method: 'POST', body: JSON.stringify(json) }
      return fetch(root + path, {
        ...body,
        ...rest,
        headers: { 'content-type': 'application/json', ...Object.fromEntries(new Headers(rest.headers)) },
      })
    },
    async close() {
      await api.close()
      await server.stop()
    },
  }
}
export type ServedApi = Awaited<ReturnType<typeof serveApi>>

/** A case booked at the first free time, with the codes of both links. */
export async function newBooked(desk: TestDesk) {
  const invited = await newInvited(desk)
  const [first] = await findFreeTimes(invited.ctx)
  const { booking } = await bookTime(invited.ctx, { caseId: invited.found.id, startsAt: first?.startsAt ?? new Date() })
  const code = (role: 'applicant' | 'reviewer') =>
    linkCode(invited.ctx, { bookingId: booking.id, role, version: booking.version })
  return { ...invited, booking, applicantCode: code('applicant'), reviewerCode: code('reviewer') }
}

/** One page's socket: what came down, in order, and what to send up. */
export async function enter(api: Pick<ServedApi, 'port'>, joined: JoinResponse) {
  const socket = new WebSocket(`ws://127.0.0.1:${api.port}/api/room`)
  const down: RoomDown[] = []
  socket.on('message', data => down.push(JSON.parse(String(data)) as RoomDown))
  await new Promise((resolve, reject) => {
    socket.once('open', resolve)
    socket.once('error', reject)
  })
  const send = (frame: RoomUp | { type: string }) => socket.send(JSON.stringify(frame))
  send({ type: 'hello', ticket: joined.ticket, media: { camera: true, microphone: true } })
  return {
    down,
    send,
    raw: (text: string) => socket.send(text),
    /** the first frame of that kind, once it has come */
    next: <T extends RoomDown['type']>(type: T) =>
      until(() => down.find((frame): frame is Extract<RoomDown, { type: T }> => frame.type === type), {
        what: `a ${type} frame`,
      }),
    closed: () => until(() => socket.readyState === WebSocket.CLOSED, { what: 'the socket to close' }),
    close: () => socket.close(),
  }
}

/** A response's JSON, taken for what the contract says it is. */
export async function bodyOf<T = Record<string, string>>(response: Response | Promise<Response>): Promise<T> {
  return (await (await response).json()) as T
}
