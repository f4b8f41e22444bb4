import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Browser, Page } from 'playwright-core'
import { type WebSocket, WebSocketServer } from 'ws'
import { visit } from '../support/walk-pages.ts'
import { untilBothSee, watch } from './watched-page.ts'

const camera = `
  const stream = await navigator.mediaDevices.getUserMedia({
    video: { width: { ideal: 1280 }, height: { ideal: 720 }, facingMode: 'user' },
    audio: { echoCancellation: true, noiseSuppression: true },
  })
  const connect = tell => {
    const pc = new RTCPeerConnection()
    for (const track of stream.getTracks()) pc.addTrack(track, stream)
    pc.onicecandidate = ({ candidate }) => candidate && tell({ candidate })
    pc.ontrack = ({ streams }) => (document.querySelector('video').srcObject = streams[0])
    return pc
  }
  const hear = async (pc, { description, candidate }, tell) => {
    if (candidate) return pc.addIceCandidate(candidate)
    await pc.setRemoteDescription(description)
    if (description.type === 'offer') await describe(pc, tell)
  }
  const describe = async (pc, tell) => {
    await pc.setLocalDescription()
    tell({ description: pc.localDescription })
  }`

/** As little as it takes: the camera as the call page opens it, a socket, one connection, one picture. */
const withSocket = `${camera}
  const socket = new WebSocket('ws://' + location.host)
  const tell = message => socket.send(JSON.stringify(message))
  let pc
  socket.onopen = () => tell({ hello: true })
  socket.onmessage = async ({ data }) => {
    const { peer, ...signal } = JSON.parse(data)
    if (!peer) return hear(pc, signal, tell)
    pc = connect(tell)
    if (peer === 'offer') await describe(pc, tell)
  }
  document.body.dataset.ready = 'true'`

/** Both ends in one page, which need no server at all. */
const withItself = `${camera}
  window.begin = async () => {
    bench.joined = bench.now()
    const here = connect(signal => hear(there, signal, tellHere))
    const there = connect(signal => tellHere(signal))
    const tellHere = signal => hear(here, signal)
    await describe(here, signal => hear(there, signal, tellHere))
  }
  document.body.dataset.ready = 'true'`

const pageWith = (script: string) => `<!doctype html><title>bare</title>
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

/** Pages with nothing but an RTCPeerConnection: two, over a server that does nothing but pass their words on, or one that meets itself. */
export async function openBarePages(browser: Browser) {
  const server = createServer(({ url }, response) => {
    response.setHeader('content-type', 'text/html').end(pageWith(url === '/alone' ? withItself : withSocket))
  })
  const sockets = new WebSocketServer({ server })
  relay(sockets)
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
  const visits = [await visit(browser), await visit(browser)] as const
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
    async meetAlone(): Promise<number> {
      const page = await visits[0].open(`${url}alone`)
      await page.locator('[data-ready]').waitFor()
      await page.evaluate('begin()')
      const spent = await untilBothSee([page])
      await page.close()
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
