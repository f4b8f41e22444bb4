import { allScopes } from '../../db/values.ts'
import type { Case } from '../case/load.ts'
import type { Ctx } from '../context.ts'

/** The context in which the slot is as long as this case needs: a call that repeats some steps only is a short one. */
export function withCallLength(ctx: Ctx, { scope }: Pick<Case, 'scope'>): Ctx {
  if (scope.length >= allScopes.length) return ctx
  const { slotMinutes, retrySlotMinutes } = ctx.policy
  return { ...ctx, policy: { ...ctx.policy, slotMinutes: Math.min(slotMinutes, retrySlotMinutes) } }
}
