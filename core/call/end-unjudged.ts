import { and, eq, lte } from 'drizzle-orm'
import { bookings } from '../../db/schema/bookings.ts'
import { cases } from '../../db/schema/cases.ts'
import { findActiveBooking } from '../booking/load.ts'
import { releaseBooking } from '../booking/release.ts'
import { changeState } from '../case/change-state.ts'
import { lockCase } from '../case/load.ts'
import { type Ctx, transact } from '../context.ts'
import { queueMessage } from '../message/queue.ts'
import { after, days, minutes } from '../policy.ts'

/** Reviews whose verdict never came: our fault, nothing counts, the applicant chooses a new time. Running it twice does nothing more. */
export async function endUnjudged(ctx: Ctx): Promise<void> {
  const latest = after(ctx.now(), -minutes(ctx.policy.verdictLapsesHours * 60))
  const overdue = await ctx.db
    .select({ caseId: bookings.caseId })
    .from(bookings)
    .innerJoin(cases, eq(cases.id, bookings.caseId))
    .where(and(eq(bookings.status, 'active'), eq(cases.state, 'reviewing'), lte(bookings.startsAt, latest)))
    .limit(200)
  for (const { caseId } of overdue) await endOne(ctx, caseId, latest)
}

async function endOne(ctx: Ctx, caseId: string, latest: Date): Promise<void> {
  await transact(ctx, async ctx => {
    const found = await lockCase(ctx, { id: caseId })
    const booking = await findActiveBooking(ctx, caseId)
    if (found.state !== 'reviewing' || !booking || booking.startsAt > latest) return
    await releaseBooking(ctx, found, 'technical')
    await changeState(ctx, found, 'invited', 'job', { deadlineAt: after(ctx.now(), days(ctx.policy.invitedLapsesDays)) })
    await queueMessage(ctx, { personId: found.personId, caseId, kind: 'missed', params: { fault: 'no-verdict', last: false } })
  })
}
