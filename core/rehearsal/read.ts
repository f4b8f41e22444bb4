import { and, desc, eq, isNotNull } from 'drizzle-orm'
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

/** What is to be improved, part by part in the order of the page. Nothing: it passed. */
export function failedIn({ results }: Pick<Rehearsal, 'results'>): { part: RehearsalPart; advice: string }[] {
  return rehearsalParts.flatMap(part => {
    const result = results[part]
    return result?.ok === false ? [{ part, advice: result.advice ?? '' }] : []
  })
}
