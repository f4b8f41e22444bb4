import { and, eq, sql } from 'drizzle-orm'
import { rehearsals } from '../../db/schema/rehearsals.ts'
import { type PartResult, type RehearsalPart, rehearsalParts } from '../../db/values.ts'
import { appendAudit } from '../audit/append.ts'
import { lockCase } from '../case/load.ts'
import { type Ctx, transact } from '../context.ts'
import { newId } from '../ids.ts'
import { queueMessage } from '../message/queue.ts'
import { refuse } from '../refusal.ts'
import { shortenWait } from '../verdict/shorten.ts'
import { mayRehearse } from './link.ts'
import type { Rehearsal } from './read.ts'
import { gradePart } from './rules.ts'

/** So many loads of the page leave a result; a case has no need of more. */
const mostRuns = 200

/**
 * One part was measured: it is graded, kept and answered with. The same part again takes the place of the result before. `answer-invalid`
 * for figures that no page of ours measures, `too-late` when the page was loaded too often.
 */
export async function recordPart(
  ctx: Ctx,
  input: { caseId: string; run: string; part: RehearsalPart; figures: unknown },
): Promise<PartResult> {
  const result = gradePart(input.part, input.figures)
  if (!result) return refuse('answer-invalid', { field: input.part, problem: 'figures' })
  return transact(ctx, async ctx => {
    const found = await lockCase(ctx, { id: input.caseId })
    if (!mayRehearse(found)) return refuse('link-over', { why: 'ended' })
    const { caseId, run } = input
    const row = { id: newId(ctx), caseId, run, startedAt: ctx.now(), results: {} }
    if ((await ctx.db.$count(rehearsals, eq(rehearsals.caseId, caseId))) < mostRuns)
      await ctx.db.insert(rehearsals).values(row).onConflictDoNothing()
    const changed = await ctx.db
      .update(rehearsals)
      .set({ results: sql`${rehearsals.results} || ${JSON.stringify({ [input.part]: result })}::jsonb`, finishedAt: null })
      .where(and(eq(rehearsals.caseId, caseId), eq(rehearsals.run, run)))
      .returning({ id: rehearsals.id })
    return changed.length > 0 ? result : refuse('too-late', {})
  })
}

/** Without a camera there is neither light nor sharpness to measure, and without a line no clock to compare with. */
function neededParts({ results }: Pick<Rehearsal, 'results'>): readonly RehearsalPart[] {
  const stopped = (part: RehearsalPart) => results[part] !== undefined && 'problem' in results[part].figures
  const without = new Set<RehearsalPart>([
    ...(stopped('camera') ? (['light', 'sharpness'] as const) : []),
    ...(stopped('network') ? (['clock'] as const) : []),
  ])
  return rehearsalParts.filter(part => !without.has(part))
}

/**
 * The rehearsal is over: its card goes to the chat, once for what was measured (G2). `application-incomplete` while a part has no
 * result yet.
 */
export async function finishRehearsal(ctx: Ctx, input: { caseId: string; run: string }): Promise<void> {
  await transact(ctx, async ctx => {
    const found = await lockCase(ctx, { id: input.caseId })
    const own = and(eq(rehearsals.caseId, found.id), eq(rehearsals.run, input.run))
    const [row] = await ctx.db.select().from(rehearsals).where(own)
    if (!row) return refuse('not-found', { what: 'check' })
    if (row.finishedAt) return
    const missing = neededParts(row).find(part => row.results[part] === undefined)
    if (missing) return refuse('application-incomplete', { field: missing })
    await ctx.db.update(rehearsals).set({ finishedAt: ctx.now() }).where(own)
    const failed = rehearsalParts.filter(part => row.results[part]?.ok === false)
    await appendAudit(ctx, found.id, 'rehearsal.finished', { rehearsal: row.id, failed })
    const params = { rehearsalId: row.id }
    await queueMessage(ctx, { personId: found.personId, caseId: found.id, kind: 'rehearsal', params })
    if (failed.length === 0) await shortenWait(ctx, found, row)
  })
}
