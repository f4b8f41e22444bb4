import { eq, sql } from 'drizzle-orm'
import { settings } from '../../db/schema/desk.ts'
import { appendAudit } from '../audit/append.ts'
import { type Ctx, transact } from '../context.ts'
import { defaultPolicy } from '../policy.ts'
import { refuse } from '../refusal.ts'
import { refuseUnlessAdmin } from '../staff/add.ts'
import { mergePolicy, type PolicyName, policyProblem } from './policy-rules.ts'
import { policyKey } from './read-policy.ts'

export interface PolicyChanged {
  name: PolicyName
  before: number
  after: number
}

/**
 * Sets one number of the policy, from the next transaction on in every process. Bookings, deadlines and promises already made stay as
 * they are. `policy-invalid` when it is out of its bounds or out of order with another setting; `stale` when `from` is given and no
 * longer what stands. Without `value` the default comes back.
 */
export async function changePolicy(ctx: Ctx, input: { name: PolicyName; value?: number; from?: number }): Promise<PolicyChanged> {
  return transact(ctx, async ctx => {
    refuseUnlessAdmin(ctx)
    await ctx.db.insert(settings).values({ key: policyKey, value: {} }).onConflictDoNothing()
    const [row] = await ctx.db.select().from(settings).where(eq(settings.key, policyKey)).for('update')
    const { name } = input
    const policy = mergePolicy(row?.value)
    const before = policy[name]
    if (input.from !== undefined && input.from !== before) return refuse('stale', {})
    const after = input.value ?? defaultPolicy[name]
    const wrong = policyProblem(policy, name, after)
    if (wrong) return refuse('policy-invalid', { setting: name, ...wrong })
    if (after === before) return { name, before, after }
    await ctx.db
      .update(settings)
      .set({ value: sql`${settings.value} || jsonb_build_object(${name}::text, ${after}::int)` })
      .where(eq(settings.key, policyKey))
    await appendAudit(ctx, 'desk', 'policy.changed', { setting: name, before, after })
    await ctx.db.execute(sql`select pg_notify(${policyKey}, '')`)
    return { name, before, after }
  })
}
