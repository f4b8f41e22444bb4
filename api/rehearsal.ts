import { Hono } from 'hono'
import { z } from 'zod'
import { refuse } from '../core/refusal.ts'
import { isRehearsalCode, openRehearsal } from '../core/rehearsal/link.ts'
import { finishRehearsal, recordPart } from '../core/rehearsal/record.ts'
import { limits } from '../core/rehearsal/rules.ts'
import { rehearsalParts } from '../db/values.ts'
import { jsonBody } from './body.ts'
import type { RehearsalPing, RehearsalResult, RehearsalView, UploadCounted } from './contract.ts'
import { type ApiDeps, visitor } from './deps.ts'
import { problemOf } from './problem.ts'

/** The largest piece that a page may ask for at once; it asks for more when that came too fast to be measured. */
const mostBytes = 512 * 1024

const figuresBody = z.object({ figures: z.record(z.string().max(20), z.union([z.number(), z.string().max(20)])) })
const piece = z.coerce.number().int().min(1).max(mostBytes)

/** The rehearsal page's own door: what is measured against the API, and what was measured. A load of the page uses nothing up. */
export function rehearsalRoutes(deps: ApiDeps): Hono {
  const app = new Hono()
  const ctx = deps.ctxFor(visitor)
  // noise, so that no proxy on the way can make it smaller
  const noise = new Uint8Array(ctx.random(mostBytes))
  app.onError((error, c) => problemOf(c, error, ctx.log, ctx.random(4).toString('hex'), { chatUrl: deps.chatUrl() }))

  const asOwner = async (code: string) => {
    const { found, person } = await openRehearsal(deps.ctxFor(visitor), code)
    return { found, ctx: deps.ctxFor({ kind: 'applicant', personId: person.id }) }
  }
  // measured are the line and the machine, not the database: the code's own signature is enough here
  const refuseForeign = (code: string) => isRehearsalCode(ctx, code) || refuse('link-unknown', {})

  app.get('/:code', async c => {
    const { person } = await openRehearsal(deps.ctxFor(visitor), c.req.param('code'))
    const view: RehearsalView = {
      locale: person.locale,
      chatUrl: deps.chatUrl(),
      limits,
      ...(person.timeZone ? { timeZone: person.timeZone } : {}),
    }
    return c.json(view)
  })

  app.get('/:code/ping', c => {
    refuseForeign(c.req.param('code'))
    // machine time: the sandbox moves the desk's, and a device's clock is to be compared with a real one
    return c.json({ at: Date.now() } satisfies RehearsalPing)
  })

  app.get('/:code/down', c => {
    refuseForeign(c.req.param('code'))
    const bytes = piece.safeParse(c.req.query('bytes'))
    if (!bytes.success) return refuse('answer-invalid', { field: 'bytes', problem: 'range', limit: mostBytes })
    return c.body(noise.subarray(0, bytes.data), 200, {
      'content-type': 'application/octet-stream',
      'cache-control': 'no-store, no-transform',
    })
  })

  app.post('/:code/up', async c => {
    refuseForeign(c.req.param('code'))
    const { byteLength } = await c.req.arrayBuffer()
    return c.json({ bytes: byteLength } satisfies UploadCounted)
  })

  app.put('/:code/:run/:part', jsonBody(figuresBody), async c => {
    const { found, ctx } = await asOwner(c.req.param('code'))
    const run = runOf(c.req.param('run'))
    const part = rehearsalParts.find(part => part === c.req.param('part')) ?? refuse('not-found', { what: 'check' })
    const { ok, advice } = await recordPart(ctx, { caseId: found.id, run, part, figures: c.req.valid('json').figures })
    return c.json({ ok, ...(advice === undefined ? {} : { advice }) } satisfies RehearsalResult)
  })

  app.post('/:code/:run/finish', async c => {
    const { found, ctx } = await asOwner(c.req.param('code'))
    await finishRehearsal(ctx, { caseId: found.id, run: runOf(c.req.param('run')) })
    return c.json({})
  })

  return app
}

const runOf = (run: string): string => {
  const parsed = z.uuid().safeParse(run)
  return parsed.success ? parsed.data : refuse('not-found', { what: 'check' })
}
