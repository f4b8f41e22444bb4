import { Hono } from 'hono'
import { cleanStill } from '../core/capture/clean-still.ts'
import { takeCapture } from '../core/capture/take.ts'
import type { Ctx } from '../core/context.ts'
import { compareFaces, comparisonInput } from '../core/face/compare.ts'
import { keepDistance, measureInput } from '../core/face/measure.ts'
import { enterFromCard, entryInput } from '../core/identity/enter.ts'
import { refuse } from '../core/refusal.ts'
import { captureKinds, type Locale } from '../db/values.ts'
import { jsonBody } from './body.ts'
import type { EntryAnswer } from './contract.ts'

type Env = { Variables: { ctx: Ctx; locale: Locale } }

/** What the console keeps of the identity check. A still comes as the bytes of an image; what it says of itself counts for nothing. */
export function captureRoutes(): Hono<Env> {
  const app = new Hono<Env>()

  app.post('/cases/:code/captures/:kind', async c => {
    const kind = captureKinds.find(kind => kind === c.req.param('kind'))
    if (!kind) return refuse('not-found', { what: 'check' })
    // outside the transaction: decoding takes its time
    const still = await cleanStill(Buffer.from(await c.req.arrayBuffer()))
    const id = await takeCapture(c.var.ctx, { code: c.req.param('code'), kind, still })
    return c.json({ id })
  })

  app.post('/cases/:code/entry', jsonBody(entryInput), async c => {
    const entered: EntryAnswer = await enterFromCard(c.var.ctx, { code: c.req.param('code'), ...c.req.valid('json') })
    return c.json(entered)
  })

  app.put('/cases/:code/comparison', jsonBody(comparisonInput), async c => {
    await compareFaces(c.var.ctx, { code: c.req.param('code'), ...c.req.valid('json') })
    return c.json({})
  })

  app.post('/cases/:code/distance', jsonBody(measureInput), async c => {
    await keepDistance(c.var.ctx, { code: c.req.param('code'), ...c.req.valid('json') })
    return c.json({})
  })

  return app
}
