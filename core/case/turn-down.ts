import { and, eq, inArray } from 'drizzle-orm'
import { cases } from '../../db/schema/cases.ts'
import { flags } from '../../db/schema/lookups.ts'
import { appendAudit } from '../audit/append.ts'
import { type Ctx, transact } from '../context.ts'
import { flagHold } from '../flag/rules.ts'
import { refuse } from '../refusal.ts'
import { refuseUnlessAdmin } from '../staff/add.ts'
import { rejectWithoutCall } from '../verdict/turn-down-tried.ts'
import { type Case, lockCase } from './load.ts'

/** When a new application would be welcome: as the earlier rejections say. `never`: one of them was for good. */
export type Welcome = Date | 'never'

/** What turning a held case down would mean; undefined where it is not held for an earlier rejection. Reads only. */
export async function readTurnDown(ctx: Ctx, input: { code: string }): Promise<Welcome | undefined> {
  refuseUnlessAdmin(ctx)
  const [found] = await ctx.db.select().from(cases).where(eq(cases.code, input.code))
  return found && isHeld(found) ? welcomeAfter(ctx, found) : undefined
}

/**
 * An admin turns down a case that was held because its document number was rejected before; the waiting time of that rejection holds
 * for this account too. A verdict with its neutral reason, advice and appeal. `stale` when somebody was faster.
 */
export async function turnDown(ctx: Ctx, input: { code: string; version: number }): Promise<Case> {
  return transact(ctx, async ctx => {
    refuseUnlessAdmin(ctx)
    const found = await lockCase(ctx, { code: input.code })
    if (!isHeld(found) || found.version !== input.version) return refuse('stale', { state: found.state })
    const welcome = await welcomeAfter(ctx, found)
    const againAt = welcome === 'never' ? null : welcome
    await appendAudit(ctx, found.id, 'case.turned-down', { hold: found.hold, againAt: againAt?.toISOString() ?? null })
    return rejectWithoutCall(ctx, found, { reason: 'HISTORY_DUPLICATE', againAt })
  })
}

const isHeld = ({ state, hold }: Case): boolean => state === 'invited' && hold === flagHold

async function welcomeAfter(ctx: Ctx, found: Case): Promise<Welcome> {
  const earlier = await ctx.db
    .select({ kind: flags.kind, againAt: cases.againAt })
    .from(flags)
    .innerJoin(cases, eq(cases.id, flags.evidenceCaseId))
    .where(and(eq(flags.caseId, found.id), inArray(flags.kind, ['rejected-for-good', 'rejected-waiting'])))
  if (earlier.some(({ kind }) => kind === 'rejected-for-good')) return 'never'
  return new Date(Math.max(+ctx.now(), ...earlier.map(({ againAt }) => Number(againAt ?? 0))))
}
