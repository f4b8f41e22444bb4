import { and, eq, ne, sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { verifyChain } from '../../core/audit/verify.ts'
import { handOverCall } from '../../core/call/hand-over-call.ts'
import { lapseOverdue } from '../../core/case/lapse.ts'
import { readCase } from '../../core/case/load.ts'
import { startApplication } from '../../core/case/start.ts'
import { readStatusCard } from '../../core/case/status-card.ts'
import { recordFinding } from '../../core/check/record.ts'
import { type Ctx, transact } from '../../core/context.ts'
import type { Member } from '../../core/staff/add.ts'
import { acceptConditions, declineConditions } from '../../core/verdict/answer-conditions.ts'
import { appealVerdict } from '../../core/verdict/appeal.ts'
import { assignDecider, listDeciders } from '../../core/verdict/assign.ts'
import { decideCase } from '../../core/verdict/decide.ts'
import { decideAppeal } from '../../core/verdict/decide-appeal.ts'
import { findEarlierReviewers } from '../../core/verdict/eligible.ts'
import { findPendingVerdict } from '../../core/verdict/load.ts'
import { confirmVerdict, overruleVerdict, returnVerdict } from '../../core/verdict/second-look.ts'
import { listTurnDownReasons, turnDownTried } from '../../core/verdict/turn-down-tried.ts'
import { audit } from '../../db/schema/audit.ts'
import { bookings } from '../../db/schema/bookings.ts'
import { cases } from '../../db/schema/cases.ts'
import { observations } from '../../db/schema/draws.ts'
import { messages } from '../../db/schema/messages.ts'
import { staff } from '../../db/schema/staff.ts'
import { appeals, findings, verdicts } from '../../db/schema/verdicts.ts'
import { actorOfMember, createTestDesk, monday, newReviewed, type TestDesk } from '../support/desk.ts'

let desk: TestDesk
let reviewers: Member[]
let admin: Member
beforeAll(async () => {
  desk = await createTestDesk()
  reviewers = [await desk.addReviewer('审核员一'), await desk.addReviewer('审核员二'), await desk.addReviewer('审核员三')]
  admin = await desk.addReviewer('管理员', { roles: ['admin'] })
})
afterAll(() => desk.close())

let keys = 0
const key = () => `key-of-a-press-${keys++}`
const as = (member: Member) => desk.ctxFor(actorOfMember(member))
const asAdmin = () => as(admin)
/** everybody who reviews, but for these */
const others = (...ids: string[]) => reviewers.filter(({ id }) => !ids.includes(id))
const other = (...ids: string[]): Member => others(...ids)[0] ?? expect.unreachable()
const state = async (id: string) => (await readCase(asAdmin(), { id })).state
const version = async (id: string) => (await readCase(asAdmin(), { id })).version
const kindsTo = async (personId: string, caseId: string) =>
  (await desk.database.db.select().from(messages).where(eq(messages.personId, personId)).orderBy(messages.id))
    .filter(row => row.caseId === caseId && row.kind !== 'status-card')
    .map(row => row.kind)
const told = async (personId: string, caseId: string) =>
  (await kindsTo(personId, caseId)).filter(kind => kind === 'verdict').length

/** A review with every check passed, or with one that failed. The desk draws nobody unless a test asks for it. */
async function review({ failed = false, share = 0, device = 'phone-pro' } = {}) {
  desk.at(monday)
  desk.setPolicy({ fourEyesSharePercent: share })
  const made = await newReviewed(desk, { device })
  if (failed)
    await recordFinding(made.reviewer, { caseId: made.caseId, check: 'purpose', result: 'failed', reason: 'PURPOSE_UNCLEAR' })
  const maker = made.booking.reviewerId
  const give = (more: Partial<Parameters<typeof decideCase>[1]> = {}) =>
    decideCase(made.reviewer, { caseId: made.caseId, outcome: 'approved', reasons: [], idempotencyKey: key(), ...more })
  return { ...made, maker, give, second: as(other(maker)) }
}

/** Given, and waiting for a second person. */
async function confirming(more: Partial<Parameters<typeof decideCase>[1]> = {}) {
  const made = await review({ share: 100 })
  await made.give(more)
  expect(await state(made.caseId)).toBe('confirming')
  return { ...made, seen: { caseId: made.caseId, version: await version(made.caseId) } }
}

async function rejected(more: Partial<Parameters<typeof decideCase>[1]> = {}) {
  const made = await review({ failed: true })
  await made.give({ outcome: 'rejected', reasons: ['PURPOSE_UNCLEAR'], ...more })
  return made
}

async function appealed() {
  const made = await rejected()
  await appealVerdict(made.ctx, { caseId: made.caseId, text: '用途写得很清楚，请再看一次' })
  return { ...made, seen: { caseId: made.caseId, version: await version(made.caseId) } }
}

describe('conditions', () => {
  const bad: [object | undefined, string][] = [
    [undefined, 'none'],
    [{}, 'none'],
    [{ depositFen: 150_000 }, 'deposit'],
    [{ depositFen: 700_000 }, 'deposit'],
    [{ deviceId: 'phone-fold' }, 'device'],
    [{ deviceId: 'no-such' }, 'device'],
    [{ termMonths: 12 }, 'term'],
    [{ termMonths: 3 }, 'term'],
  ]
  test('ask for more deposit, a device of less value or a shorter term, and for nothing else', async () => {
    const { give, caseId } = await review()
    for (const [conditions, problem] of bad) {
      const given = give({ outcome: 'conditional', reasons: ['PURPOSE_FIT'], ...(conditions ? { conditions } : {}) })
      await expect(given).rejects.toMatchObject({ code: 'conditions-unfit', details: { problem } })
    }
    await expect(give({ conditions: { termMonths: 6 } })).rejects.toMatchObject({ code: 'conditions-unfit' })
    expect(await state(caseId)).toBe('reviewing')
  })

  test('are accepted with one tap, and are then what was approved; an old button says so', async () => {
    const { give, ctx, caseId } = await review()
    const conditions = { depositFen: 200_000, deviceId: 'phone-lite', termMonths: 6 }
    await give({ outcome: 'conditional', reasons: ['PURPOSE_FIT'], conditions })
    const card = await readStatusCard(ctx, caseId)
    expect(card).toMatchObject({
      state: 'conditional',
      verdict: {
        conditions: { deposit: { from: 60_000, to: 200_000 }, term: { from: 12, to: 6 } },
        acceptUntil: expect.any(String),
      },
    })
    const found = await readCase(ctx, { id: caseId })
    await expect(acceptConditions(ctx, { code: found.code, version: found.version - 1 })).rejects.toMatchObject({ code: 'stale' })
    await acceptConditions(ctx, { code: found.code, version: found.version })
    expect(await readCase(ctx, { id: caseId })).toMatchObject({ state: 'approved', deviceId: 'phone-lite', termMonths: 6 })
    await expect(declineConditions(ctx, { code: found.code, version: found.version })).rejects.toMatchObject({ code: 'stale' })
  })

  test('are declined, or lapse after seven days', async () => {
    const conditions = { termMonths: 6 }
    const one = await review()
    await one.give({ outcome: 'conditional', reasons: ['PURPOSE_FIT'], conditions })
    const { code, version } = await readCase(one.ctx, { id: one.caseId })
    await declineConditions(one.ctx, { code, version })
    expect(await state(one.caseId)).toBe('withdrawn')
    const two = await review()
    await two.give({ outcome: 'conditional', reasons: ['PURPOSE_FIT'], conditions })
    const waiting = await readCase(two.ctx, { id: two.caseId })
    desk.pass(7 * 24 * 60)
    await expect(acceptConditions(two.ctx, waiting)).rejects.toMatchObject({ code: 'too-late' })
    await lapseOverdue(asAdmin())
    expect(await state(two.caseId)).toBe('lapsed')
  })
})

describe('G6: four eyes', () => {
  test('nothing is sent before the second person has confirmed, and then at once', async () => {
    const { ctx, caseId, personId, seen, second, maker, reviewer } = await confirming()
    expect(await told(personId, caseId)).toBe(0)
    expect(await readStatusCard(ctx, caseId)).toMatchObject({ state: 'confirming', promise: { late: false } })
    expect((await readStatusCard(ctx, caseId)).verdict).toBeUndefined()
    const asked = (await findPendingVerdict(asAdmin(), caseId))?.assignedId
    expect(others(maker).map(({ id }) => id)).toContain(asked)
    await expect(confirmVerdict(reviewer, seen)).rejects.toMatchObject({ code: 'same-person' })
    await expect(confirmVerdict(ctx, seen)).rejects.toMatchObject({ code: 'not-found' })
    await confirmVerdict(second, seen)
    expect(await state(caseId)).toBe('approved')
    expect(await told(personId, caseId)).toBe(1)
    await expect(confirmVerdict(second, seen)).rejects.toMatchObject({ code: 'stale' })
    expect(await verifyChain(ctx, caseId)).toMatchObject({ entries: expect.any(Number) })
  })

  test('what was drawn is on record, and a device of ¥8,000 or more is always confirmed', async () => {
    const { give, caseId } = await review({ device: 'phone-fold' })
    const verdict = await give()
    expect(verdict).toMatchObject({ status: 'pending', fourEyes: ['value'] })
    expect(verdict.draw).toBeGreaterThanOrEqual(0)
    const [entry] = await desk.database.db
      .select()
      .from(audit)
      .where(and(eq(audit.chain, caseId), eq(audit.action, 'verdict.given')))
    expect(JSON.parse(entry?.body ?? '{}')).toMatchObject({ data: { draw: verdict.draw, fourEyes: ['value'] } })
  })

  test('sent back with a note: the findings are open again, the first reviewer decides anew, the applicant hears nothing', async () => {
    const { give, caseId, personId, seen, second, reviewer, maker } = await confirming()
    await expect(returnVerdict(second, { ...seen, note: ' ' })).rejects.toMatchObject({ code: 'note-needed' })
    await returnVerdict(second, { ...seen, note: '请再看一次收货地址' })
    expect(await state(caseId)).toBe('reviewing')
    expect(await told(personId, caseId)).toBe(0)
    const firstOne = reviewers.find(({ id }) => id === maker)
    expect(await kindsTo(firstOne?.personId ?? '', caseId)).toContain('verdict-returned')
    await recordFinding(reviewer, { caseId, check: 'place', result: 'failed', reason: 'PLACE_DIFFERS' })
    // nobody gives alone what was sent back, not even what would need no second look
    desk.setPolicy({ fourEyesSharePercent: 0 })
    const again = await give({ outcome: 'retry', reasons: ['PLACE_DIFFERS'] })
    expect(again).toMatchObject({ status: 'pending', fourEyes: ['returned'] })
    expect(await told(personId, caseId)).toBe(0)
    const next = { caseId, version: await version(caseId) }
    await expect(confirmVerdict(reviewer, next)).rejects.toMatchObject({ code: 'same-person' })
    await confirmVerdict(second, next)
    expect(await readCase(asAdmin(), { id: caseId })).toMatchObject({ state: 'invited', scope: ['environment'], attempts: 1 })
    expect(await told(personId, caseId)).toBe(1)
  })

  test('a rejection that was sent back is not softened to an approval by its maker alone', async () => {
    const made = await review({ failed: true, share: 0 })
    await made.give({ outcome: 'rejected-for-good', reasons: ['PURPOSE_BROKER'] })
    await returnVerdict(made.second, { caseId: made.caseId, version: await version(made.caseId), note: '证据不够' })
    await recordFinding(made.reviewer, { caseId: made.caseId, check: 'purpose', result: 'passed' })
    await made.give()
    expect(await state(made.caseId)).toBe('confirming')
    expect(await told(made.personId, made.caseId)).toBe(0)
  })

  test('overruled with a reason: the second verdict counts, the first stays on record', async () => {
    const { caseId, personId, seen, second } = await confirming({ outcome: 'rejected', reasons: ['PURPOSE_UNCLEAR'] })
    const decision = { ...seen, outcome: 'approved' as const, reasons: [], idempotencyKey: key() }
    await expect(overruleVerdict(second, decision)).rejects.toMatchObject({ code: 'note-needed' })
    const next = await overruleVerdict(second, { ...decision, note: '录像里用途说得很清楚' })
    expect(await overruleVerdict(second, decision)).toEqual(next)
    expect(await state(caseId)).toBe('approved')
    const rows = await desk.database.db.select().from(verdicts).where(eq(verdicts.caseId, caseId)).orderBy(verdicts.at)
    expect(rows.map(row => row.status).sort()).toEqual(['final', 'overruled'])
    expect(await told(personId, caseId)).toBe(1)
  })

  test('nobody overrules to an approval while a check has not passed', async () => {
    const made = await review({ failed: true, share: 100 })
    await made.give({ outcome: 'rejected', reasons: ['PURPOSE_UNCLEAR'] })
    const seen = { caseId: made.caseId, version: await version(made.caseId), note: '我觉得可以', idempotencyKey: key() }
    for (const outcome of ['approved', 'conditional'] as const) {
      const overruled = overruleVerdict(made.second, { ...seen, outcome, reasons: outcome === 'approved' ? [] : ['PURPOSE_FIT'] })
      await expect(overruled).rejects.toMatchObject({ code: 'check-not-passed' })
    }
    expect(await state(made.caseId)).toBe('confirming')
  })

  test('confirm, return and overrule at the same moment: one of them happens, and one message is sent', async () => {
    const { caseId, personId, seen, maker } = await confirming()
    const [two, three] = others(maker)
    if (!two || !three) return expect.unreachable()
    const note = '不同意'
    const race = await Promise.allSettled([
      confirmVerdict(as(two), seen),
      confirmVerdict(as(three), seen),
      overruleVerdict(as(three), { ...seen, outcome: 'retry', reasons: ['TECH_OURS'], note, idempotencyKey: key() }),
      overruleVerdict(as(two), { ...seen, outcome: 'rejected', reasons: ['ENV_NOT_ALONE'], note, idempotencyKey: key() }),
      returnVerdict(as(two), { ...seen, note }),
    ])
    expect(race.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    for (const one of race) if (one.status === 'rejected') expect(one.reason).toMatchObject({ code: 'stale' })
    const isBack = (await state(caseId)) === 'reviewing'
    expect(await told(personId, caseId)).toBe(isBack ? 0 : 1)
  })

  test('two verdicts of the same reviewer at the same moment: one counts', async () => {
    const { give, caseId, personId } = await review()
    const race = await Promise.allSettled([give(), give({ outcome: 'retry', reasons: ['TECH_OURS'] })])
    expect(race.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(await told(personId, caseId)).toBe(1)
  })
})

describe('with nobody else on the desk', () => {
  test('the case is on hold and an admin is told at once; the admin confirms, or asks somebody', async () => {
    const small = await createTestDesk()
    try {
      small.setPolicy({ fourEyesSharePercent: 100 })
      const only = await small.addReviewer('唯一的审核员')
      const boss = await small.addReviewer('管理员', { roles: ['admin'] })
      const { caseId, ctx } = await newReviewed(small)
      const maker = small.ctxFor(actorOfMember(only))
      await decideCase(maker, { caseId, outcome: 'approved', reasons: [], idempotencyKey: key() })
      const found = await readCase(ctx, { id: caseId })
      expect(found).toMatchObject({ state: 'confirming', hold: 'nobody-to-confirm' })
      const sent = await small.database.db.select().from(messages).where(eq(messages.personId, boss.personId))
      expect(sent.map(row => row.kind)).toContain('on-hold')
      const admins = small.ctxFor(actorOfMember(boss))
      expect(await listDeciders(admins, { code: found.code })).toEqual([])
      const assign = { code: found.code, version: found.version, staffId: only.id }
      await expect(assignDecider(admins, assign)).rejects.toMatchObject({ code: 'same-person' })
      await confirmVerdict(admins, { caseId, version: found.version })
      expect((await readCase(ctx, { id: caseId })).state).toBe('approved')
    } finally {
      await small.close()
    }
  })
})

describe('an escalation', () => {
  test('is on hold for an admin, who decides or asks somebody; its maker and other reviewers do not', async () => {
    const made = await review({ failed: true })
    await expect(made.give({ outcome: 'escalated' })).rejects.toMatchObject({ code: 'reason-needed' })
    await made.give({ outcome: 'escalated', reasons: ['PURPOSE_UNCLEAR'], note: '拿不准' })
    const found = await readCase(asAdmin(), { id: made.caseId })
    expect(found).toMatchObject({ state: 'confirming', hold: 'escalated' })
    const seen = { caseId: made.caseId, version: found.version }
    await expect(confirmVerdict(made.second, seen)).rejects.toMatchObject({ code: 'not-allowed' })
    await expect(confirmVerdict(asAdmin(), seen)).rejects.toMatchObject({ code: 'not-allowed' })
    const decision = { ...seen, outcome: 'rejected' as const, reasons: ['PURPOSE_UNCLEAR'], idempotencyKey: key() }
    await expect(overruleVerdict(made.reviewer, decision)).rejects.toMatchObject({ code: 'same-person' })
    const [asked] = await listDeciders(asAdmin(), { code: found.code })
    await assignDecider(asAdmin(), { code: found.code, version: found.version, staffId: asked?.id ?? '' })
    await overruleVerdict(as(asked ?? admin), decision)
    expect(await readCase(asAdmin(), { id: made.caseId })).toMatchObject({ state: 'rejected', hold: null })
  })

  test('an admin alone may say that the platform’s block list applies', async () => {
    const made = await review({ failed: true })
    const blocked = { outcome: 'rejected-for-good' as const, reasons: ['HISTORY_BLOCKED'] }
    await expect(made.give(blocked)).rejects.toMatchObject({ code: 'reason-unfit' })
    await made.give({ outcome: 'escalated', reasons: ['HISTORY_DUPLICATE'] })
    const seen = { caseId: made.caseId, version: await version(made.caseId) }
    await overruleVerdict(asAdmin(), { ...seen, ...blocked, idempotencyKey: key() })
    // whoever of the staff decides, the applicant has something to prove it by
    expect((await kindsTo(made.personId, made.caseId)).slice(-2)).toEqual(['verdict', 'receipt'])
    const found = await readCase(made.ctx, { id: made.caseId })
    expect(found).toMatchObject({ state: 'rejected', againAt: null })
    await expect(startApplication(made.ctx, { personId: made.personId })).rejects.toMatchObject({ code: 'not-allowed' })
  })
})

describe('attempts used up', () => {
  test('an admin turns the case down for a reason, which the applicant reads and may appeal against; once', async () => {
    const made = await review({ failed: true })
    await desk.database.db.update(cases).set({ attempts: 2 }).where(eq(cases.id, made.caseId))
    await made.give({ outcome: 'retry', reasons: ['PURPOSE_UNCLEAR'] })
    const found = await readCase(made.ctx, { id: made.caseId })
    expect(found).toMatchObject({ state: 'invited', hold: 'attempts-used-up', attempts: 3 })
    const { code, version } = found
    const down = { code, version, reason: 'PURPOSE_UNCLEAR' }
    const offered = await listTurnDownReasons(asAdmin(), { code })
    expect(offered.map(reason => reason.code)).toEqual(['HISTORY_ATTEMPTS', 'PURPOSE_UNCLEAR'])
    for (const ctx of [made.reviewer, made.ctx])
      await expect(turnDownTried(ctx, down)).rejects.toMatchObject({ code: 'not-allowed' })
    const unfit = turnDownTried(asAdmin(), { ...down, reason: 'PURPOSE_BROKER' })
    await expect(unfit).rejects.toMatchObject({ code: 'reason-unfit' })
    await turnDownTried(asAdmin(), down)
    await expect(turnDownTried(asAdmin(), down)).rejects.toMatchObject({ code: 'stale' })
    const againAt = new Date(+desk.now() + 7 * 24 * 60 * 60_000)
    expect(await readCase(made.ctx, { id: made.caseId })).toMatchObject({ state: 'rejected', hold: null, attempts: 3, againAt })
    expect((await kindsTo(made.personId, made.caseId)).slice(-2)).toEqual(['verdict', 'receipt'])
    expect((await readStatusCard(made.ctx, made.caseId)).verdict).toMatchObject({
      reasons: ['PURPOSE_UNCLEAR'],
      appealUntil: expect.any(String),
    })
    expect(await verifyChain(made.ctx, made.caseId)).toHaveProperty('head')
  })
})

describe('an appeal', () => {
  test('once, within fourteen days, its text sealed; decided by somebody who had no part, on the record', async () => {
    const { ctx, caseId, seen, maker, personId, reviewer } = await appealed()
    const [row] = await desk.database.db.select().from(appeals).where(eq(appeals.caseId, caseId))
    expect(row?.text.toString('utf8')).not.toContain('用途')
    expect(row?.assignedId).not.toBe(maker)
    expect(await readStatusCard(ctx, caseId)).toMatchObject({ state: 'appealed', promise: { late: false } })
    await expect(appealVerdict(ctx, { caseId, text: '再申诉一次' })).rejects.toMatchObject({ code: 'stale' })
    const decision = { ...seen, outcome: 'rejected' as const, reasons: ['PURPOSE_UNCLEAR'], idempotencyKey: key() }
    await expect(decideAppeal(reviewer, decision)).rejects.toMatchObject({ code: 'same-person' })
    await expect(decideAppeal(ctx, decision)).rejects.toMatchObject({ code: 'not-found' })
    const before = await readCase(ctx, { id: caseId })
    desk.pass(60)
    await decideAppeal(as(other(maker)), decision)
    const after = await readCase(ctx, { id: caseId })
    // the wait counts from the first decision
    expect(after).toMatchObject({ state: 'rejected', againAt: before.againAt, attempts: before.attempts })
    expect(await told(personId, caseId)).toBe(2)
    expect((await readStatusCard(ctx, caseId)).verdict).toMatchObject({ appealed: true })
    await expect(appealVerdict(ctx, { caseId, text: '再申诉一次' })).rejects.toMatchObject({ code: 'appeal-closed' })
  })

  test('never ends worse: a date to apply again is neither taken away nor put off', async () => {
    const { ctx, caseId, seen, maker } = await appealed()
    const before = await readCase(ctx, { id: caseId })
    const judge = as(other(maker))
    const forGood = { ...seen, outcome: 'rejected-for-good' as const, reasons: ['PURPOSE_BROKER'], idempotencyKey: key() }
    await expect(decideAppeal(judge, forGood)).rejects.toMatchObject({ code: 'worse-than-appealed' })
    expect(await readCase(ctx, { id: caseId })).toEqual(before)
    await decideAppeal(judge, { ...seen, outcome: 'rejected', reasons: ['PURPOSE_CONTRADICTS'], idempotencyKey: key() })
    expect(await readCase(ctx, { id: caseId })).toMatchObject({ state: 'rejected', againAt: before.againAt })
  })

  test('is refused after fourteen days, too short, too long, and for somebody else’s case', async () => {
    const { ctx, caseId } = await rejected({ outcome: 'rejected-for-good', reasons: ['ENV_STOCK'] })
    await expect(appealVerdict(ctx, { caseId, text: '短' })).rejects.toMatchObject({ code: 'answer-invalid' })
    await expect(appealVerdict(ctx, { caseId, text: '长'.repeat(1501) })).rejects.toMatchObject({ code: 'answer-invalid' })
    const { ctx: stranger } = await desk.newApplicant()
    await expect(appealVerdict(stranger, { caseId, text: '我要申诉这个' })).rejects.toMatchObject({ code: 'not-found' })
    desk.pass(14 * 24 * 60)
    await expect(appealVerdict(ctx, { caseId, text: '我要申诉这个' })).rejects.toMatchObject({ code: 'appeal-closed' })
  })

  test('by a new call: invited again, nothing counts, and no earlier reviewer is among those who may hold it', async () => {
    const { ctx, caseId, seen, maker } = await appealed()
    const decider = other(maker)
    const call = { ...seen, outcome: 'retry' as const, reasons: ['HISTORY_APPEAL_CALL'], idempotencyKey: key() }
    await expect(decideAppeal(as(decider), { ...call, outcome: 'approved', reasons: [] })).rejects.toMatchObject({
      code: 'check-not-passed',
    })
    const attempts = (await readCase(ctx, { id: caseId })).attempts
    await decideAppeal(as(decider), call)
    expect(await readCase(ctx, { id: caseId })).toMatchObject({ state: 'invited', hold: null, attempts, scope: ['questions'] })
    expect([...(await findEarlierReviewers(ctx, caseId))]).toEqual([maker])
  })

  test('two people decide it at the same moment: one of them does', async () => {
    const { caseId, seen, maker, personId } = await appealed()
    const race = await Promise.allSettled(
      others(maker).map(member =>
        decideAppeal(as(member), { ...seen, outcome: 'rejected', reasons: ['PURPOSE_UNCLEAR'], idempotencyKey: key() }),
      ),
    )
    expect(race.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(await told(personId, caseId)).toBe(2)
  })
})

/** A call with every check passed, that its first reviewer handed over to another; `noted`: and had found something in it. */
async function handedOver({ noted = true, share = 0 } = {}) {
  const made = await review({ failed: true, share })
  desk.at(made.resumed)
  const first = reviewers.find(({ id }) => id === made.maker) ?? expect.unreachable()
  // the reviews of the tests before are over
  const open = and(eq(bookings.status, 'active'), ne(bookings.caseId, made.caseId))
  await desk.database.db.update(bookings).set({ status: 'attended', endedAt: desk.now() }).where(open)
  for (const { id } of reviewers)
    await desk.database.db
      .update(staff)
      .set({ status: id === other(first.id).id ? 'online' : 'offline' })
      .where(eq(staff.id, id))
  await handOverCall(made.reviewer, { caseId: made.caseId, note: '我得离开，请接着看' })
  const now = other(first.id)
  const third = other(first.id, now.id)
  if (!noted)
    for (const table of [findings, observations])
      await desk.database.db.update(table).set({ reviewerId: now.id }).where(eq(table.bookingId, made.booking.id))
  const reject = () =>
    decideCase(as(now), { caseId: made.caseId, outcome: 'rejected', reasons: ['PURPOSE_UNCLEAR'], idempotencyKey: key() })
  return { ...made, first, now, third, reject }
}

describe('who was in a call that was handed over', () => {
  test('G6: is not the second pair of eyes on its verdict; nor for an admin, nor for the database', async () => {
    const { caseId, first, third, reject } = await handedOver({ share: 100 })
    await reject()
    const { code } = await readCase(asAdmin(), { id: caseId })
    const seen = { caseId, version: await version(caseId) }
    const pending = (await findPendingVerdict(asAdmin(), caseId)) ?? expect.unreachable()
    expect(pending.assignedId).toBe(third.id)
    expect((await listDeciders(asAdmin(), { code })).map(({ id }) => id)).toEqual([third.id])
    await expect(confirmVerdict(as(first), seen)).rejects.toMatchObject({ code: 'same-person' })
    const asked = assignDecider(asAdmin(), { code, version: seen.version, staffId: first.id })
    await expect(asked).rejects.toMatchObject({ code: 'same-person' })
    const forged = desk.database.db.update(verdicts).set({ status: 'final', checkerId: first.id, checkedAt: desk.now() })
    await expect(forged.where(eq(verdicts.id, pending.id))).rejects.toMatchObject({
      cause: { message: expect.stringContaining('in the call') },
    })
    await confirmVerdict(as(third), seen)
    expect(await state(caseId)).toBe('rejected')
  })

  test('G6: has no part in its appeal, also without a finding; nor for the database', async () => {
    const { ctx, caseId, first, now, third, reject } = await handedOver({ noted: false })
    await reject()
    desk.pass(1)
    await appealVerdict(ctx, { caseId, text: '用途写得很清楚，请再看一次' })
    expect([...(await findEarlierReviewers(ctx, caseId))].sort()).toEqual([first.id, now.id].sort())
    const [appeal] = await desk.database.db.select().from(appeals).where(eq(appeals.caseId, caseId))
    expect(appeal?.assignedId).toBe(third.id)
    const decision = { caseId, version: await version(caseId), outcome: 'rejected' as const, reasons: ['PURPOSE_UNCLEAR'] }
    const refused = decideAppeal(as(first), { ...decision, idempotencyKey: key() })
    await expect(refused).rejects.toMatchObject({ code: 'same-person' })
    const { version: _, ...row } = decision
    const forged = { ...row, id: crypto.randomUUID(), reviewerId: first.id, idempotencyKey: key(), at: desk.now() }
    await expect(desk.database.db.insert(verdicts).values({ ...forged, appealId: appeal?.id ?? null })).rejects.toMatchObject({
      cause: { message: expect.stringContaining('earlier reviewer') },
    })
    await decideAppeal(as(third), { ...decision, idempotencyKey: key() })
  })
})

describe('G6: the database itself, asked by its owner', () => {
  const run = (query: ReturnType<typeof sql>) => desk.database.db.execute(query)
  const refused = (query: ReturnType<typeof sql>) =>
    run(query).then(
      () => 'taken',
      (error: unknown) => String(error instanceof Error && error.cause ? error.cause : error),
    )

  test('refuses the maker as the checker, an unsigned confirmation, and a case that goes on without one', async () => {
    const { caseId, maker } = await confirming()
    const second = other(maker).id
    const pending = (await findPendingVerdict(asAdmin(), caseId))?.id ?? ''
    const at = sql`now()`
    expect(
      await refused(sql`update verdicts set status = 'final', checker_id = ${maker}, checked_at = ${at} where id = ${pending}`),
    ).toContain('maker_is_not_checker')
    expect(await refused(sql`update verdicts set status = 'final' where id = ${pending}`)).toContain('checked_by_a_second')
    expect(await refused(sql`update verdicts set four_eyes = '{}', status = 'final' where id = ${pending}`)).toContain(
      'not rewritten',
    )
    expect(await refused(sql`update verdicts set reviewer_id = ${second} where id = ${pending}`)).toContain('not rewritten')
    expect(await refused(sql`delete from verdicts where id = ${pending}`)).toContain('kept')
    expect(await refused(sql`truncate verdicts cascade`)).toMatch(/kept/)
    expect(await refused(sql`update cases set state = 'approved' where id = ${caseId}`)).toContain('not been confirmed')
    const forged = sql`insert into verdicts (id, case_id, reviewer_id, outcome, reasons, idempotency_key, at, overrules)
      values (gen_random_uuid(), ${caseId}, ${maker}, 'approved', '{}', ${key()}, now(), ${pending})`
    expect(await refused(forged)).toContain('overrules')
    expect(await state(caseId)).toBe('confirming')
  })

  test('refuses an earlier reviewer on an appeal, as maker, as checker, and by leaving the appeal out', async () => {
    const { caseId, maker } = await appealed()
    const [appeal] = await desk.database.db.select().from(appeals).where(eq(appeals.caseId, caseId))
    const give = (by: string, checker: string | null, appealId: string | null) => sql`
      insert into verdicts (id, case_id, reviewer_id, checker_id, checked_at, outcome, reasons, idempotency_key, at, appeal_id)
      values (gen_random_uuid(), ${caseId}, ${by}, ${checker}, now(), 'rejected', '{PURPOSE_UNCLEAR}', ${key()}, now(), ${appealId})`
    const id = appeal?.id ?? null
    const fresh = other(maker).id
    expect(await refused(give(maker, null, id))).toContain('earlier reviewer')
    expect(await refused(give(fresh, maker, id))).toContain('earlier reviewer')
    expect(await refused(give(fresh, null, null))).toContain('names it')
    expect(await refused(sql`update verdicts set at = now() where case_id = ${caseId}`)).toMatch(/not rewritten|earlier reviewer/)
    expect(await refused(give(fresh, null, id))).toBe('taken')
  })
})

describe('G3: a crash between the press and the message', () => {
  const count = async (caseId: string) => {
    const { db } = desk.database
    const found = await readCase(asAdmin(), { id: caseId })
    const own = <T extends typeof messages | typeof verdicts>(table: T) => db.$count(table, eq(table.caseId, caseId))
    return [found.state, found.version, await own(messages), await own(verdicts), await db.$count(audit, eq(audit.chain, caseId))]
  }
  /** Fails at the n-th statement inside; what came before it must be undone. */
  function failingAt(ctx: Ctx, statement: number): Ctx {
    let seen = 0
    const wrap = (db: Ctx['db']): Ctx['db'] =>
      new Proxy(db, {
        get(target, name, receiver) {
          const value: unknown = Reflect.get(target, name, receiver)
          if (typeof value !== 'function' || !['insert', 'update', 'execute', 'delete'].includes(String(name))) return value
          return (...args: unknown[]) => {
            if (++seen > statement) {
              const outage = new Error('the power went out')
              // a statement that is on its way fails like one, and not before it was sent
              if (name === 'execute') return Promise.reject(outage)
              throw outage
            }
            return Reflect.apply(value, target, args)
          }
        },
      })
    return { ...ctx, db: wrap(ctx.db), inTransaction: true }
  }

  test.each([
    [
      'a verdict',
      async () => review(),
      (made: Awaited<ReturnType<typeof review>>, ctx: Ctx) =>
        decideCase(ctx, { caseId: made.caseId, outcome: 'approved', reasons: [], idempotencyKey: key() }),
      'reviewer',
    ],
    [
      'a confirmation',
      async () => confirming(),
      async (made: Awaited<ReturnType<typeof review>>, ctx: Ctx) =>
        confirmVerdict(ctx, { caseId: made.caseId, version: await version(made.caseId) }),
      'second',
    ],
    [
      'an appeal',
      async () => rejected(),
      (made: Awaited<ReturnType<typeof review>>, ctx: Ctx) =>
        appealVerdict(ctx, { caseId: made.caseId, text: '请再看一次我的申请' }),
      'ctx',
    ],
  ] as const)('%s: at every point of it, either all of it happened or nothing', async (_name, prepare, act, who) => {
    const made = await prepare()
    const before = await count(made.caseId)
    const by = made[who]
    let crashes = 0
    for (let statement = 0; statement < 40; statement++) {
      try {
        await transact(by, async ctx => act(made, failingAt(ctx, statement)))
        break
      } catch (error) {
        expect(String(error)).toContain('the power went out')
        crashes++
        expect(await count(made.caseId)).toEqual(before)
      }
    }
    expect(crashes).toBeGreaterThan(4)
    expect(await count(made.caseId)).not.toEqual(before)
  })
})

test('G2: the same press again returns the verdict that was given', async () => {
  const { give } = await review()
  const idempotencyKey = key()
  expect((await give({ idempotencyKey })).id).toBe((await give({ idempotencyKey })).id)
})

test('after the attempts allowed a person decides, and the applicant reads so', async () => {
  const made = await review({ failed: true })
  await desk.database.db.update(cases).set({ attempts: 2 }).where(eq(cases.id, made.caseId))
  await made.give({ outcome: 'retry', reasons: ['PURPOSE_UNCLEAR'] })
  expect(await readStatusCard(made.ctx, made.caseId)).toMatchObject({ state: 'invited', hold: 'attempts-used-up' })
  expect(await kindsTo(admin.personId, made.caseId)).toContain('on-hold')
})
