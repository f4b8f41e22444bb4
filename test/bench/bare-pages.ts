import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Browser, Page } from 'playwright-core'
import { type WebSocket, WebSocketServer } from 'ws'
import { visit } from '../support/walk-pages.ts'
import { untilBothSee, watch } from './watched-page.ts'

/** As little as it takes: the camera as the call page opens it, a socket, one connection, one picture. */
const script = `
  const stream = await navigator.mediaDevices.getUserMedia({
    video: { width: { ideal: 1280 }, height: { ideal: 720 }, facingMode: 'user' },
    audio: { echoCancellation: true, noiseSuppression: true },
  })
  const socket = new WebSocket('ws://' + location.host)
  const send = message => socket.send(JSON.stringify(message))
  let pc
  const open = () => {
    pc = new RTCPeerConnection()
    for (const track of stream.getTracks()) pc.addTrack(track, stream)
    pc.onicecandidate = ({ candidate }) => candidate && send({ candidate })
    pc.ontrack = ({ streams }) => (document.querySelector('video').srcObject = streams[0])
  }
  const describe = async () => {
    await pc.setLocalDescription()
    send({ description: pc.localDescription })
  }
  socket.onopen = () => send({ hello: true })
  socket.onmessage = async ({ data }) => {
    const { peer, description, candidate } = JSON.parse(data)
    if (peer) {
      open()
      if (peer === 'offer') await describe()
    }
    if (description) {
      await pc.setRemoteDescription(description)
      if (description.type === 'offer') await describe()
    }
    if (candidate) await pc.addIceCandidate(candidate)
  }
  document.body.dataset.ready = 'true'`

const page = `<!doctype html><title>bare</title>
  <body><video data-testid="remote-video" autoplay playsinline></video><script type="module">${script}</script></body>`

/** Passes on what one says to the other; both are told when the second is there. */
function relay(sockets: WebSocketServer): void {
  const here: WebSocket[] = []
  sockets.on('connection', socket => {
    socket.on('close', () => here.splice(here.indexOf(socket), 1))
    socket.on('message', data => {
      const text = String(data)
      if (!text.includes('"hello"')) {
        for (const other of here) if (other !== socket) other.send(text)
        return
      }
      here.push(socket)
      if (here.length < 2) return
      for (const one of here) one.send(JSON.stringify({ peer: one === socket ? 'offer' : 'answer' }))
    })
  })
}

/** Two pages with nothing but an RTCPeerConnection, over a server that does nothing but pass their words on. */
export async function openBarePages(browser: Browser) {
  const server = createServer((_request, response) => void response.setHeader('content-type', 'text/html').end(page))
  const sockets = new WebSocketServer({ server })
  relay(sockets)
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
  const visits = [await visit(browser), await visit(browser)]
  for (const { context } of visits) await watch(context)
  return {
    async meet(): Promise<number> {
      const pages: Page[] = []
      for (const { open } of visits) {
        const page = await open(url)
        pages.push(page)
        await page.locator('[data-ready]').waitFor()
      }
      const spent = await untilBothSee(pages)
      for (const page of pages) await page.close()
      return spent
    },
    async close() {
      for (const { context } of visits) await context.close()
      sockets.close()
      server.closeAllConnections()
      server.close()
    },
  }
}
