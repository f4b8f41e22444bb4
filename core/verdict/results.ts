import { eq } from 'drizzle-orm'
import { findings } from '../../db/schema/verdicts.ts'
import type { CheckResult, Scope } from '../../db/values.ts'
import type { Case } from '../case/load.ts'
import { checksFor } from '../check/rules.ts'
import type { Ctx } from '../context.ts'

/** What was found at every check of the case's scope in that call, in order. */
export async function readResults(
  ctx: Ctx,
  found: Case,
  bookingId: string | null,
): Promise<{ step: Scope; result: CheckResult | undefined }[]> {
  const rows = bookingId === null ? [] : await ctx.db.select().from(findings).where(eq(findings.bookingId, bookingId))
  return checksFor(found.scope).map(({ key, step }) => ({ step, result: rows.find(row => row.check === key)?.result }))
}
