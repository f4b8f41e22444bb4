import { desc, eq, sql } from 'drizzle-orm'
import { audit, auditHeads, auditUnsigned } from '../../db/schema/audit.ts'
import { type Ctx, transact } from '../context.ts'
import { lockChain } from './append.ts'
import type { Head } from './head.ts'

/** A chain that is being written to is signed once in so long, by machine time: not at every entry. */
const waitSeconds = 120
const mostAtOnce = 200

export interface SignedHead extends Head {
  signature: string
  keyId: string
}

/** Signs the present head of a chain and keeps it, in the caller's transaction. Undefined for a chain without entries. */
export async function signHead(ctx: Ctx, chain: string): Promise<SignedHead | undefined> {
  const [last] = await ctx.db
    .select({ number: audit.number, hash: audit.hash })
    .from(audit)
    .where(eq(audit.chain, chain))
    .orderBy(desc(audit.number))
    .limit(1)
  if (!last) return undefined
  const head = { chain, ...last }
  const signed = { ...head, signature: ctx.signer.sign(head), keyId: ctx.signer.keyId }
  await ctx.db.insert(auditHeads).values(signed).onConflictDoNothing()
  return signed
}

/**
 * Signs the chains that have had new entries for a while and hands the heads to the witness outside the database, first: a crash in
 * between does both again. What a chain loses after this is found.
 */
export async function signHeads(ctx: Ctx, { olderThanSeconds = waitSeconds } = {}): Promise<number> {
  const due = await ctx.db
    .select({ chain: auditUnsigned.chain })
    .from(auditUnsigned)
    .where(sql`${auditUnsigned.since} <= clock_timestamp() - make_interval(secs => ${olderThanSeconds})`)
    .orderBy(auditUnsigned.since)
    .limit(mostAtOnce)
  for (const { chain } of due) {
    await transact(ctx, async ctx => {
      // an entry that is being written either is visible now, or marks the chain again after this
      await lockChain(ctx, chain)
      await ctx.db.delete(auditUnsigned).where(eq(auditUnsigned.chain, chain))
      const signed = await signHead(ctx, chain)
      if (signed) await ctx.witness.append([JSON.stringify(signed)])
    })
  }
  return due.length
}
