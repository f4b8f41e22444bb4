import { and, asc, desc, eq, isNotNull, ne } from 'drizzle-orm'
import { rehearsals } from '../../db/schema/rehearsals.ts'
import { type PartResult, type RehearsalPart, rehearsalParts } from '../../db/values.ts'
import type { Ctx } from '../context.ts'

export type Rehearsal = typeof rehearsals.$inferSelect
export type MeasuredPart = { part: RehearsalPart } & PartResult

export interface TriedOut {
  startedAt: Date
  parts: MeasuredPart[]
}

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
export async function listRehearsals(ctx: Ctx, caseId: string): Promise<TriedOut[]> {
  const tried = and(eq(rehearsals.caseId, caseId), ne(rehearsals.results, {}))
  const rows = await ctx.db.select().from(rehearsals).where(tried).orderBy(asc(rehearsals.startedAt))
  return rows.map(row => ({ startedAt: row.startedAt, parts: measuredIn(row) }))
}

/** What was measured, part by part in the order of the page. */
export function measuredIn({ results }: Pick<Rehearsal, 'results'>): MeasuredPart[] {
  return rehearsalParts.flatMap(part => {
    const result = results[part]
    return result ? [{ part, ...result }] : []
  })
}

/** What is to be improved, part by part in the order of the page. Nothing: it passed. */
export function failedIn({ results }: Pick<Rehearsal, 'results'>): { part: RehearsalPart; advice: string }[] {
  return rehearsalParts.flatMap(part => {
    const result = results[part]
    return result?.ok === false ? [{ part, advice: result.advice ?? '' }] : []
  })
}
