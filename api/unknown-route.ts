import type { Context, Hono } from 'hono'
import { problem } from './problem.ts'

/** Says, for a path that no route took, whether there is such a path at all: 405 with what may be asked of it, or 404. */
export function unknownRoute(app: Hono): (c: Context) => Response {
  return c => {
    const allowed = new Set(
      app.routes.filter(({ method, path }) => method !== 'ALL' && patternOf(path).test(c.req.path)).map(({ method }) => method),
    )
    if (allowed.size === 0) return problem(c, 404, 'not-found')
    c.header('allow', [...allowed].join(', '))
    return problem(c, 405, 'method-not-allowed')
  }
}

/** `/api/calls/:code/join` as an expression; the paths of our routes hold no other signs that mean anything. */
const patternOf = (path: string): RegExp => new RegExp(`^${path.replace(/:\w+/g, '[^/]+')}$`)
