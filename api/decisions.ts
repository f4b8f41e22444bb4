import { Hono } from 'hono'
import { z } from 'zod'
import { readCase } from '../core/case/load.ts'
import type { Ctx } from '../core/context.ts'
import { decideCase } from '../core/verdict/decide.ts'
import { decideAppeal } from '../core/verdict/decide-appeal.ts'
import { decisionInput } from '../core/verdict/input.ts'
import { listLooks } from '../core/verdict/look.ts'
import { previewInput, previewVerdict } from '../core/verdict/preview.ts'
import { confirmVerdict, overruleVerdict, returnVerdict } from '../core/verdict/second-look.ts'
import type { Locale } from '../db/values.ts'
import { renderMessage } from '../texts/render.ts'
import { jsonBody } from './body.ts'
import type { LookEntry, Preview } from './contract.ts'
import { nameDevice } from './show-case.ts'

type Env = { Variables: { ctx: Ctx; locale: Locale } }

const seenBody = z.object({ version: z.number().int() })
const returnBody = seenBody.extend({ note: z.string().max(4000) })
const lookBody = decisionInput.extend(seenBody.shape)

/** Everything that decides: the verdict, the second look, the appeal, and what the applicant would read of it. */
export function decisionRoutes(): Hono<Env> {
  const app = new Hono<Env>()

  app.get('/looks', async c => {
    const looks = await listLooks(c.var.ctx)
    const entries: LookEntry[] = looks.map(({ code, kind, dueAt, device, mine }) => ({
      caseCode: code,
      kind,
      device: nameDevice(device, c.var.locale),
      mine,
      ...(dueAt ? { dueAt: dueAt.toISOString() } : {}),
    }))
    return c.json(entries)
  })

  app.post('/cases/:code/verdict', jsonBody(decisionInput), async c => {
    const caseId = await idOf(c.var.ctx, c.req.param('code'))
    await decideCase(c.var.ctx, { caseId, ...c.req.valid('json') })
    return c.json(await stateOf(c.var.ctx, caseId))
  })

  app.post('/cases/:code/preview', jsonBody(previewInput), async c => {
    const { ctx } = c.var
    const { view, reader } = await previewVerdict(ctx, { code: c.req.param('code'), ...c.req.valid('json') })
    const { html, buttons } = renderMessage(view, reader, ctx.now())
    const preview: Preview = {
      text: withoutMarkup(html),
      buttons: buttons.flat().map(({ label }) => label),
      locale: reader.locale,
    }
    return c.json(preview)
  })

  app.post('/cases/:code/confirm', jsonBody(seenBody), async c => {
    const caseId = await idOf(c.var.ctx, c.req.param('code'))
    await confirmVerdict(c.var.ctx, { caseId, ...c.req.valid('json') })
    return c.json(await stateOf(c.var.ctx, caseId))
  })

  app.post('/cases/:code/return', jsonBody(returnBody), async c => {
    const caseId = await idOf(c.var.ctx, c.req.param('code'))
    await returnVerdict(c.var.ctx, { caseId, ...c.req.valid('json') })
    return c.json(await stateOf(c.var.ctx, caseId))
  })

  app.post('/cases/:code/overrule', jsonBody(lookBody), async c => {
    const caseId = await idOf(c.var.ctx, c.req.param('code'))
    await overruleVerdict(c.var.ctx, { caseId, ...c.req.valid('json') })
    return c.json(await stateOf(c.var.ctx, caseId))
  })

  app.post('/cases/:code/appeal', jsonBody(lookBody), async c => {
    const caseId = await idOf(c.var.ctx, c.req.param('code'))
    await decideAppeal(c.var.ctx, { caseId, ...c.req.valid('json') })
    return c.json(await stateOf(c.var.ctx, caseId))
  })

  return app
}

const idOf = async (ctx: Ctx, code: string): Promise<string> => (await readCase(ctx, { code })).id

async function stateOf(ctx: Ctx, id: string): Promise<{ state: string }> {
  const { state } = await readCase(ctx, { id })
  return { state }
}

const entities: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"' }

/** The words of a message of ours: tags gone, entities read. */
function withoutMarkup(html: string): string {
  return html.replace(/<[^>]*>/g, '').replace(/&(?:amp|lt|gt|quot);/g, entity => entities[entity] ?? entity)
}
