import type { HttpBindings } from '@hono/node-server'
import { getConnInfo } from '@hono/node-server/conninfo'
import { createMiddleware } from 'hono/factory'
import { isLoopbackHost } from './text/links.ts'

/**
 * Only this machine may speak to the sandbox: the peer is loopback, the Host names this machine (a foreign name that resolves
 * here would be DNS rebinding), nothing was forwarded by a proxy, and no other site's page is behind the request.
 */
export const onlyThisMachine = createMiddleware<{ Bindings: HttpBindings }>(async (c, next) => {
  const peer = c.env?.incoming ? (getConnInfo(c).remote.address ?? '') : ''
  const host = c.req.header('host') ?? ''
  const forwarded = c.req.header('x-forwarded-for') ?? c.req.header('forwarded')
  if (!isLoopbackAddress(peer) || !isLoopbackHost(hostname(host)) || forwarded !== undefined) return refuse()
  if (!isPageVisit(c.req.method, c.req.path) && isForeign(c.req.header('origin'), c.req.header('sec-fetch-site'), host))
    return refuse()
  await next()
})

function refuse(): Response {
  return Response.json({ error: 'The sandbox answers this machine only.' }, { status: 403 })
}

/** Following a link to the page from elsewhere is harmless; everything else must come from the page itself or from no browser. */
const isPageVisit = (method: string, path: string) => method === 'GET' && path === '/sandbox'

function isForeign(origin: string | undefined, site: string | undefined, host: string): boolean {
  if (origin !== undefined && origin !== `http://${host}` && origin !== `https://${host}`) return true
  return site !== undefined && site !== 'same-origin' && site !== 'none'
}

function isLoopbackAddress(address: string): boolean {
  return isLoopbackHost(address.replace(/^::ffff:/i, ''))
}

const hostname = (host: string) => host.replace(/:\d+$/, '').toLowerCase()
