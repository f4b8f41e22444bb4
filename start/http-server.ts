import { createServer } from 'node:net'
import { type ServerType, serve } from '@hono/node-server'
import type { Hono } from 'hono'
import { WebSocketServer } from 'ws'

/** The port cannot be had; the message says which variable mends it. */
export class PortTaken extends Error {}

const maxFrameBytes = 64 * 1024

export interface HttpServer {
  /** stops accepting, closes what is idle, cuts what is left */
  stop(): Promise<void>
}

/** Listens with HTTP and WebSocket on one port. Rejects with `PortTaken` when somebody else has it. */
export async function listen(app: Hono, host: string, port: number): Promise<HttpServer> {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: maxFrameBytes })
  const server = await new Promise<ServerType>((resolve, reject) => {
    const started = serve({ fetch: app.fetch, hostname: host, port, websocket: { server: sockets } }, () => resolve(started))
    started.on('error', error => reject(explain(error, host, port)))
  })
  return {
    async stop() {
      const closed = new Promise<void>(resolve => server.close(() => resolve()))
      for (const socket of sockets.clients) socket.terminate()
      if ('closeAllConnections' in server) server.closeAllConnections()
      await closed
    },
  }
}

function explain(error: Error, host: string, port: number): Error {
  const code = 'code' in error ? error.code : undefined
  if (code === 'EADDRINUSE')
    return new PortTaken(`port ${port} is taken by another program: set PORT to a free one, such as PORT=${port + 1}`)
  if (code === 'EACCES')
    return new PortTaken(`port ${port} may not be used by this user: set PORT to one above 1023, such as PORT=3000`)
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
    return new PortTaken(`HOST ${host} is not an address of this machine: set HOST, such as HOST=127.0.0.1`)
  return error
}

/** A port that is free at this moment, for PORT=0. */
export async function freePort(host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.on('error', reject)
    probe.listen(0, host, () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
