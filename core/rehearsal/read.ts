import { and, asc, desc, eq, isNotNull, ne } from 'drizzle-orm'
import { rehearsals } from '../../db/schema/rehearsals.ts'
import { type RehearsalPart, rehearsalParts } from '../../db/values.ts'
import type { Ctx } from '../context.ts'

export type Rehearsal = typeof rehearsals.$inferSelect

/** The newest rehearsal of a case that was carried through. */
export async function findRehearsal(ctx: Ctx, caseId: string): Promise<Rehearsal | undefined> {
  const [found] = await ctx.db
    .select()
    .from(rehearsals)
    .where(and(eq(rehearsals.caseId, caseId), isNotNull(rehearsals.finishedAt)))
    .orderBy(desc(rehearsals.finishedAt))
    .limit(1)
  return found
}

/** Every rehearsal of a case in which something was measured, carried through or not, in the order in which they were begun. */
export async function listRehearsals(ctx: Ctx, caseId: string): Promise<Pick<Rehearsal, 'startedAt' | 'results'>[]> {
  const tried = and(eq(rehearsals.caseId, caseId), ne(rehearsals.results, {}))
  const { startedAt, results } = rehearsals
  return ctx.db.select({ startedAt, results }).from(rehearsals).where(tried).orderBy(asc(startedAt))
}

/** What is to be improved, part by part in the order of the page. Nothing: it passed. */
export function failedIn({ results }: Pick<Rehearsal, 'results'>): { part: RehearsalPart; advice: string }[] {
  return rehearsalParts.flatMap(part => {
    const result = results[part]
    return result?.ok === false ? [{ part, advice: result.advice ?? '' }] : []
  })
}
