import { and, eq, sql } from 'drizzle-orm'
import { cases } from '../../db/schema/cases.ts'
import type { CaseState } from '../../db/values.ts'
import { appendAudit } from '../audit/append.ts'
import { earnsReceipt, queueReceipt } from '../audit/receipt.ts'
import type { Ctx } from '../context.ts'
import { queueStatusCard } from '../message/queue.ts'
import { refuse } from '../refusal.ts'
import { describeEvent, hashEvent, keepEvent } from './events.ts'
import type { Case } from './load.ts'
import { type Mover, mayChange } from './states.ts'

type Patch = Partial<
  Pick<
    Case,
    'deadlineAt' | 'hold' | 'scope' | 'attempts' | 'misses' | 'againAt' | 'decidedAt' | 'submittedAt' | 'deviceId' | 'termMonths'
  >
>

/**
 * The only way a case changes state: along the table, as a compare-and-swap on the row, with its audit entry, its event for outside
 * systems and its status card in the caller's transaction (G3). Without a `deadlineAt` in the patch the old deadline ends. Refused as `stale` where the table
 * has no such way, or somebody was faster.
 */
export async function changeState(ctx: Ctx, found: Case, to: CaseState, mover: Mover, patch: Patch = {}): Promise<Case> {
  if (!mayChange(found.state, to, mover)) return refuse('stale', { state: found.state })
  const [changed] = await ctx.db
    .update(cases)
    .set({ deadlineAt: null, remindedAt: null, slippedAt: null, ...patch, state: to, version: sql`${cases.version} + 1` })
    .where(and(eq(cases.id, found.id), eq(cases.state, found.state), eq(cases.version, found.version)))
    .returning()
  if (!changed) return refuse('stale', {})
  const event = await describeEvent(ctx, found.state, changed)
  const { hold, attempts } = changed
  const times = { againAt: changed.againAt?.toISOString() ?? null, decidedAt: changed.decidedAt?.toISOString() ?? null }
  const entry = { from: found.state, to, hold, attempts, ...times, event: hashEvent(event) }
  await Promise.all([appendAudit(ctx, found.id, 'case.state', entry), keepEvent(ctx, event)])
  // before the card, which has the thing to do
  if (earnsReceipt(found.state, to, mover)) await queueReceipt(ctx, changed)
  // a draft has no card, and its lapsing a message of its own
  if (found.state !== 'draft' || to !== 'lapsed') await queueStatusCard(ctx, changed)
  return changed
}
