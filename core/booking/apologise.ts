import { changeState } from '../case/change-state.ts'
import type { Case } from '../case/load.ts'
import type { Ctx } from '../context.ts'
import { queueMessage } from '../message/queue.ts'
import { after, days, minutes } from '../policy.ts'
import { rankAble } from './assign.ts'
import type { Booking } from './load.ts'
import { releaseBooking } from './release.ts'
import { insertFirst, releaseHeld } from './take-time.ts'
import { findTimesFor } from './times-for.ts'

const timesTried = 5

/** The ways a booking ends through us; nothing counts against the applicant. */
export type OurFault = 'missed-by-reviewer' | 'cancelled-by-us' | 'technical'

/**
 * Ends a booking through our fault: the case is invited again with its attempts and misses as they were, the nearest time is held for
 * it for some minutes, and the applicant reads why and has that time on a button.
 */
export async function apologise(ctx: Ctx, found: Case, fault: OurFault): Promise<Case> {
  await releaseBooking(ctx, found, fault)
  const deadlineAt = after(ctx.now(), days(ctx.policy.invitedLapsesDays))
  const invited = await changeState(ctx, found, 'invited', 'job', { deadlineAt })
  const held = await holdNearest(ctx, invited)
  await queueMessage(ctx, {
    personId: found.personId,
    caseId: found.id,
    kind: 'missed',
    params: { fault, last: false, ...(held ? { held: held.startsAt.toISOString() } : {}) },
  })
  return invited
}

/** Holds the nearest time that is free for the case; a hold that it had is given up. Undefined when nothing is free. */
async function holdNearest(ctx: Ctx, found: Case): Promise<Booking | undefined> {
  await releaseHeld(ctx, found.id)
  const until = after(ctx.now(), minutes(ctx.policy.heldMinutes))
  for (const { startsAt, reviewerIds } of (await findTimesFor(ctx, found)).slice(0, timesTried)) {
    const held = await insertFirst(ctx, found, startsAt, await rankAble(ctx, found, reviewerIds), until)
    if (held) return held
  }
  return undefined
}
