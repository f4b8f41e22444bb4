import { z } from 'zod'
import { consents } from '../../db/schema/cases.ts'
import { locales } from '../../db/values.ts'
import { appendAudit } from '../audit/append.ts'
import { type Ctx, transact } from '../context.ts'
import { refuse } from '../refusal.ts'
import { lockDraft } from './answer.ts'
import { type Application, readApplication, standing } from './answers.ts'
import { consentKinds, neededConsents } from './steps.ts'

const consentInput = z.object({
  caseId: z.string(),
  kind: z.enum(consentKinds),
  given: z.boolean(),
  /** of the very text that was shown */
  textHash: z.string().length(64),
  version: z.string(),
  locale: z.enum(locales),
})

/** Records one consent with the hash of the text shown. A needed one cannot be declined (`not-allowed`); `stale` when another is asked. */
export async function giveConsent(ctx: Ctx, raw: z.input<typeof consentInput>): Promise<Application> {
  const { caseId, kind, ...shown } = consentInput.parse(raw)
  return transact(ctx, async ctx => {
    const found = await lockDraft(ctx, caseId)
    const { position, answers, consents: before } = await readApplication(ctx, found)
    if (position.at !== 'consent' || position.consent !== kind) return refuse('stale', {})
    if (!shown.given && neededConsents.includes(kind)) return refuse('not-allowed', {})
    await ctx.db.insert(consents).values({ caseId, kind, ...shown, at: ctx.now() })
    await appendAudit(ctx, caseId, 'consent.recorded', { kind, ...shown })
    return standing(ctx, found, answers, new Map(before).set(kind, shown.given))
  })
}
