import { createHash } from 'node:crypto'
import canonicalize from 'canonicalize'
import { desc, eq } from 'drizzle-orm'
import { events } from '../../db/schema/cases.ts'
import { verdicts } from '../../db/schema/verdicts.ts'
import type { CaseState } from '../../db/values.ts'
import type { Ctx } from '../context.ts'
import type { Case } from './load.ts'

/** Where a case waits for a verdict, or for the answer to one: what it leads to carries it. Not `confirming`: nothing is sent before. */
const judged: readonly (CaseState | null)[] = ['reviewing', 'confirming', 'appealed', 'conditional']
const undecided: readonly CaseState[] = ['reviewing', 'confirming']

/** Whether what the newest verdict said stands in the event of this change. */
export const carriesVerdict = (from: CaseState | null, to: CaseState): boolean => judged.includes(from) && !undecided.includes(to)

type NewEvent = typeof events.$inferInsert

/**
 * One row a change of state, in its transaction, for outside systems: complete enough to be sent on as it is, and nothing personal
 * in it. `from` is null where the case begins. What a verdict said stands in the events of the states that it led to.
 * Described first, so that the trail can hold its hash.
 */
export async function describeEvent(ctx: Ctx, from: CaseState | null, found: Case): Promise<NewEvent> {
  const { code, state, orderCode, deviceId, termMonths, scope, attempts, hold, againAt, deadlineAt } = found
  const verdict = carriesVerdict(from, state) ? await readVerdict(ctx, found.id) : {}
  return {
    caseCode: code,
    type: `case.${state}`,
    from,
    state,
    at: ctx.now(),
    payload: {
      order: orderCode,
      device: deviceId,
      termMonths,
      scope,
      attempts,
      hold,
      againAt: againAt?.toISOString() ?? null,
      deadlineAt: deadlineAt?.toISOString() ?? null,
      ...verdict,
    },
  }
}

export async function keepEvent(ctx: Ctx, event: NewEvent): Promise<void> {
  await ctx.db.insert(events).values(event)
}

/** SHA-256, hex, of all that an event says, as canonical JSON; its number is not known before it is kept. */
export function hashEvent({ caseCode, type, from, state, at, payload }: NewEvent): string {
  const said = canonicalize({ code: caseCode, type, from, state, at: at.toISOString(), payload }) ?? ''
  return createHash('sha256').update(said).digest('hex')
}

type Said = Pick<typeof verdicts.$inferSelect, 'outcome' | 'reasons' | 'conditions'>

/** `conditions`: what is asked for, by figure and code; null where nothing is. */
async function readVerdict(ctx: Ctx, caseId: string): Promise<Partial<Said>> {
  const [verdict] = await ctx.db
    .select({ outcome: verdicts.outcome, reasons: verdicts.reasons, conditions: verdicts.conditions })
    .from(verdicts)
    .where(eq(verdicts.caseId, caseId))
    .orderBy(desc(verdicts.at))
    .limit(1)
  return verdict ?? {}
}
