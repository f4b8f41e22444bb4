import { and, desc, eq, sql } from 'drizzle-orm'
import { audit } from '../../db/schema/audit.ts'
import { settings } from '../../db/schema/desk.ts'
import type { Ctx } from '../context.ts'
import type { Policy } from '../policy.ts'
import { mergePolicy, type PolicyName } from './policy-rules.ts'

export const policyKey = 'policy'

/** The policy as it stands in the database; what a process works by follows within moments (start/policy.ts). */
export async function readPolicy(ctx: Ctx): Promise<Policy> {
  const [row] = await ctx.db.select().from(settings).where(eq(settings.key, policyKey))
  return mergePolicy(row?.value)
}

export interface PolicyChange {
  at: Date
  before: number
  after: number
  /** by whom, as the trail names actors */
  actor: string
}

/** The latest changes of one setting, from the audit trail. */
export async function readPolicyHistory(ctx: Ctx, name: PolicyName, most: number): Promise<PolicyChange[]> {
  const data = sql`${audit.body}::jsonb -> 'data'`
  const rows = await ctx.db
    .select({
      at: audit.at,
      actor: audit.actor,
      before: sql<number>`(${data} ->> 'before')::int`,
      after: sql<number>`(${data} ->> 'after')::int`,
    })
    .from(audit)
    .where(and(eq(audit.chain, 'desk'), eq(audit.action, 'policy.changed'), sql`${data} ->> 'setting' = ${name}`))
    .orderBy(desc(audit.number))
    .limit(most)
  return rows
}
