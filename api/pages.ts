import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { serveStatic } from '@hono/node-server/serve-static'
import { type Context, Hono } from 'hono'
import type { ApiDeps } from './deps.ts'
import { faceFileRoutes } from './face-files.ts'

/** Its gateways listen on other ports than 443. */
const agoraHosts = 'https://*.agora.io:* wss://*.agora.io:* https://*.sd-rtn.com:* wss://*.sd-rtn.com:*'

/** A strict policy a page: nothing inline, no third party but Agora, and that only where it is configured (its SDK starts workers from blob:). */
function policyFor({ media }: ApiDeps, frameAncestors = "'none'", scripts = "script-src 'self'"): string {
  const agora = media.agora !== undefined
  return [
    "default-src 'none'",
    scripts,
    "style-src 'self'",
    "img-src 'self' blob: data:",
    "media-src 'self' blob:",
    "font-src 'self'",
    `connect-src 'self'${agora ? ` ${agoraHosts}` : ''}`,
    agora ? "worker-src 'self' blob:" : "worker-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    `frame-ancestors ${frameAncestors}`,
  ].join('; ')
}

/** The built pages. A page is the same for every code: what it shows comes from the API, so a preview of a link uses nothing up. */
export function pageRoutes(deps: ApiDeps & { pagesDir: string }): Hono {
  const app = new Hono()
  const policy = policyFor(deps)
  // face comparison runs on WebAssembly; nothing is evaluated from text
  const console = policyFor(deps, "'none'", "script-src 'self' 'wasm-unsafe-eval'")
  const page =
    (name: string, own = policy) =>
    async (c: Context) => {
      const html = await readFile(join(deps.pagesDir, name, 'index.html'), 'utf8')
      return c.html(html, 200, {
        'content-security-policy': own,
        'referrer-policy': 'no-referrer',
        'x-content-type-options': 'nosniff',
        'cache-control': 'no-cache',
        'permissions-policy': 'camera=(self), microphone=(self), display-capture=()',
      })
    }
  app.get('/c/:code', page('call'))
  app.get('/r/:code', page('rehearsal'))
  // the only page that may stand in a frame, and only in a messenger's
  app.get('/m/:code', page('call', policyFor(deps, deps.frameAncestors)))
  app.get('/console', page('console', console))
  app.get('/console/:code', page('console', console))
  app.route('/', faceFileRoutes())
  app.use('/assets/*', async (c, next) => {
    await next()
    c.header('cache-control', 'public, max-age=31536000, immutable')
    c.header('x-content-type-options', 'nosniff')
  })
  // the build lays a gzip beside each (web/vite.config.ts)
  app.use('/assets/*', serveStatic({ root: deps.pagesDir, precompressed: true }))
  return app
}
