import { and, eq, lte } from 'drizzle-orm'
import { bookings } from '../../db/schema/bookings.ts'
import { cases } from '../../db/schema/cases.ts'
import { readAttendance, whoCame } from '../call/presence.ts'
import { changeState } from '../case/change-state.ts'
import { type Case, lockCase } from '../case/load.ts'
import { type Ctx, transact } from '../context.ts'
import { queueMessage } from '../message/queue.ts'
import { after, days, minutes } from '../policy.ts'
import { tellAdmins } from '../staff/tell-admins.ts'
import { apologise } from './apologise.ts'
import { handOverLocked } from './hand-over.ts'
import { type Booking, findActiveBooking } from './load.ts'
import { releaseBooking } from './release.ts'

/** Ends bookings whose call did not come about within the join window; returns how many. Running it twice does nothing more. */
export async function endMissed(ctx: Ctx): Promise<number> {
  const latest = after(ctx.now(), -minutes(ctx.policy.missedAfterMinutes))
  const due = await ctx.db
    .select({ caseId: bookings.caseId })
    .from(bookings)
    .innerJoin(cases, eq(cases.id, bookings.caseId))
    .where(and(eq(bookings.status, 'active'), eq(cases.state, 'booked'), lte(bookings.startsAt, latest)))
    .limit(200)
  for (const { caseId } of due) await endOne(ctx, caseId, latest)
  return due.length
}

/**
 * Whose doing it was decides, by the server's record of who was there from the start on. Only the applicant: ours, another reviewer
 * or an apology, and nothing counts. Nobody: ours too, for nobody waited; the admins hear of it. Both, but never at the same time:
 * technical, nothing counts. Who waited in vain for one reviewer and left before the next one came did not miss it either. Only the
 * reviewer: the applicant missed it; after as many misses as the policy allows a person decides (hold).
 */
async function endOne(ctx: Ctx, caseId: string, latest: Date): Promise<void> {
  await transact(ctx, async ctx => {
    const found = await lockCase(ctx, { id: caseId })
    const booking = await findActiveBooking(ctx, caseId)
    if (found.state !== 'booked' || !booking || booking.startsAt > latest) return
    const missing = await whoIsMissing(ctx, booking)
    if (missing === 'reviewer') await handOverLocked(ctx, found, booking, 'absent')
    else if (missing === 'both') await endUnattended(ctx, found, booking)
    else if (missing === 'nobody') await apologise(ctx, found, 'technical')
    else await countMiss(ctx, found, 'job')
  })
}

/** Whose absence the call did not come about by. Nobody's: both were there, but never at once, or the applicant had waited in vain before. */
export async function whoIsMissing(ctx: Ctx, booking: Booking): Promise<'applicant' | 'reviewer' | 'both' | 'nobody'> {
  const { applicant, reviewer } = await readAttendance(ctx, booking)
  if (!reviewer) return applicant ? 'reviewer' : 'both'
  return applicant || (await waitedBefore(ctx, booking)) ? 'nobody' : 'applicant'
}

async function endUnattended(ctx: Ctx, found: Case, { startsAt }: Booking): Promise<void> {
  await apologise(ctx, found, 'missed-by-reviewer')
  await tellAdmins(ctx, 'unattended', { code: found.code, startsAt: startsAt.toISOString() }, found.id)
}

/** The reviewer was replaced after the time had come, which begins the call anew, and the applicant had been there until then. */
async function waitedBefore(ctx: Ctx, { id, version, linksSince, startsAt, setAt }: Booking): Promise<boolean> {
  const wasReplaced = version > linksSince && +startsAt === +setAt
  return wasReplaced && (await whoCame(ctx, id)).has('applicant')
}

/** The applicant missed it; the case is locked by the caller. */
export async function countMiss(ctx: Ctx, found: Case, by: 'job' | 'reviewer'): Promise<void> {
  await releaseBooking(ctx, found, 'missed-by-applicant')
  const misses = found.misses + 1
  const last = misses >= ctx.policy.missesAllowed
  const hold = last ? 'missed-too-often' : null
  await changeState(ctx, found, 'invited', by, {
    misses,
    hold,
    deadlineAt: after(ctx.now(), days(ctx.policy.invitedLapsesDays)),
  })
  const params = { fault: 'applicant' as const, last }
  await queueMessage(ctx, { personId: found.personId, caseId: found.id, kind: 'missed', params })
  if (hold) await tellAdmins(ctx, 'on-hold', { code: found.code, hold }, found.id)
}
