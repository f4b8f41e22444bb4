import { createHash } from 'node:crypto'
import { asc, eq } from 'drizzle-orm'
import { audit } from '../../db/schema.ts'
import type { Ctx } from '../context.ts'
import { firstHash } from './append.ts'

export type ChainReport = { chain: string; entries: number; head: string } | { chain: string; brokenAt: number; why: string }

/** Recomputes one chain from its first entry; names the first entry that does not fit. An empty chain is whole. */
export async function verifyChain(ctx: Ctx, chain: string): Promise<ChainReport> {
  const entries = await ctx.db.select().from(audit).where(eq(audit.chain, chain)).orderBy(asc(audit.number))
  let previous = firstHash
  for (const [index, entry] of entries.entries()) {
    const number = index + 1
    if (entry.number !== number) return { chain, brokenAt: number, why: 'an entry is missing' }
    if (entry.previous !== previous) return { chain, brokenAt: number, why: 'the link to the entry before it differs' }
    const hash = createHash('sha256').update(`${previous}\n${number}\n${entry.body}`).digest('hex')
    if (!agrees(entry)) return { chain, brokenAt: number, why: 'the columns differ from the content' }
    if (hash !== entry.hash) return { chain, brokenAt: number, why: 'the content does not fit its hash' }
    previous = hash
  }
  return { chain, entries: entries.length, head: previous }
}

/** The columns are there for queries; what counts stands in the body. */
function agrees({ chain, at, actor, action, body }: typeof audit.$inferSelect): boolean {
  try {
    const said: Record<string, unknown> = JSON.parse(body)
    return said.chain === chain && said.at === at.toISOString() && said.actor === actor && said.action === action
  } catch {
    return false
  }
}
