import { and, eq } from 'drizzle-orm'
import type { messages } from '../../db/schema/messages.ts'
import { rehearsals } from '../../db/schema/rehearsals.ts'
import { rehearsalParts } from '../../db/values.ts'
import type { Ctx } from '../context.ts'
import type { RehearsalCardView, RehearsedView } from '../message/view.ts'
import { rehearsalUrl } from './link.ts'
import { failedIn, findRehearsal } from './read.ts'

/** The card of one rehearsal; nothing while a part of it is being repeated, since its card follows. */
export async function prepareRehearsal(
  ctx: Ctx,
  { caseId }: Pick<typeof messages.$inferSelect, 'caseId'>,
  rehearsalId: string,
): Promise<RehearsalCardView | undefined> {
  const own = and(eq(rehearsals.id, rehearsalId), eq(rehearsals.caseId, caseId ?? ''))
  const [row] = await ctx.db.select().from(rehearsals).where(own)
  if (!row?.finishedAt) return undefined
  const passed = rehearsalParts.filter(part => row.results[part]?.ok)
  return { kind: 'rehearsal', passed, failed: failedIn(row), url: rehearsalUrl(ctx, row.caseId) }
}

/** How far the applicant has rehearsed by now. */
export async function readRehearsed(ctx: Ctx, caseId: string): Promise<RehearsedView> {
  const last = await findRehearsal(ctx, caseId)
  return { url: rehearsalUrl(ctx, caseId), ...(last ? { failed: failedIn(last).map(({ part }) => part) } : {}) }
}
