import { Hono } from 'hono'
import { z } from 'zod'
import { openMiniApp } from '../core/call/mini-app.ts'
import { readInitData } from '../core/person/web-app-data.ts'
import { refuse } from '../core/refusal.ts'
import { jsonBody } from './body.ts'
import type { MiniAppOpened } from './contract.ts'
import { type ApiDeps, visitor } from './deps.ts'
import { problemOf } from './problem.ts'

const openBody = z.object({ initData: z.string().max(4096), caseCode: z.string().max(20) })

/** The messenger's frame: what it signed is checked, and the answer is the call link, as a bearer in the page's memory. No cookie is set or read. */
export function miniAppRoutes(deps: ApiDeps): Hono {
  const app = new Hono()
  const ctx = deps.ctxFor(visitor)
  app.onError((error, c) => problemOf(c, error, ctx.log, ctx.random(4).toString('hex'), { chatUrl: deps.chatUrl() }))

  app.post('/', jsonBody(openBody), async c => {
    const { initData, caseCode } = c.req.valid('json')
    const opened = readInitData(initData, deps.botToken ?? '', ctx.now())
    if (!opened) return refuse('launch-invalid', {})
    const code = await openMiniApp(deps.ctxFor(visitor), { telegramId: opened.telegramId, caseCode })
    return c.json({ code } satisfies MiniAppOpened)
  })

  return app
}
