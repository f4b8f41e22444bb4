import { eq } from 'drizzle-orm'
import { consents } from '../../db/schema/cases.ts'
import { appeals } from '../../db/schema/verdicts.ts'
import type { Case } from '../case/load.ts'
import type { Ctx } from '../context.ts'
import { lastOf } from './compare-desk.ts'
import type { TellsOf, Told } from './compare-rows.ts'

/** Its code, and the attempts and times that decide whether and when the applicant may come again. */
export function caseContradicts(found: Case, of: TellsOf): number | undefined {
  const created = of('case.created')[0]
  if (created && created.data.code !== found.code) return created.number
  const now = {
    attempts: found.attempts,
    againAt: found.againAt?.toISOString() ?? null,
    decidedAt: found.decidedAt?.toISOString() ?? null,
  }
  const told: Record<keyof typeof now, (Told & { value: unknown })[]> = {
    attempts: values([...of('case.state'), ...of('case.hold-released')], ({ attempts }) => attempts),
    againAt: values([...of('case.state'), ...of('case.wait-shortened')], data => ('after' in data ? data.after : data.againAt)),
    decidedAt: values(of('case.state'), ({ decidedAt }) => decidedAt),
  }
  for (const key of ['attempts', 'againAt', 'decidedAt'] as const) {
    const last = told[key].at(-1)
    // an entry of a version that did not write it says nothing
    if (last && last.value !== undefined && last.value !== now[key]) return last.number
  }
  return undefined
}

function values(told: readonly Told[], read: (data: Told['data']) => unknown): (Told & { value: unknown })[] {
  return told.map(one => ({ ...one, value: read(one.data) })).sort((one, two) => one.number - two.number)
}

/** That it was made, and who is asked to decide it. */
export async function appealContradicts(ctx: Ctx, caseId: string, of: TellsOf, entries: number): Promise<number | undefined> {
  const [row] = await ctx.db.select().from(appeals).where(eq(appeals.caseId, caseId))
  const made = of('appeal.made').at(-1)
  if (row?.id !== made?.data.appeal) return made?.number ?? entries
  const assigned = of('appeal.assigned').at(-1)
  return (row?.assignedId ?? undefined) === assigned?.data.reviewer ? undefined : (assigned ?? made)?.number
}

/** What was agreed to and to which text, and what was taken back. */
export async function consentContradicts(ctx: Ctx, caseId: string, of: TellsOf, entries: number): Promise<number | undefined> {
  const found = await ctx.db.select().from(consents).where(eq(consents.caseId, caseId))
  const rows = new Map(found.map(row => [row.kind, row]))
  const withdrawn = lastOf(of('consent.withdrawn'), 'kind')
  for (const [kind, recorded] of lastOf(of('consent.recorded'), 'kind')) {
    const row = rows.get(kind)
    const back = withdrawn.get(kind)
    const last = back && back.number > recorded.number ? back : recorded
    if (!row || !isAsAgreed(row, recorded, last === back)) return last.number
    rows.delete(kind)
  }
  return rows.size > 0 ? entries : undefined
}

function isAsAgreed(row: typeof consents.$inferSelect, { data }: Told, isTakenBack: boolean): boolean {
  const { textHash, version, locale } = row
  // an entry of a version that did not write one of them says nothing
  const isSameText = Object.entries({ textHash, version, locale }).every(
    ([key, now]) => data[key] === undefined || data[key] === now,
  )
  const given = isTakenBack ? false : data.given
  return isSameText && row.given === given && (row.withdrawnAt !== null) === isTakenBack
}
