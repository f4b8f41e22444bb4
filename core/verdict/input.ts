import { z } from 'zod'
import { type Conditions, type Outcome, outcomes } from '../../db/values.ts'
import type { Ctx } from '../context.ts'
import { refuse } from '../refusal.ts'
import { findReason, type Reason } from './rules.ts'

/** At least one of the three; zod's part of the check, the figures are compared in core/verdict/conditions.ts. */
const conditionsInput = z.strictObject({
  depositFen: z.number().int().positive().max(100_000_000).optional(),
  deviceId: z.string().min(1).max(40).optional(),
  termMonths: z.number().int().positive().max(120).optional(),
})

/** What a person decides: the same for the reviewer, for whoever overrules, and for an appeal. */
export const decisionInput = z.object({
  outcome: z.enum(outcomes),
  reasons: z.array(z.string().max(40)).max(10),
  conditions: conditionsInput.optional(),
  /** for staff only; sealed, never sent */
  note: z.string().max(4000).optional(),
  idempotencyKey: z.string().min(8).max(80),
})
export type Decision = z.output<typeof decisionInput>

/** Where it is decided: some reasons belong to one place only. */
export type Stage = 'review' | 'second' | 'appeal'

/**
 * The reasons as the catalogue has them. Every outcome but approval needs one (`reason-needed`); each must allow the outcome and
 * this person (`reason-unfit`).
 */
export function chooseReasons(ctx: Ctx, { outcome, reasons }: Pick<Decision, 'outcome' | 'reasons'>, stage: Stage): Reason[] {
  if (outcome === 'approved') return reasons.length === 0 ? [] : refuse('reason-unfit', { reason: reasons[0] ?? '' })
  if (reasons.length === 0) return refuse('reason-needed', {})
  return [...new Set(reasons)].map(code => {
    const reason = findReason(code)
    return reason && mayUse(ctx, reason, outcome, stage) ? reason : refuse('reason-unfit', { reason: code })
  })
}

export function mayUse(ctx: Ctx, reason: Reason, outcome: Outcome, stage: Stage): boolean {
  if (!reason.outcomes.includes(outcome)) return false
  if (reason.by === 'appeal') return stage === 'appeal'
  return reason.by === 'reviewer' || (ctx.actor.kind === 'staff' && ctx.actor.roles.includes('admin'))
}

/** Without the keys that are undefined: as it is stored and audited. */
export function plainConditions(raw: Decision['conditions']): Conditions | null {
  if (!raw) return null
  const { depositFen, deviceId, termMonths } = raw
  return {
    ...(depositFen === undefined ? {} : { depositFen }),
    ...(deviceId === undefined ? {} : { deviceId }),
    ...(termMonths === undefined ? {} : { termMonths }),
  }
}
