import fc from 'fast-check'
import { bookTime } from '../../core/booking/book.ts'
import { cancelBooking } from '../../core/booking/cancel.ts'
import { handOver, type Why } from '../../core/booking/hand-over.ts'
import { handOverStragglers } from '../../core/booking/hand-over-all.ts'
import { findActiveBooking } from '../../core/booking/load.ts'
import { endMissed } from '../../core/booking/miss.ts'
import { moveBooking } from '../../core/booking/move.ts'
import { queueReminders } from '../../core/booking/remind.ts'
import { releaseExpired } from '../../core/booking/take-time.ts'
import type { Ctx } from '../../core/context.ts'
import { moveLine } from '../../core/queue/call-up.ts'
import { leaveLine, startNow } from '../../core/queue/start-now.ts'
import { Refusal } from '../../core/refusal.ts'
import { endAway, setAway } from '../../core/staff/away.ts'
import { setStatus } from '../../core/staff/set-status.ts'
import { actorOfMember, job } from '../support/desk.ts'
import { applicantCount, at, team, timesTapped, type World } from './world.ts'

const minute = 60_000

/** What people, reviewers and the sweep do. */
export type Act =
  /** books, or moves what is booked already */
  | { act: 'tap'; who: number; slot: number }
  | { act: 'cancel' | 'now' | 'leave'; who: number }
  | { act: 'hand-over'; who: number; why: Why }
  | { act: 'away'; reviewer: number; from: number; hours: number }
  | { act: 'back' | 'online' | 'offline'; reviewer: number }
  | { act: 'sweep' }

const who = fc.nat(applicantCount - 1)
const reviewer = fc.nat(team.length - 1)
const taps = fc.record({ act: fc.constant('tap' as const), who, slot: fc.nat(timesTapped - 1) })
export const acts: fc.Arbitrary<Act> = fc.oneof(
  { weight: 8, arbitrary: taps },
  { weight: 3, arbitrary: fc.record({ act: fc.constant('cancel' as const), who }) },
  {
    weight: 2,
    arbitrary: fc.record({
      act: fc.constant('hand-over' as const),
      who,
      why: fc.constantFrom<Why>('away', 'offline', 'absent'),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      act: fc.constant('away' as const),
      reviewer,
      from: fc.nat(180),
      hours: fc.integer({ min: 1, max: 30 }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ act: fc.constant('back' as const), reviewer }) },
  { weight: 2, arbitrary: fc.constant({ act: 'sweep' as const }) },
)
/** The same with `Now`, and reviewers who come and go. */
export const actsOfNow: fc.Arbitrary<Act> = fc.oneof(
  { weight: 3, arbitrary: acts },
  { weight: 2, arbitrary: fc.record({ act: fc.constantFrom('now' as const, 'leave' as const), who }) },
  { weight: 1, arbitrary: fc.record({ act: fc.constantFrom('online' as const, 'offline' as const), reviewer }) },
)
/** Rounds of acts that happen at once, and the minutes that pass before each. */
export const days = (arbitrary: fc.Arbitrary<Act>) =>
  fc.array(fc.record({ pass: fc.constantFrom(0, 1, 5, 20, 90), acts: fc.array(arbitrary, { minLength: 1, maxLength: 7 }) }), {
    minLength: 3,
    maxLength: 9,
  })

async function perform(world: World, one: Act, times: readonly Date[]): Promise<unknown> {
  const { desk } = world
  const ctx = desk.ctxFor(job)
  const applicant = (index: number) => at(world.people, index)
  const member = (index: number) => at(world.members, index)
  const asApplicant = (index: number) => desk.ctxFor({ kind: 'applicant', personId: applicant(index).personId })
  const asMember = (index: number) => desk.ctxFor(actorOfMember(member(index)))
  switch (one.act) {
    case 'tap': {
      const { caseId } = applicant(one.who)
      const verb = (await findActiveBooking(ctx, caseId)) ? moveBooking : bookTime
      return verb(asApplicant(one.who), { caseId, startsAt: times[one.slot % times.length] ?? desk.now() })
    }
    case 'cancel': {
      const { caseId } = applicant(one.who)
      const held = await findActiveBooking(ctx, caseId)
      return cancelBooking(asApplicant(one.who), { caseId, version: held?.version ?? 1 })
    }
    case 'now':
      return startNow(asApplicant(one.who), { caseId: applicant(one.who).caseId })
    case 'leave':
      return leaveLine(asApplicant(one.who), { caseId: applicant(one.who).caseId })
    case 'hand-over': {
      const held = await findActiveBooking(ctx, applicant(one.who).caseId)
      return held && handOver(ctx, { bookingId: held.id, from: held.reviewerId, why: one.why })
    }
    case 'away': {
      const fromAt = new Date(+desk.now() + one.from * minute)
      return setAway(asMember(one.reviewer), {
        staffId: member(one.reviewer).id,
        fromAt,
        untilAt: new Date(+fromAt + one.hours * 60 * minute),
      })
    }
    case 'back':
      return endAway(asMember(one.reviewer), { staffId: member(one.reviewer).id })
    case 'online':
    case 'offline':
      return setStatus(asMember(one.reviewer), { status: one.act })
    case 'sweep':
      return sweep(ctx)
  }
}

async function sweep(ctx: Ctx): Promise<void> {
  await moveLine(ctx)
  await queueReminders(ctx)
  await releaseExpired(ctx)
  await handOverStragglers(ctx)
  await endMissed(ctx)
}

/** Refusals are answers; anything else that is thrown is a defect. `true` where it was done. */
export const done = (world: World, one: Act, times: readonly Date[]): Promise<boolean> =>
  perform(world, one, times).then(
    () => true,
    error => {
      if (error instanceof Refusal) return false
      throw error
    },
  )
