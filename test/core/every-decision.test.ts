import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { bookTime } from '../../core/booking/book.ts'
import { findTimesFor } from '../../core/booking/times-for.ts'
import type { Case } from '../../core/case/load.ts'
import { turnDown } from '../../core/case/turn-down.ts'
import { recordFinding } from '../../core/check/record.ts'
import type { Ctx } from '../../core/context.ts'
import type { Member } from '../../core/staff/add.ts'
import { acceptConditions, declineConditions } from '../../core/verdict/answer-conditions.ts'
import { appealVerdict } from '../../core/verdict/appeal.ts'
import { decideCase } from '../../core/verdict/decide.ts'
import { decideAppeal } from '../../core/verdict/decide-appeal.ts'
import { confirmVerdict, overruleVerdict, returnVerdict } from '../../core/verdict/second-look.ts'
import { cases } from '../../db/schema/cases.ts'
import type { CaseState } from '../../db/values.ts'
import { attempt } from '../support/attempt.ts'
import { actorOfMember, createTestDesk, job, newInvited, newReviewed, type TestDesk } from '../support/desk.ts'

let desk: TestDesk
let members: Member[]
let admin: Member
beforeAll(async () => {
  desk = await createTestDesk()
  members = [await desk.addReviewer('审核员一'), await desk.addReviewer('审核员二')]
  admin = await desk.addReviewer('负责人', { roles: ['admin'] })
})
afterAll(() => desk.close())

const idempotencyKey = 'key-of-this-decision'
const rejection = { outcome: 'rejected' as const, reasons: ['PURPOSE_UNCLEAR'], note: '与记录不符', idempotencyKey }
const appealText = '用途写得很清楚，请再看一次'

const verbs: Record<string, (ctx: Ctx, found: Case) => Promise<unknown>> = {
  decide: (ctx, { id: caseId }) => decideCase(ctx, { caseId, outcome: 'approved', reasons: [], idempotencyKey }),
  confirm: (ctx, { id: caseId, version }) => confirmVerdict(ctx, { caseId, version }),
  return: (ctx, { id: caseId, version }) => returnVerdict(ctx, { caseId, version, note: '请看第二步' }),
  overrule: (ctx, { id: caseId, version }) => overruleVerdict(ctx, { caseId, version, ...rejection }),
  accept: (ctx, { code, version }) => acceptConditions(ctx, { code, version }),
  decline: (ctx, { code, version }) => declineConditions(ctx, { code, version }),
  appeal: (ctx, { id: caseId }) => appealVerdict(ctx, { caseId, text: appealText }),
  'decide the appeal': (ctx, { id: caseId, version }) =>
    decideAppeal(ctx, { caseId, version, outcome: 'retry', reasons: ['HISTORY_APPEAL_CALL'], idempotencyKey }),
  'turn down': (ctx, { code, version }) => turnDown(ctx, { code, version }),
}

type Who = 'its applicant' | 'another applicant' | 'its reviewer' | 'another reviewer' | 'an admin' | 'a job'
type Moves = Partial<Record<keyof typeof verbs, { by: Who[]; to: CaseState }>>
const second: Who[] = ['another reviewer', 'an admin']

/** Everything that a decision can do; what does not stand here is refused. */
const moves: Record<CaseState, Moves> = {
  draft: {},
  submitted: {},
  invited: {},
  booked: {},
  reviewing: { decide: { by: ['its reviewer'], to: 'approved' } },
  confirming: {
    confirm: { by: second, to: 'approved' },
    return: { by: second, to: 'reviewing' },
    overrule: { by: second, to: 'rejected' },
  },
  conditional: { accept: { by: ['its applicant'], to: 'approved' }, decline: { by: ['its applicant'], to: 'withdrawn' } },
  rejected: { appeal: { by: ['its applicant'], to: 'appealed' } },
  appealed: { 'decide the appeal': { by: second, to: 'invited' } },
  approved: {},
  withdrawn: {},
  lapsed: {},
}

/** A call held with every check passed, then whatever leads to the state; the states without a way of their own are set. */
async function caseIn(state: CaseState) {
  const made = await newReviewed(desk)
  const { caseId, reviewer, ctx } = made
  const give = (ctx: Ctx, more: Partial<Parameters<typeof decideCase>[1]>) =>
    decideCase(ctx, { caseId, outcome: 'approved', reasons: [], idempotencyKey: `first-of-${caseId}`, ...more })
  if (state === 'confirming') await give({ ...reviewer, policy: { ...reviewer.policy, fourEyesSharePercent: 100 } }, {})
  else if (state === 'conditional')
    await give(reviewer, { outcome: 'conditional', reasons: ['PURPOSE_FIT'], conditions: { termMonths: 6 } })
  else if (state === 'rejected' || state === 'appealed')
    await give(reviewer, { ...rejection, idempotencyKey: `first-of-${caseId}` })
  else if (state === 'approved') await give(reviewer, {})
  else if (state !== 'reviewing') await desk.database.db.update(cases).set({ state }).where(eq(cases.id, caseId))
  if (state === 'appealed') await appealVerdict(ctx, { caseId, text: appealText })
  desk.at(made.resumed)
  return made
}

describe('every state, every decision, everybody', () => {
  test.each(Object.keys(moves) as CaseState[])('%s', { timeout: 60_000 }, async state => {
    const { caseId, ctx, reviewer } = await caseIn(state)
    const other = members.find(({ id }) => reviewer.actor.kind === 'staff' && id !== reviewer.actor.staffId)
    if (!other) return expect.unreachable()
    const everybody: Record<Who, Ctx> = {
      'its applicant': ctx,
      'another applicant': (await desk.newApplicant()).ctx,
      'its reviewer': reviewer,
      'another reviewer': desk.ctxFor(actorOfMember(other)),
      'an admin': desk.ctxFor(actorOfMember(admin)),
      'a job': desk.ctxFor(job),
    }
    for (const [name, verb] of Object.entries(verbs))
      for (const [who, as] of Object.entries(everybody) as [Who, Ctx][]) {
        const { state: now, wrote, refused } = await attempt(as, caseId, verb)
        const move = moves[state][name]
        const what = `${who}: ${name} in ${state}`
        if (move?.by.includes(who)) {
          expect([refused, now], what).toEqual([undefined, move.to])
          expect(wrote, what).toBeGreaterThan(1)
          continue
        }
        expect([now, wrote], what).toEqual([state, 0])
        if (who === 'another applicant') expect(['not-found', 'not-allowed'], what).toContain(refused)
        else expect(['stale', 'same-person', 'not-allowed', 'not-found'], what).toContain(refused)
        // four eyes, and the second chance: never the one who decided
        if (who === 'its reviewer' && move && second.every(one => move.by.includes(one)))
          expect(refused, what).toBe('same-person')
      }
  })
})

test('a retry repeats the failed steps only, in a call of its own length, which fits where a whole one does not', async () => {
  const { ctx, reviewer, caseId, resumed } = await newReviewed(desk)
  await recordFinding(reviewer, { caseId, check: 'purpose', result: 'failed', reason: 'PURPOSE_UNCLEAR' })
  const key = 'key-of-the-retry'
  await decideCase(reviewer, { caseId, outcome: 'retry', reasons: ['PURPOSE_UNCLEAR'], idempotencyKey: key })
  desk.at(resumed)
  const { found: whole, ctx: newcomer } = await newInvited(desk)
  const again = await desk.database.db.query.cases.findFirst({ where: eq(cases.id, caseId) })
  if (!again) return expect.unreachable()
  expect(again.scope).toEqual(['questions'])
  const last = (times: { startsAt: Date }[]) =>
    times
      .map(({ startsAt }) => startsAt.toISOString().slice(11, 16))
      .sort()
      .at(-1)
  // the shifts end at 18:00 in Shanghai
  const shortStep = (ctx: Ctx): Ctx => ({
    ...ctx,
    policy: { ...ctx.policy, slotMinutes: 25, retrySlotMinutes: 10, stepMinutes: 20 },
  })
  expect(last(await findTimesFor(shortStep(newcomer), whole))).toBe('09:20')
  const times = await findTimesFor(shortStep(ctx), again)
  expect(last(times)).toBe('09:40')
  const lateOne = times.find(({ startsAt }) => startsAt.toISOString().slice(11, 16) === '09:40')
  const { booking } = await bookTime(shortStep(ctx), { caseId, startsAt: lateOne?.startsAt ?? desk.now() })
  expect(booking.endsAt.getTime() - booking.startsAt.getTime()).toBe(10 * 60_000)
  expect(booking.blockedUntil.getTime() - booking.endsAt.getTime()).toBe(5 * 60_000)
})
