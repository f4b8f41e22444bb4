import { eq } from 'drizzle-orm'
import { devices } from '../../db/schema/catalogue.ts'
import type { FourEyesReason, Outcome } from '../../db/values.ts'
import type { Case } from '../case/load.ts'
import type { Ctx } from '../context.ts'
import { hasFlags } from '../flag/read.ts'
import type { Policy } from '../policy.ts'
import { findNewestVerdict } from './load.ts'
import type { Reason } from './rules.ts'

/** All draws there are: a share of 5 percent is every draw below 500. */
const draws = 10_000

interface Facts {
  outcome: Outcome
  chosen: readonly Reason[]
  valueFen: number
  flagged: boolean
  /** the verdict before this one was sent back */
  returned: boolean
  draw: number
}

/**
 * The rule by itself. To ask for some steps again takes nothing from anybody, so it needs no second pair of eyes; but whatever follows a
 * verdict that was sent back does, or its maker could give the same one again alone.
 */
export function whyFourEyes(policy: Policy, facts: Facts): FourEyesReason[] {
  const { outcome, chosen, valueFen, flagged, returned, draw } = facts
  if (outcome === 'escalated') return ['escalated']
  const why: FourEyesReason[] = returned ? ['returned'] : []
  if (outcome === 'retry') return why
  if (valueFen >= policy.fourEyesValueFen) why.push('value')
  if (flagged) why.push('flag')
  if (outcome === 'rejected-for-good' && chosen.some(reason => reason.fourEyes)) why.push('family')
  if (draw < (policy.fourEyesSharePercent * draws) / 100) why.push('draw')
  return why
}

/** Why this verdict needs a second person, and what was drawn; the draw is made for every verdict, so that nobody can wait for a lucky one. */
export async function askFourEyes(
  ctx: Ctx,
  found: Case,
  outcome: Outcome,
  chosen: readonly Reason[],
): Promise<{ why: FourEyesReason[]; draw: number }> {
  const draw = Math.floor((ctx.random(4).readUInt32BE() / 2 ** 32) * draws)
  const [device] = await ctx.db
    .select({ valueFen: devices.valueFen })
    .from(devices)
    .where(eq(devices.id, found.deviceId ?? ''))
  const flagged = await hasFlags(ctx, found.id)
  const returned = (await findNewestVerdict(ctx, found.id))?.status === 'returned'
  const facts = { outcome, chosen, valueFen: device?.valueFen ?? 0, flagged, returned, draw }
  return { why: whyFourEyes(ctx.policy, facts), draw }
}
