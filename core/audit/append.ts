import canonicalize from 'canonicalize'
import { sql } from 'drizzle-orm'
import type { Actor, Ctx } from '../context.ts'

/** What the first entry of a chain follows; append_audit has the same. */
export const firstHash = '0'.repeat(64)

/** `applicant:<id>`, `staff:<id>`, `job:<name>`: random ids, so that the trail says nothing after erasure. */
export function nameActor(actor: Actor): string {
  if (actor.kind === 'applicant') return `applicant:${actor.personId}`
  if (actor.kind === 'staff') return `staff:${actor.staffId}`
  return `job:${actor.name}`
}

/**
 * Adds one entry to a chain, in the transaction of what it records (G3, G8). `chain` is a case's id, or `desk`.
 * The database's own append_audit waits for its turn at the chain, links and hashes; one statement, so that it costs one.
 * hash = SHA-256(previous hash, newline, number, newline, body), body = canonical JSON (RFC 8785) of everything else.
 * `data` holds no personal value: `before` and `after` of one are commitments (core/audit/commitment.ts). The chain is marked, so
 * that the sweep signs its head.
 */
export async function appendAudit(ctx: Ctx, chain: string, action: string, data: Record<string, unknown> = {}): Promise<void> {
  const at = ctx.now().toISOString()
  const actor = nameActor(ctx.actor)
  const body = canonicalize({ chain, at, actor, action, data }) ?? ''
  await ctx.db.execute(sql`select append_audit(${chain}, ${at}, ${actor}, ${action}, ${body})`)
}

/** One writer a chain at a time, until the transaction ends. */
export async function lockChain(ctx: Ctx, chain: string): Promise<void> {
  await ctx.db.execute(sql`select pg_advisory_xact_lock(hashtextextended(${chain}, 7))`)
}
