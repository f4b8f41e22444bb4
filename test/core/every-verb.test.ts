import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { answerQuestion } from '../../core/application/answer.ts'
import { bookNow, bookTime } from '../../core/booking/book.ts'
import { cancelBooking } from '../../core/booking/cancel.ts'
import { findFreeTimes } from '../../core/booking/free-times.ts'
import { type Booking, findActiveBooking } from '../../core/booking/load.ts'
import { endMissed } from '../../core/booking/miss.ts'
import { moveBooking } from '../../core/booking/move.ts'
import { endUnjudged } from '../../core/call/end-unjudged.ts'
import { lapseOverdue } from '../../core/case/lapse.ts'
import type { Case } from '../../core/case/load.ts'
import { releaseHold } from '../../core/case/release-hold.ts'
import { startApplication } from '../../core/case/start.ts'
import { submitApplication } from '../../core/case/submit.ts'
import { withdrawCase } from '../../core/case/withdraw.ts'
import { recordFinding } from '../../core/check/record.ts'
import type { Ctx } from '../../core/context.ts'
import { erasePerson } from '../../core/person/erase.ts'
import { askBlindReaders } from '../../core/quality/ask.ts'
import type { Member } from '../../core/staff/add.ts'
import { appealVerdict, askForAppeal } from '../../core/verdict/appeal.ts'
import { keepPromises, tellAgain } from '../../core/verdict/clock.ts'
import { decideCase } from '../../core/verdict/decide.ts'
import { cases } from '../../db/schema/cases.ts'
import { messages } from '../../db/schema/messages.ts'
import { type CaseState, caseStates } from '../../db/values.ts'
import { attempt } from '../support/attempt.ts'
import { actorOfMember, createTestDesk, job, monday, newInvited, newReviewed, type TestDesk } from '../support/desk.ts'

let desk: TestDesk
let members: Member[]
let admin: Member
beforeAll(async () => {
  desk = await createTestDesk()
  members = [
    await desk.addReviewer('审核员一', { online: true }),
    await desk.addReviewer('审核员二', { online: true }),
    await desk.addReviewer('审核员三', { online: true }),
  ]
  admin = await desk.addReviewer('负责人', { roles: ['admin'] })
})
afterAll(() => desk.close())

const later = (minutes: number) => new Date(desk.now().getTime() + minutes * 60_000)
/** Far beyond every deadline that the policy knows. */
const yearLater = () => later(400 * 24 * 60)
const held = async (ctx: Ctx, found: Case): Promise<Booking | undefined> => findActiveBooking(ctx, found.id)
const freeTime = async (ctx: Ctx, index: number) => (await findFreeTimes(ctx))[index]?.startsAt ?? desk.now()
const idempotencyKey = (caseId: string) => `key-of-${caseId}`
const rejection = { outcome: 'rejected' as const, reasons: ['PURPOSE_UNCLEAR'] }

type Verb = (ctx: Ctx, found: Case) => Promise<unknown>

/** What people do. */
const verbs = {
  start: (ctx, { personId }) => startApplication(ctx, { personId }),
  answer: (ctx, { id }) => answerQuestion(ctx, { caseId: id, field: 'device', text: 'phone-pro' }),
  submit: (ctx, { id }) => submitApplication(ctx, { caseId: id }),
  book: async (ctx, { id }) => bookTime(ctx, { caseId: id, startsAt: await freeTime(ctx, 7) }),
  'book now': (ctx, { id }) => bookNow(ctx, { caseId: id }),
  move: async (ctx, { id }) => moveBooking(ctx, { caseId: id, startsAt: await freeTime(ctx, 9) }),
  cancel: async (ctx, found) => cancelBooking(ctx, { caseId: found.id, version: (await held(ctx, found))?.version ?? 1 }),
  withdraw: (ctx, { id }) => withdrawCase(ctx, { caseId: id }),
  erase: (ctx, { personId }) => erasePerson(ctx, { personId }),
  release: (ctx, { code, version }) => releaseHold(ctx, { code, version }),
  find: (ctx, { id }) => recordFinding(ctx, { caseId: id, check: 'purpose', result: 'failed', reason: 'PURPOSE_UNCLEAR' }),
  'ask for an appeal': (ctx, { code }) => askForAppeal(ctx, { code }),
} satisfies Record<string, Verb>

type VerbName = keyof typeof verbs
type Who = 'its applicant' | 'another applicant' | 'its reviewer' | 'another reviewer' | 'an admin'
type Moves = Partial<Record<VerbName, { by: Who; to: CaseState }>>
const applicant: Who = 'its applicant'

/** Everything that these verbs can do; what does not stand here is refused, and writes nothing. */
const moves: Record<CaseState, Moves> = {
  draft: {
    submit: { by: applicant, to: 'invited' },
    withdraw: { by: applicant, to: 'withdrawn' },
    erase: { by: applicant, to: 'withdrawn' },
  },
  submitted: { withdraw: { by: applicant, to: 'withdrawn' }, erase: { by: applicant, to: 'withdrawn' } },
  invited: {
    book: { by: applicant, to: 'booked' },
    'book now': { by: applicant, to: 'booked' },
    withdraw: { by: applicant, to: 'withdrawn' },
    erase: { by: applicant, to: 'withdrawn' },
  },
  booked: {
    move: { by: applicant, to: 'booked' },
    cancel: { by: applicant, to: 'invited' },
    withdraw: { by: applicant, to: 'withdrawn' },
    erase: { by: applicant, to: 'withdrawn' },
  },
  reviewing: { find: { by: 'its reviewer', to: 'reviewing' } },
  confirming: {},
  conditional: { withdraw: { by: applicant, to: 'withdrawn' }, erase: { by: applicant, to: 'withdrawn' } },
  rejected: { 'ask for an appeal': { by: applicant, to: 'rejected' }, erase: { by: applicant, to: 'rejected' } },
  appealed: {},
  approved: { erase: { by: applicant, to: 'approved' } },
  withdrawn: { erase: { by: applicant, to: 'withdrawn' } },
  lapsed: { erase: { by: applicant, to: 'lapsed' } },
}

interface Made {
  ctx: Ctx
  caseId: string
  personId: string
  reviewer?: Ctx
}

/** A case that came to this state by the ways there are; `submitted`, which policy leaves at once, is set. */
async function caseIn(state: CaseState): Promise<Made> {
  desk.at(monday)
  if (state === 'draft' || state === 'invited' || state === 'submitted' || state === 'lapsed') {
    const { ctx, found, personId } = await newInvited(desk)
    const set = (state: CaseState) => desk.database.db.update(cases).set({ state }).where(eq(cases.id, found.id))
    if (state === 'draft' || state === 'submitted') await set(state)
    if (state === 'lapsed') {
      desk.at(yearLater())
      await lapseOverdue(desk.ctxFor(job))
      desk.at(monday)
    }
    return { ctx, caseId: found.id, personId }
  }
  if (state === 'booked' || state === 'withdrawn') {
    const { ctx, found, personId } = await newInvited(desk)
    const { booking } = await bookTime(ctx, { caseId: found.id, startsAt: await freeTime(ctx, 3) })
    if (state === 'withdrawn') await withdrawCase(ctx, { caseId: found.id })
    const member = members.find(({ id }) => id === booking.reviewerId) ?? expect.unreachable()
    return { ctx, caseId: found.id, personId, reviewer: desk.ctxFor(actorOfMember(member)) }
  }
  const made = await newReviewed(desk)
  const { caseId, reviewer, ctx } = made
  const give = (more: Partial<Parameters<typeof decideCase>[1]>, as = reviewer) =>
    decideCase(as, { caseId, outcome: 'approved', reasons: [], idempotencyKey: idempotencyKey(caseId), ...more })
  if (state === 'approved') await give({})
  if (state === 'confirming') await give({}, { ...reviewer, policy: { ...reviewer.policy, fourEyesSharePercent: 100 } })
  if (state === 'conditional') await give({ outcome: 'conditional', reasons: ['PURPOSE_FIT'], conditions: { termMonths: 6 } })
  if (state === 'rejected' || state === 'appealed') await give(rejection)
  if (state === 'appealed') await appealVerdict(ctx, { caseId, text: '用途写得很清楚，请再看一次' })
  desk.at(monday)
  return made
}

const sweeps = { lapseOverdue, endMissed, endUnjudged, keepPromises, tellAgain, askBlindReaders }
const ends: Partial<Record<CaseState, CaseState>> = {
  draft: 'lapsed',
  invited: 'lapsed',
  conditional: 'lapsed',
  booked: 'invited',
  reviewing: 'invited',
}

/** The same case with the clock moved far past every deadline: the sweeps alone end what lapses, once, and nothing before its time. */
async function beyondDeadlines(state: CaseState, { caseId, personId }: Made): Promise<void> {
  const early = await attempt(desk.ctxFor(job), caseId, async ctx => {
    for (const run of [lapseOverdue, endMissed, endUnjudged]) await run(ctx)
  })
  expect([early.state, early.wrote], 'before any deadline').toEqual([state, 0])
  desk.at(yearLater())
  const round = async (ctx: Ctx) => {
    for (const run of Object.values(sweeps)) await run(ctx)
  }
  const { state: now, refused } = await attempt(desk.ctxFor(job), caseId, async ctx => {
    const read = async () => [
      (await ctx.db.select().from(cases).where(eq(cases.id, caseId)))[0]?.version,
      await ctx.db.$count(messages, eq(messages.personId, personId)),
    ]
    await round(ctx)
    const after = await read()
    await round(ctx)
    expect(await read(), 'a second round does nothing more').toEqual(after)
  })
  expect([refused, now], 'by the sweeps alone').toEqual([undefined, ends[state] ?? state])
  desk.at(monday)
}

const expected = ['stale', 'not-allowed', 'not-found', 'on-hold', 'too-late', 'not-met', 'same-person', 'appeal-closed']

describe('every state, every other verb, everybody; and the clock beyond every deadline', () => {
  test.each(caseStates)('%s', { timeout: 60_000 }, async state => {
    const made = await caseIn(state)
    const { caseId, ctx, reviewer } = made
    const [first] = members
    const own = reviewer ?? desk.ctxFor(actorOfMember(first ?? expect.unreachable()))
    const other = members.find(({ id }) => own.actor.kind === 'staff' && id !== own.actor.staffId) ?? expect.unreachable()
    const everybody: Record<Who, Ctx> = {
      'its applicant': ctx,
      'another applicant': (await desk.newApplicant()).ctx,
      'its reviewer': own,
      'another reviewer': desk.ctxFor(actorOfMember(other)),
      'an admin': desk.ctxFor(actorOfMember(admin)),
    }
    for (const [name, verb] of Object.entries(verbs) as [VerbName, Verb][])
      for (const [who, as] of Object.entries(everybody) as [Who, Ctx][]) {
        const what = `${who}: ${name} in ${state}`
        // a new application is the applicant's alone, and none of the old one's business
        if (name === 'start') {
          if (who === applicant) expect((await attempt(as, caseId, verb)).state, what).toBe(state)
          continue
        }
        const { state: now, wrote, refused } = await attempt(as, caseId, verb)
        const move = moves[state][name]
        if (move?.by === who) {
          expect([refused, now], what).toEqual([undefined, move.to])
          continue
        }
        expect([now, wrote], what).toEqual([state, 0])
        expect(expected, `${what}: ${refused}`).toContain(refused)
      }
    await beyondDeadlines(state, made)
  })
})
