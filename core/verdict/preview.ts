import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { orders } from '../../db/schema/catalogue.ts'
import { people } from '../../db/schema/people.ts'
import { type Outcome, outcomes } from '../../db/values.ts'
import { readCase } from '../case/load.ts'
import type { Ctx } from '../context.ts'
import type { Reader, ToldOutcome, VerdictView } from '../message/view.ts'
import { after, days } from '../policy.ts'
import { refuse } from '../refusal.ts'
import { rehearsalUrl } from '../rehearsal/link.ts'
import { showConditions } from './conditions.ts'
import { findAppeal } from './eligible.ts'
import { decisionInput, plainConditions } from './input.ts'
import { findReason, longestWait } from './rules.ts'
import { provenAgainAt } from './shorten.ts'

export const previewInput = z.object({
  outcome: z.enum(outcomes.filter(isTold)),
  reasons: decisionInput.shape.reasons,
  conditions: decisionInput.shape.conditions,
})

function isTold(outcome: Outcome): outcome is ToldOutcome {
  return outcome !== 'escalated'
}

/** What the applicant would be sent if it were decided so now, and as whom: nothing is kept, and unfinished input is shown as far as it goes. */
export async function previewVerdict(
  ctx: Ctx,
  raw: z.input<typeof previewInput> & { code: string },
): Promise<{ view: VerdictView; reader: Reader }> {
  const { code } = raw
  const { outcome, reasons, conditions: said } = previewInput.parse(raw)
  if (ctx.actor.kind !== 'staff') return refuse('not-found', { what: 'case' })
  const found = await readCase(ctx, { code })
  const [person] = await ctx.db.select().from(people).where(eq(people.id, found.personId))
  if (!person) return refuse('not-found', { what: 'person' })
  const now = ctx.now()
  const chosen = reasons.flatMap(reason => findReason(reason) ?? [])
  const appeal = await findAppeal(ctx, found.id)
  const view: VerdictView = { kind: 'verdict', code: found.code, outcome, reasons: chosen.map(reason => reason.code) }
  if (appeal) view.appealed = true
  if (outcome === 'approved') {
    const [order] = await ctx.db
      .select({ url: orders.returnUrl })
      .from(orders)
      .where(eq(orders.code, found.orderCode ?? ''))
    const continueUrl = order?.url ?? ctx.rentalUrl
    if (continueUrl) view.continueUrl = continueUrl
  }
  const conditions = plainConditions(said)
  if (outcome === 'conditional') {
    view.conditions = await showConditions(ctx, found, conditions ?? {})
    view.acceptUntil = after(now, days(ctx.policy.conditionalLapsesDays)).toISOString()
    view.version = found.version + 1
  }
  if (outcome === 'rejected' || outcome === 'rejected-for-good') {
    const from = found.state === 'appealed' ? (found.decidedAt ?? now) : now
    if (outcome === 'rejected') {
      const againAt = after(from, days(longestWait(chosen)))
      view.againAt = againAt.toISOString()
      const proven = provenAgainAt({ againAt, shortenedAt: found.shortenedAt }, view.reasons)
      if (proven) view.proof = { againAt: proven.toISOString(), url: rehearsalUrl(ctx, found.id) }
    }
    if (!appeal) view.appealUntil = after(now, days(ctx.policy.appealPossibleDays)).toISOString()
  }
  const { locale, timeZone } = person
  return { view, reader: { locale, timeZone: timeZone ?? ctx.officeTimeZone, zoneKnown: timeZone !== null } }
}
