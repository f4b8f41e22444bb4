import type { Context, MiddlewareHandler } from 'hono'
import { problem } from './problem.ts'

/** How often one client may ask within a minute; the first line that fits a path counts. An office or a carrier may share an address. */
const limits = [
  { name: 'sign-in', path: /^\/api\/calls\/[^/]+\/sign-in$/, perMinute: 30 },
  { name: 'mini-app', path: /^\/api\/mini-app$/, perMinute: 60 },
  { name: 'console', path: /^\/api\/console(?:\/|$)/, perMinute: 1200 },
  { name: 'api', path: /^\/api\//, perMinute: 600 },
  { name: 'page', path: /^\/[cmr]\//, perMinute: 300 },
] as const

const minuteMs = 60_000
/** Above so many clients the minutes that are over are thrown away. */
const mostClients = 10_000

interface Options {
  /** the address at the other end of the connection */
  addressOf(c: Context): string | undefined
  /** machine time, epoch milliseconds */
  now?: () => number
}

/**
 * Counts each client's requests within a minute, in this process: two processes allow twice as many. What is too much is answered with
 * 429, a problem document and Retry-After; the count goes on, so insisting does not help.
 */
export function rateLimit({ addressOf, now = Date.now }: Options): MiddlewareHandler {
  const counted = new Map<string, { from: number; count: number }>()

  return async (c, next) => {
    const limit = limits.find(({ path }) => path.test(c.req.path))
    if (!limit) return next()
    const key = `${limit.name} ${clientOf(addressOf(c), c.req.header('x-forwarded-for'))}`
    const at = now()
    const minute = counted.get(key)
    if (!minute || at - minute.from >= minuteMs) {
      if (counted.size >= mostClients) dropPast(at)
      counted.set(key, { from: at, count: 1 })
      return next()
    }
    minute.count += 1
    if (minute.count <= limit.perMinute) return next()
    c.header('retry-after', String(Math.ceil((minute.from + minuteMs - at) / 1000)))
    return problem(c, 429, 'too-many')
  }

  function dropPast(at: number): void {
    for (const [key, { from }] of counted) if (at - from >= minuteMs) counted.delete(key)
    // so many within one minute is an attack on the memory: begin anew
    if (counted.size >= mostClients) counted.clear()
  }
}

/**
 * Who asks: the address at the other end, or, where that is a proxy on this machine or in a private network, the one that the proxy
 * appended to X-Forwarded-For. Anybody may write that header, so from the outside it is not believed. Of IPv6 the network counts (/64),
 * since a client owns all of it.
 */
export function clientOf(address = '', forwarded = ''): string {
  const plain = address.replace(/^::ffff:/i, '')
  const last = forwarded.split(',').at(-1)?.trim() ?? ''
  return networkOf(isPrivate(plain) && last !== '' ? last.slice(0, 64) : plain)
}

const isPrivate = (address: string): boolean =>
  /^(?:127\.|10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.)/.test(address) || /^(?:::1$|f[cd])/i.test(address)

function networkOf(address: string): string {
  if (!address.includes(':')) return address
  const [head = '', tail] = address.split('::')
  const front = head.split(':').filter(Boolean)
  const back = tail?.split(':').filter(Boolean) ?? []
  const zeros: string[] = tail === undefined ? [] : Array(Math.max(0, 8 - front.length - back.length)).fill('0')
  return [...front, ...zeros, ...back].slice(0, 4).join(':')
}
