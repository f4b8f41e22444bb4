import { z } from 'zod'
import { findLatestBooking } from '../booking/load.ts'
import { lockCase } from '../case/load.ts'
import { type Ctx, transact } from '../context.ts'
import { refuse } from '../refusal.ts'
import { checkConditions } from './conditions.ts'
import { keepVerdict } from './decide.ts'
import { findAppeal, findEarlierReviewers } from './eligible.ts'
import { chooseReasons, decisionInput, plainConditions } from './input.ts'
import { findByKey, type Verdict } from './load.ts'
import { readResults } from './results.ts'
import { leadsToContract, obstacle } from './rules.ts'
import { takeEffect } from './take-effect.ts'

const appealInput = decisionInput.extend({ caseId: z.string(), version: z.number() })

/**
 * Decides an appeal on the record, or grants a new call (`retry`). By a member of staff who had no part before (`same-person`; the
 * database refuses it too). Approval needs every check of the last call passed (G6); an upheld rejection waits from the first decision on,
 * and never longer than the first one said. What was rejected with a date is not rejected for good on the same record (`worse-than-appealed`).
 */
export async function decideAppeal(ctx: Ctx, raw: z.input<typeof appealInput>): Promise<Verdict> {
  const input = appealInput.parse(raw)
  return transact(ctx, async ctx => {
    const found = await lockCase(ctx, { id: input.caseId })
    if (ctx.actor.kind !== 'staff') return refuse('not-found', { what: 'case' })
    const given = await findByKey(ctx, input)
    if (given) return given
    const appeal = await findAppeal(ctx, found.id)
    if (found.state !== 'appealed' || !appeal || found.version !== input.version) return refuse('stale', { state: found.state })
    const { staffId } = ctx.actor
    if (found.personId === ctx.actor.personId || (await findEarlierReviewers(ctx, found.id)).has(staffId))
      return refuse('same-person', {})
    if (input.outcome === 'escalated') return refuse('not-allowed', {})
    // a date to apply again stands: nothing was seen since that could take it away
    if (input.outcome === 'rejected-for-good' && found.againAt !== null) return refuse('worse-than-appealed', {})
    const booking = await findLatestBooking(ctx, found.id)
    // a rejection or a new call needs no results; what leads to a contract does
    const results = (await readResults(ctx, found, booking?.id ?? null)).map(({ result }) => result)
    const blocked = obstacle(input.outcome, results)
    if (blocked && leadsToContract(input.outcome)) return refuse('check-not-passed', {})
    chooseReasons(ctx, input, 'appeal')
    await checkConditions(ctx, found, input.outcome, plainConditions(input.conditions))
    const how = { bookingId: booking?.id ?? null, reviewerId: staffId, status: 'final', appealId: appeal.id } as const
    const verdict = await keepVerdict(ctx, found, input, how)
    await takeEffect(ctx, found, verdict)
    return verdict
  })
}
