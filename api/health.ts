import { Hono } from 'hono'
import { collectDefaultMetrics, Gauge, Registry } from 'prom-client'
import type { Ctx } from '../core/context.ts'
import { countOpen } from '../core/message/count-open.ts'

/** `/healthz`: the process lives. `/readyz`: the database answers. `/metrics`: Prometheus, counts only (G7). */
export function healthRoutes(ctx: Ctx): Hono {
  const app = new Hono()
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  new Gauge({
    name: 'mianshen_messages_open',
    help: 'Messages in the outbox, by status',
    labelNames: ['status'],
    registers: [registry],
    async collect() {
      this.reset()
      for (const { status, count } of await countOpen(ctx)) this.set({ status }, count)
    },
  })
  app.get('/healthz', c => c.json({ ok: true }))
  app.get('/readyz', async c => {
    await countOpen(ctx)
    return c.json({ ok: true })
  })
  app.get('/metrics', async c => c.text(await registry.metrics(), 200, { 'content-type': registry.contentType }))
  return app
}
