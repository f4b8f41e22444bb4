import { createMiddleware } from 'hono/factory'
import { problem } from './problem.ts'

/** A browser says where a request comes from: one that changes something, or opens a socket, must come from our own pages. */
export const sameOrigin = createMiddleware(async (c, next) => {
  const changes = c.req.method !== 'GET' && c.req.method !== 'HEAD'
  const opensSocket = c.req.header('upgrade')?.toLowerCase() === 'websocket'
  if (!changes && !opensSocket) return next()
  const site = c.req.header('sec-fetch-site')
  const origin = c.req.header('origin')
  const foreign =
    site !== undefined
      ? site !== 'same-origin' && site !== 'none'
      : origin !== undefined && !sameHost(origin, c.req.header('host'))
  return foreign ? problem(c, 403, 'cross-origin') : next()
})

function sameHost(origin: string, host: string | undefined): boolean {
  try {
    return new URL(origin).host === host
  } catch {
    return false
  }
}
