import { audit } from '../../db/schema.ts'
import type { Ctx } from '../context.ts'

/** The names of all chains: `desk`, and the ids of the cases. */
export async function listChains(ctx: Ctx): Promise<string[]> {
  const rows = await ctx.db.selectDistinct({ chain: audit.chain }).from(audit).orderBy(audit.chain)
  return rows.map(row => row.chain)
}
