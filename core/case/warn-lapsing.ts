import { and, eq, gt, inArray, isNull, lte } from 'drizzle-orm'
import { cases } from '../../db/schema/cases.ts'
import { people } from '../../db/schema/people.ts'
import { type Ctx, transact } from '../context.ts'
import { queueMessage } from '../message/queue.ts'
import { quietUntil } from '../message/quiet-hours.ts'
import { after, days } from '../policy.ts'
import { lockCase } from './load.ts'

const waiting = ['invited', 'conditional'] as const
/** So long before the case lapses; a night in between does no harm. */
const warnedDays = 2

/**
 * Tells applicants who have still to choose a time, or to answer conditions, that their application is about to expire: once (G2), and not at
 * night on their clock. Drafts are reminded of on their own, see nudge-drafts.ts. Returns how many were told.
 */
export async function warnLapsing(ctx: Ctx): Promise<number> {
  const now = ctx.now()
  const rows = await ctx.db
    .select({ id: cases.id, zone: people.timeZone })
    .from(cases)
    .innerJoin(people, eq(people.id, cases.personId))
    .where(
      and(
        inArray(cases.state, [...waiting]),
        isNull(cases.hold),
        isNull(cases.remindedAt),
        isNull(people.blockedAt),
        gt(cases.deadlineAt, now),
        lte(cases.deadlineAt, after(now, days(warnedDays))),
      ),
    )
    .limit(200)
  let warned = 0
  for (const { id, zone } of rows) {
    if (quietUntil(now, zone ?? ctx.officeTimeZone, ctx.policy)) continue
    if (await warn(ctx, id)) warned++
  }
  return warned
}

async function warn(ctx: Ctx, id: string): Promise<boolean> {
  return transact(ctx, async ctx => {
    const { state, remindedAt, deadlineAt, personId } = await lockCase(ctx, { id })
    if (!(state === 'invited' || state === 'conditional') || remindedAt || !deadlineAt) return false
    await ctx.db.update(cases).set({ remindedAt: ctx.now() }).where(eq(cases.id, id))
    await queueMessage(ctx, { personId, caseId: id, kind: 'lapses-soon', params: { state }, expiresAt: deadlineAt })
    return true
  })
}
