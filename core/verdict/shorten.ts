import { eq } from 'drizzle-orm'
import { cases } from '../../db/schema/cases.ts'
import { appendAudit } from '../audit/append.ts'
import type { Case } from '../case/load.ts'
import type { Ctx } from '../context.ts'
import { queueMessage, queueStatusCard } from '../message/queue.ts'
import { after, days } from '../policy.ts'
import { findLatestVerdict } from './load.ts'
import { findReason, longestWait } from './rules.ts'

/**
 * From when a new application would be welcome after a passed rehearsal: the wait of those reasons alone that a rehearsal says nothing
 * about. Undefined where that is no earlier, or was done already.
 */
export function provenAgainAt(
  { againAt, shortenedAt }: Pick<Case, 'againAt' | 'shortenedAt'>,
  reasons: readonly string[],
): Date | undefined {
  if (againAt === null || shortenedAt !== null) return undefined
  const chosen = reasons.flatMap(code => findReason(code) ?? [])
  const less = longestWait(chosen) - longestWait(chosen.filter(reason => reason.shortenedBy !== 'rehearsal'))
  return less > 0 ? after(againAt, -days(less)) : undefined
}

/**
 * A rehearsal that began after the verdict has passed: the applicant need not wait for what it proves. Told with both times; where
 * there is nothing left to wait for, at once with the button. Once a verdict, and in the caller's transaction; changes nothing where no reason allows it.
 */
export async function shortenWait(
  ctx: Ctx,
  found: Case,
  rehearsal: { id: string; startedAt: Date },
): Promise<'shortened' | undefined> {
  if (found.state !== 'rejected' || !found.againAt || found.againAt <= ctx.now()) return undefined
  if (found.decidedAt === null || rehearsal.startedAt < found.decidedAt) return undefined
  const verdict = await findLatestVerdict(ctx, found.id)
  const proven = verdict && provenAgainAt(found, verdict.reasons)
  if (!proven) return undefined
  const now = ctx.now()
  const isOpen = proven <= now
  const againAt = isOpen ? now : proven
  // where the wait is over, this message says so, and the reminder of the date has nothing to add
  const told = isOpen ? { againToldAt: now } : {}
  await ctx.db
    .update(cases)
    .set({ againAt, shortenedAt: now, ...told })
    .where(eq(cases.id, found.id))
  const times = { before: found.againAt.toISOString(), after: againAt.toISOString() }
  await appendAudit(ctx, found.id, 'case.wait-shortened', { rehearsal: rehearsal.id, ...times })
  await queueMessage(ctx, { personId: found.personId, caseId: found.id, kind: 'wait-shortened', params: times })
  await queueStatusCard(ctx, found)
  return 'shortened'
}
