import type { RoomDown, RoomUp } from '../../api/contract.ts'

const pingEveryMs = 10_000
const silenceMs = 25_000

export interface RoomSocket {
  send(message: RoomUp): void
  close(): void
}

interface Hooks {
  onMessage(message: RoomDown): void
  /** once, when the socket is gone for whatever reason but an own close() */
  onLost(): void
}

/** The room's socket: says hello, keeps itself alive, and notices silence that a dead network leaves behind. */
export function openRoomSocket(
  hello: Omit<Extract<RoomUp, { type: 'hello' }>, 'type'>,
  { onMessage, onLost }: Hooks,
): RoomSocket {
  const socket = new WebSocket(`${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/api/room`)
  let over = false
  let heardAt = Date.now()
  const send = (message: RoomUp) => {
    if (socket.readyState === WebSocket.OPEN) socket.send(JSON.stringify(message))
  }
  const beat = setInterval(() => {
    if (Date.now() - heardAt > silenceMs) finish(onLost)
    else send({ type: 'ping' })
  }, pingEveryMs)

  function finish(then: () => void): void {
    if (over) return
    over = true
    clearInterval(beat)
    socket.close()
    then()
  }

  socket.onopen = () => send({ type: 'hello', ...hello })
  socket.onmessage = event => {
    heardAt = Date.now()
    const message = readDown(event.data)
    if (message && !over) onMessage(message)
  }
  socket.onclose = () => finish(onLost)
  socket.onerror = () => finish(onLost)
  return { send, close: () => finish(() => undefined) }
}

/** A frame of the API's own making (`RoomDown`); anything else is no message. */
function readDown(data: unknown): RoomDown | undefined {
  try {
    const message: unknown = typeof data === 'string' ? JSON.parse(data) : undefined
    return typeof message === 'object' && message !== null && 'type' in message ? (message as RoomDown) : undefined
  } catch {
    return undefined
  }
}
