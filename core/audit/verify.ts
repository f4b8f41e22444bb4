import { createHash } from 'node:crypto'
import { and, asc, eq, gt } from 'drizzle-orm'
import { audit, auditHeads } from '../../db/schema/audit.ts'
import type { Ctx } from '../context.ts'
import { firstHash } from './append.ts'
import { RowWitness } from './compare-rows.ts'
import type { Receipt } from './receipt.ts'
import type { SignedHead } from './sign.ts'

/**
 * What does not fit. Four are told by signed heads: another key, a bad signature, another hash was signed, entries are gone. `rows`: the trail
 * is whole, and the tables beside it say something else.
 */
export type Flaw = 'missing' | 'link' | 'columns' | 'hash' | 'other-key' | 'signature' | 'rewritten' | 'cut' | 'rows'

interface WholeChain {
  chain: string
  entries: number
  head: string
  /** up to this entry signed heads vouch for it; what came after could still be cut off unseen */
  signed: number
}
interface BrokenChain {
  chain: string
  brokenAt: number
  why: Flaw
}
export type ChainReport = WholeChain | BrokenChain
/** Against a chain: it agrees, belongs to another case, was not signed by this desk, or the chain was cut or written anew since. */
export type ReceiptResult = 'matches' | 'other-case' | 'not-signed' | 'cut' | 'rewritten'

type Entry = typeof audit.$inferSelect

const pageSize = 1_000

/**
 * Recomputes one chain from its first entry and holds it against every signed head that is known, in the database and with the
 * witness (`heads`); names the first entry that does not fit, or that the case's rows contradict. An empty chain that was never signed is whole.
 */
export async function verifyChain(ctx: Ctx, chain: string, witnessed: readonly SignedHead[] = []): Promise<ChainReport> {
  const heads = await readHeads(ctx, chain, witnessed)
  const witness = new RowWitness()
  let previous = firstHash
  let entries = 0
  for await (const entry of readEntries(ctx, chain)) {
    const number = entries + 1
    const why = flaw(entry, previous, number) ?? headFlaw(ctx, heads.get(number) ?? [], entry)
    if (why) return { chain, brokenAt: number, why }
    witness.note(number, entry.actor, entry.action, entry.body)
    previous = entry.hash
    entries = number
  }
  const signed = Math.max(0, ...heads.keys())
  if (signed > entries) return { chain, brokenAt: entries + 1, why: 'cut' }
  const contradicted = await witness.contradicted(ctx, chain, entries)
  if (contradicted !== undefined) return { chain, brokenAt: contradicted, why: 'rows' }
  return { chain, entries, head: previous, signed }
}

/** Holds an applicant's receipt against the chain, which is to be verified by itself. */
export async function checkReceipt(ctx: Ctx, found: { id: string; code: string }, receipt: Receipt): Promise<ReceiptResult> {
  if (receipt.code !== found.code) return 'other-case'
  const { number, hash, signature } = receipt
  if (!ctx.signer.verify({ chain: found.id, number, hash }, signature)) return 'not-signed'
  const [entry] = await ctx.db
    .select({ hash: audit.hash })
    .from(audit)
    .where(and(eq(audit.chain, found.id), eq(audit.number, number)))
  if (!entry) return 'cut'
  return entry.hash === hash ? 'matches' : 'rewritten'
}

/** Entries in order, a page at a time: all, even one numbered below 1. */
async function* readEntries(ctx: Ctx, chain: string): AsyncGenerator<Entry> {
  for (let after: number | undefined; ; ) {
    const page = await ctx.db
      .select()
      .from(audit)
      .where(and(eq(audit.chain, chain), after === undefined ? undefined : gt(audit.number, after)))
      .orderBy(asc(audit.number))
      .limit(pageSize)
    yield* page
    const last = page.at(-1)
    if (!last || page.length < pageSize) return
    after = last.number
  }
}

/** Every signed head of the chain, by its entry's number. */
async function readHeads(ctx: Ctx, chain: string, witnessed: readonly SignedHead[]): Promise<Map<number, SignedHead[]>> {
  const kept = await ctx.db.select().from(auditHeads).where(eq(auditHeads.chain, chain))
  const heads = new Map<number, SignedHead[]>()
  for (const head of [...kept, ...witnessed]) heads.set(head.number, [...(heads.get(head.number) ?? []), head])
  return heads
}

function flaw(entry: Entry, previous: string, number: number): Flaw | undefined {
  if (entry.number !== number) return 'missing'
  if (entry.previous !== previous) return 'link'
  if (!agrees(entry)) return 'columns'
  const hash = createHash('sha256').update(`${previous}\n${number}\n${entry.body}`).digest('hex')
  return hash === entry.hash ? undefined : 'hash'
}

function headFlaw(ctx: Ctx, heads: readonly SignedHead[], entry: Entry): Flaw | undefined {
  for (const { keyId, signature, hash } of heads) {
    if (keyId !== ctx.signer.keyId) return 'other-key'
    if (!ctx.signer.verify({ chain: entry.chain, number: entry.number, hash }, signature)) return 'signature'
    if (hash !== entry.hash) return 'rewritten'
  }
  return undefined
}

/** The columns are there for queries; what counts stands in the body. */
function agrees({ chain, at, actor, action, body }: Entry): boolean {
  try {
    const said: Record<string, unknown> = JSON.parse(body)
    return said.chain === chain && said.at === at.toISOString() && said.actor === actor && said.action === action
  } catch {
    return false
  }
}
