import { Hono } from 'hono'
import { z } from 'zod'
import type { Ctx } from '../core/context.ts'
import { listBlindReviews, openBlindReview, readBlindPhoto } from '../core/quality/open.ts'
import { type Compared, raiseBlindReview, recordBlindReview } from '../core/quality/record.ts'
import { mayUse } from '../core/verdict/input.ts'
import { reasons } from '../core/verdict/rules.ts'
import { type Locale, outcomes } from '../db/values.ts'
import { wordAnswer } from '../texts/answers.ts'
import { speak } from '../texts/fluent.ts'
import { jsonBody } from './body.ts'
import type { BlindCompared, BlindEntry, BlindFile } from './contract.ts'
import { nameDevice, showReason } from './show-case.ts'

type Env = { Variables: { ctx: Ctx; locale: Locale } }

const findingBody = z.object({
  outcome: z.enum(outcomes),
  reasons: z.array(z.string().max(40)).max(10),
  note: z.string().max(4000).optional(),
})
const raiseBody = z.object({ note: z.string().max(1000) })

/** Finished cases that are reviewed again blind. */
export function blindRoutes(): Hono<Env> {
  const app = new Hono<Env>()

  app.get('/', async c => {
    const entries: BlindEntry[] = (await listBlindReviews(c.var.ctx)).map(({ id, device, drawnAt, mine }) => {
      return { id, mine, device: nameDevice(device, c.var.locale), drawnAt: drawnAt.toISOString() }
    })
    return c.json(entries)
  })

  app.post('/:id/open', async c => {
    const { locale, ctx } = c.var
    const { plain } = speak(locale)
    const file = await openBlindReview(ctx, { id: c.req.param('id') })
    const shown: BlindFile = {
      id: file.id,
      device: nameDevice(file.device, locale),
      termMonths: file.termMonths,
      answers: file.answers.map(({ field, value }) => {
        return { field, label: plain(`field-${field}`), value: wordAnswer(locale, field, value) }
      }),
      photos: file.photos.map(({ id, kind }) => ({ id, label: plain(`file-${kind}`) })),
      consents: file.consents.map(({ kind, given }) => ({ kind, given, label: plain(`consent-${kind}`) })),
      reasons: reasons
        .filter(reason => reason.outcomes.some(outcome => outcome !== 'escalated' && mayUse(ctx, reason, outcome, 'review')))
        .map(reason => showReason(reason, locale)),
    }
    return c.json(shown)
  })

  app.get('/:id/photos/:photo', async c => {
    const { mime, bytes } = await readBlindPhoto(c.var.ctx, { id: c.req.param('id'), fileId: c.req.param('photo') })
    return c.body(new Uint8Array(bytes), 200, { 'content-type': mime, 'cache-control': 'private, no-store' })
  })

  app.post('/:id', jsonBody(findingBody), async c => {
    const compared = await recordBlindReview(c.var.ctx, { id: c.req.param('id'), ...c.req.valid('json') })
    return c.json(showCompared(compared, c.var.locale))
  })

  app.post('/:id/raise', jsonBody(raiseBody), async c => {
    const compared = await raiseBlindReview(c.var.ctx, { id: c.req.param('id'), ...c.req.valid('json') })
    return c.json(showCompared(compared, c.var.locale))
  })

  return app
}

function showCompared({ code, reasons: codes, ...rest }: Compared, locale: Locale): BlindCompared {
  const { plain, has } = speak(locale)
  const titles = codes.map(one => plain(has(`reason-${one}`) ? `reason-${one}.title` : 'reason-OTHER.title'))
  return { ...rest, caseCode: code, reasons: titles }
}
