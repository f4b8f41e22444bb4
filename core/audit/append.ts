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
 * `data` holds no personal value. Writers of one chain are serialised by an advisory lock until the transaction ends.
 */
export async function appendAudit(ctx: Ctx, chain: string, action: string, data: Record<string, unknown> = {}): Promise<void> {
  const at = ctx.now().toISOString()
  const actor = nameActor(ctx.actor)
  const body = canonicalize({ chain, at, actor, action, data }) ?? ''
  // sent together, run one after the other: the second sees what the last writer committed before the first got the lock
  const locked = ctx.db.execute(sql`select pg_advisory_xact_lock(hashtextextended(${chain}, 7))`)
  const appended = ctx.db.execute(sql`
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
