import canonicalize from 'canonicalize'
import { sql } from 'drizzle-orm'
import type { Actor, Ctx } from '../context.ts'

export const firstHash = '0'.repeat(64)

/** `applicant:<id>`, `staff:<id>`, `job:<name>`: random ids, so that the trail says nothing after erasure. */
export function nameActor(actor: Actor): string {
  if (actor.kind === 'applicant') return `applicant:${actor.personId}`
  if (actor.kind === 'staff') return `staff:${actor.staffId}`
  return `job:${actor.name}`
}

/**
 * Adds one entry to a chain, in the transaction of what it records (G3, G8). `chain` is a case's id, or `desk`.
 * hash = SHA-256(previous hash, newline, number, newline, body), body = canonical JSON (RFC 8785) of everything else.
 * `data` holds no personal value: `before` and `after` of one are commitments (core/audit/commitment.ts). The chain is marked, so
 * that the sweep signs its head.
 */
export async function appendAudit(ctx: Ctx, chain: string, action: string, data: Record<string, unknown> = {}): Promise<void> {
  const at = ctx.now().toISOString()
  const actor = nameActor(ctx.actor)
  const body = canonicalize({ chain, at, actor, action, data }) ?? ''
  // sent together, run one after the other: the second sees what the last writer committed before the first got the lock
  const locked = lockChain(ctx, chain)
  const appended = ctx.db.execute(sql`
    with unsigned as (insert into audit_unsigned (chain) values (${chain}) on conflict do nothing)
    insert into audit (chain, number, at, actor, action, body, previous, hash)
    select ${chain}, n.number, ${at}::timestamptz, ${actor}, ${action}, ${body}, n.previous,
           encode(sha256(convert_to(n.previous || E'\n' || n.number || E'\n' || ${body}, 'UTF8')), 'hex')
    from (
      select coalesce(last.number, 0) + 1 as number, coalesce(last.hash, ${firstHash}) as previous
      from (select 1) one
      left join lateral (select number, hash from audit where chain = ${chain} order by number desc limit 1) last on true
    ) n`)
  await Promise.all([locked, appended])
}

/** One writer a chain at a time, until the transaction ends. */
export async function lockChain(ctx: Ctx, chain: string): Promise<void> {
  await ctx.db.execute(sql`select pg_advisory_xact_lock(hashtextextended(${chain}, 7))`)
}
