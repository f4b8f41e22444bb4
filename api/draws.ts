import { Hono } from 'hono'
import { z } from 'zod'
import { abortReview } from '../core/call/abort.ts'
import { handOverCall } from '../core/call/hand-over-call.ts'
import { readDossier } from '../core/case/dossier.ts'
import { readCase } from '../core/case/load.ts'
import type { Ctx } from '../core/context.ts'
import { askOnPage } from '../core/draw/ask-on-page.ts'
import { hearCode } from '../core/draw/hear-code.ts'
import { notePart } from '../core/draw/note-part.ts'
import { sendCode } from '../core/draw/send-code.ts'
import { markCall, withdrawMark } from '../core/flag/mark.ts'
import { seeHelp } from '../core/help/see-help.ts'
import { refuse } from '../core/refusal.ts'
import { callFlagKinds, type Locale } from '../db/values.ts'
import { jsonBody } from './body.ts'
import type { HeardCode, LiveState } from './contract.ts'
import { showCase } from './show-case.ts'

type Env = { Variables: { ctx: Ctx; locale: Locale } }

const partBody = z.object({ value: z.string().max(40).nullable(), note: z.string().max(2000).optional() })
const heardBody = z.object({ digits: z.string().max(40) })
const markBody = z.object({ kind: z.enum(callFlagKinds), note: z.string().max(2000).optional() })
const handOverBody = z.object({ note: z.string().trim().min(1).max(2000) })
const abortBody = z.object({
  reason: z.string().max(40),
  note: z.string().max(2000).optional(),
  idempotencyKey: z.string().min(8).max(80),
})
const promptBody = z.object({ kind: z.enum(['movement', 'room']).nullable() })

/** What the reviewer does in the call besides ticking checks: parts, the spoken code, what the applicant's page asks for. */
export function drawRoutes(): Hono<Env> {
  const app = new Hono<Env>()

  app.put('/cases/:code/parts/:key', jsonBody(partBody), async c => {
    const { ctx } = c.var
    const key = c.req.param('key')
    const { value, note } = c.req.valid('json')
    const { id, code } = await readCase(ctx, { code: c.req.param('code') })
    await notePart(ctx, { caseId: id, part: key, value, ...(note ? { note } : {}) })
    const { checks } = showCase(ctx, await readDossier(ctx, { code }), c.var.locale)
    return c.json(checks.find(check => check.parts.some(part => part.key === key)) ?? refuse('not-found', { what: 'check' }))
  })

  app.post('/cases/:code/code', async c => {
    await sendCode(c.var.ctx, { caseId: await idOf(c.var.ctx, c.req.param('code')) })
    return c.json(await liveOf(c.var, c.req.param('code')))
  })

  app.post('/cases/:code/heard', jsonBody(heardBody), async c => {
    const heard: HeardCode = await hearCode(c.var.ctx, {
      caseId: await idOf(c.var.ctx, c.req.param('code')),
      ...c.req.valid('json'),
    })
    return c.json(heard)
  })

  app.post('/cases/:code/prompt', jsonBody(promptBody), async c => {
    await askOnPage(c.var.ctx, { caseId: await idOf(c.var.ctx, c.req.param('code')), ...c.req.valid('json') })
    return c.json(await liveOf(c.var, c.req.param('code')))
  })

  app.post('/cases/:code/marks', jsonBody(markBody), async c => {
    const { kind, note } = c.req.valid('json')
    await markCall(c.var.ctx, { caseId: await idOf(c.var.ctx, c.req.param('code')), kind, ...(note ? { note } : {}) })
    return c.json({})
  })

  app.post('/cases/:code/marks/:id/withdraw', async c => {
    const mark = z.uuid().safeParse(c.req.param('id'))
    if (!mark.success) return refuse('not-found', { what: 'check' })
    await withdrawMark(c.var.ctx, { caseId: await idOf(c.var.ctx, c.req.param('code')), mark: mark.data })
    return c.json({})
  })

  app.post('/cases/:code/help-seen', async c => {
    await seeHelp(c.var.ctx, { caseId: await idOf(c.var.ctx, c.req.param('code')) })
    return c.json({})
  })

  app.post('/cases/:code/hand-over', jsonBody(handOverBody), async c => {
    await handOverCall(c.var.ctx, { caseId: await idOf(c.var.ctx, c.req.param('code')), ...c.req.valid('json') })
    return c.json({})
  })

  app.post('/cases/:code/abort', jsonBody(abortBody), async c => {
    const { ctx } = c.var
    const caseId = await idOf(ctx, c.req.param('code'))
    const { reason, note, idempotencyKey } = c.req.valid('json')
    await abortReview(ctx, { caseId, reason, idempotencyKey, ...(note ? { note } : {}) })
    return c.json({ state: (await readCase(ctx, { id: caseId })).state })
  })

  return app
}

const idOf = async (ctx: Ctx, code: string): Promise<string> => (await readCase(ctx, { code })).id

async function liveOf({ ctx, locale }: Env['Variables'], code: string): Promise<LiveState> {
  const { live } = showCase(ctx, await readDossier(ctx, { code }), locale)
  return live ?? refuse('stale', {})
}
