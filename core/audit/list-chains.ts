import { z } from 'zod'
import { audit, auditHeads } from '../../db/schema/audit.ts'
import type { Ctx } from '../context.ts'
import type { SignedHead } from './sign.ts'

/** The names of all chains, `desk` and the ids of the cases: those that there are, and those that were signed once. */
export async function listChains(ctx: Ctx, witnessed: ReadonlyMap<string, unknown> = new Map()): Promise<string[]> {
  const written = await ctx.db.selectDistinct({ chain: audit.chain }).from(audit)
  const signed = await ctx.db.selectDistinct({ chain: auditHeads.chain }).from(auditHeads)
  return [...new Set([...written, ...signed].map(row => row.chain).concat([...witnessed.keys()]))].sort()
}

const signedHead = z.object({
  chain: z.string(),
  number: z.int().positive(),
  hash: z.string().length(64),
  signature: z.string(),
  keyId: z.string(),
})

/** What the witness saw, by chain; of one chain only, where it is named. A line that cannot be read (the last, after a crash) is left out. */
export async function readWitness(ctx: Ctx, only?: string): Promise<Map<string, SignedHead[]>> {
  const heads = new Map<string, SignedHead[]>()
  for await (const line of ctx.witness.lines()) {
    if (only !== undefined && !line.includes(only)) continue
    const head = parse(line)
    if (head) heads.set(head.chain, [...(heads.get(head.chain) ?? []), head])
  }
  return heads
}

function parse(line: string): SignedHead | undefined {
  try {
    return signedHead.safeParse(JSON.parse(line)).data
  } catch {
    return undefined
  }
}
