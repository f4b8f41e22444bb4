import { upgradeWebSocket } from '@hono/node-server'
import { getConnInfo } from '@hono/node-server/conninfo'
import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { maxStillBytes } from '../core/capture/clean-still.ts'
import { mostChunkBytes } from '../core/recording/keep-chunk.ts'
import { callRoutes } from './calls.ts'
import { consoleRoutes } from './console.ts'
import { type ApiDeps, visitor } from './deps.ts'
import { healthRoutes } from './health.ts'
import { miniAppRoutes } from './mini-app.ts'
import { pageRoutes } from './pages.ts'
import { problem, problemOf } from './problem.ts'
import { rateLimit } from './rate-limit.ts'
import { rehearsalRoutes } from './rehearsal.ts'
import { openRooms } from './room.ts'
import { sameOrigin } from './same-origin.ts'
import { unknownRoute } from './unknown-route.ts'

const maxBodyBytes = 256 * 1024
const capturePath = /^\/api\/console\/cases\/[^/]+\/captures\/[^/]+$/
const recordingPath = /^\/api\/console\/recordings\//

export interface Api {
  app: Hono
  /** closes the rooms' sockets and stops listening */
  close(): Promise<void>
}

/** The API: call links, console, room, pages, health. Everything it refuses is a problem document (RFC 9457). */
export async function createApi(deps: ApiDeps): Promise<Api> {
  const app = new Hono()
  const ctx = deps.ctxFor(visitor)
  const rooms = await openRooms(deps, deps.sql)
  app.onError((error, c) => problemOf(c, error, ctx.log, ctx.random(4).toString('hex')))
  app.notFound(c => problem(c, 404, 'not-found'))
  const limited = rateLimit({ addressOf: c => getConnInfo(c).remote.address })
  app.use('/api/*', limited)
  app.use('/c/*', limited)
  app.use('/r/*', limited)
  app.use('/m/*', limited)
  const limitTo = (maxSize: number) => bodyLimit({ maxSize, onError: c => problem(c, 413, 'too-large') })
  const [ordinary, forStills, forChunks] = [limitTo(maxBodyBytes), limitTo(maxStillBytes), limitTo(mostChunkBytes)]
  const limitOf = (path: string) => (capturePath.test(path) ? forStills : recordingPath.test(path) ? forChunks : ordinary)
  app.use('/api/*', (c, next) => limitOf(c.req.path)(c, next))
  app.use('/api/*', sameOrigin)
  app.use('/api/*', async (c, next) => {
    await next()
    if (!c.res.headers.has('cache-control')) c.header('cache-control', 'no-store')
  })
  app.get('/api/room', upgradeWebSocket(rooms.socket))
  app.route('/api/calls', callRoutes(deps))
  app.route('/api/rehearsals', rehearsalRoutes(deps))
  app.route('/api/mini-app', miniAppRoutes(deps))
  app.route('/api/console', consoleRoutes(deps))
  // here and not in notFound, which a parent that mounts these routes would not ask
  app.all('/api/*', unknownRoute(app))
  app.route('/', healthRoutes(ctx))
  // stands in calendar files, which know no messenger: to the chat, where the card then comes to the bottom
  app.get('/chat', c => c.redirect(deps.chatUrl('status')))
  const { pagesDir } = deps
  if (pagesDir !== undefined) app.route('/', pageRoutes({ ...deps, pagesDir }))
  return { app, close: rooms.close }
}
