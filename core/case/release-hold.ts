import { and, eq, sql } from 'drizzle-orm'
import { cases } from '../../db/schema/cases.ts'
import { appendAudit } from '../audit/append.ts'
import { type Ctx, transact } from '../context.ts'
import { queueStatusCard } from '../message/queue.ts'
import { after, days } from '../policy.ts'
import { refuse } from '../refusal.ts'
import { refuseUnlessAdmin } from '../staff/add.ts'
import { type Case, lockCase } from './load.ts'

/**
 * An admin decides that a held case goes on: the hold ends, what led to it counts no longer as the last straw (misses begin anew,
 * one attempt is open), and the applicant gets a fresh card with times, and all the days there are to choose one. `stale` when somebody was faster or nothing is held, `same-person` on an own case.
 */
export async function releaseHold(ctx: Ctx, input: { code: string; version: number }): Promise<Case> {
  return transact(ctx, async ctx => {
    refuseUnlessAdmin(ctx)
    const found = await lockCase(ctx, { code: input.code })
    if (ctx.actor.kind === 'staff' && found.personId === ctx.actor.personId) return refuse('same-person', {})
    // a verdict that waits for a second person, or an appeal, is decided or assigned instead
    const isOwed = found.state === 'confirming' || found.state === 'appealed'
    if (found.hold === null || isOwed || found.version !== input.version) return refuse('stale', { state: found.state })
    const attempts = Math.min(found.attempts, ctx.policy.attemptsThatCount - 1)
    const deadlineAt = found.state === 'invited' ? after(ctx.now(), days(ctx.policy.invitedLapsesDays)) : found.deadlineAt
    const [released] = await ctx.db
      .update(cases)
      .set({ hold: null, misses: 0, attempts, deadlineAt, remindedAt: null, version: sql`${cases.version} + 1` })
      .where(and(eq(cases.id, found.id), eq(cases.version, found.version)))
      .returning()
    if (!released) return refuse('stale', {})
    await appendAudit(ctx, found.id, 'case.hold-released', { hold: found.hold, attempts })
    await queueStatusCard(ctx, released, true)
    return released
  })
}
