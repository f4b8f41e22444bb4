import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { restoreConsent, withdrawConsent } from '../../core/application/withdraw-consent.ts'
import { verifyChain } from '../../core/audit/verify.ts'
import { readCase } from '../../core/case/load.ts'
import { recordFinding } from '../../core/check/record.ts'
import { type Ctx, transact } from '../../core/context.ts'
import { changePolicy } from '../../core/desk/change-policy.ts'
import { erasePerson } from '../../core/person/erase.ts'
import { addStaff, type Member, removeStaff } from '../../core/staff/add.ts'
import { acceptConditions } from '../../core/verdict/answer-conditions.ts'
import { appealVerdict } from '../../core/verdict/appeal.ts'
import { decideCase } from '../../core/verdict/decide.ts'
import { decideAppeal } from '../../core/verdict/decide-appeal.ts'
import { confirmVerdict, overruleVerdict, returnVerdict } from '../../core/verdict/second-look.ts'
import { people } from '../../db/schema/people.ts'
import { openDesk } from '../../start/desk.ts'
import { actorOfMember, createTestDesk, job, newReviewed, type TestDesk } from '../support/desk.ts'

let desk: TestDesk
let members: Member[]
beforeAll(async () => {
  desk = await createTestDesk()
  members = [await desk.addReviewer('审核员一'), await desk.addReviewer('审核员二'), await desk.addReviewer('审核员三')]
})
afterAll(() => desk.close())

let keys = 0
const key = () => `key-of-a-press-${keys++}`
const as = (member: Member) => desk.ctxFor(actorOfMember(member))
const others = (...ids: string[]): Member[] => members.filter(({ id }) => !ids.includes(id))
const rejection = { outcome: 'rejected' as const, reasons: ['PURPOSE_UNCLEAR'] }

/** A verdict that a second person has to look at. */
async function confirming() {
  const made = await newReviewed(desk)
  const { caseId, reviewer } = made
  const drawn = { ...reviewer, policy: { ...reviewer.policy, fourEyesSharePercent: 100 } }
  await recordFinding(reviewer, { caseId, check: 'purpose', result: 'failed', reason: 'PURPOSE_UNCLEAR' })
  await decideCase(drawn, { caseId, ...rejection, idempotencyKey: key() })
  const [two, three] = others(made.booking.reviewerId)
  if (!two || !three) return expect.unreachable()
  return { ...made, two, three, seen: async () => ({ caseId, version: (await readCase(reviewer, { id: caseId })).version }) }
}

class Undone extends Error {}

/** As the database's owner with every trigger off; how the chain verifies then. Nothing of it stays. */
async function bend(caseId: string, ...bent: ReturnType<typeof sql>[]) {
  let report: Awaited<ReturnType<typeof verifyChain>> | undefined
  const bending = transact(desk.ctxFor(job), async ctx => {
    await ctx.db.execute(sql`set local session_replication_role = replica`)
    for (const query of bent) expect((await ctx.db.execute(query)).count, 'rows bent').toBeGreaterThan(0)
    report = await verifyChain(ctx, caseId)
    throw new Undone()
  })
  await expect(bending).rejects.toBeInstanceOf(Undone)
  return report
}

describe('G8: whoever owns the database and bends a row beside the trail is found out', () => {
  test('verdict, signature, finding, state and event: each change, removal and addition', async () => {
    const { caseId, two, three, seen, booking } = await confirming()
    await confirmVerdict(as(two), await seen())
    const { code } = await readCase(as(two), { id: caseId })
    expect(await verifyChain(as(two), caseId)).toHaveProperty('head')
    const mine = sql`where case_id = ${caseId}`
    const finding = sql`where booking_id = ${booking.id} and check_key = 'purpose'`
    const bent: Record<string, ReturnType<typeof sql>> = {
      'another outcome': sql`update verdicts set outcome = 'approved', reasons = '{}' ${mine}`,
      'other reasons': sql`update verdicts set reasons = '{ID_EXPIRED}' ${mine}`,
      'another maker': sql`update verdicts set reviewer_id = ${three.id} ${mine}`,
      'another checker': sql`update verdicts set checker_id = ${three.id} ${mine}`,
      'four eyes left out': sql`update verdicts set four_eyes = '{}' ${mine}`,
      'another draw': sql`update verdicts set draw = 9999 ${mine}`,
      'a signature taken back': sql`update verdicts set status = 'pending', checker_id = null, checked_at = null ${mine}`,
      'a condition put there': sql`update verdicts set conditions = '{"termMonths":3}' ${mine}`,
      'a verdict put there': sql`insert into verdicts (id, case_id, reviewer_id, outcome, reasons, idempotency_key, at)
        values (gen_random_uuid(), ${caseId}, ${three.id}, 'approved', '{}', ${key()}, now())`,
      'no verdict at all': sql`delete from verdicts ${mine}`,
      'a finding that passed': sql`update findings set result = 'passed', reason = null ${finding}`,
      'a finding of somebody else': sql`update findings set reviewer_id = ${three.id} ${finding}`,
      'a finding for another reason': sql`update findings set reason = 'PURPOSE_BROKER' ${finding}`,
      'a finding taken away': sql`delete from findings ${finding}`,
      'a finding put there': sql`insert into findings (booking_id, check_key, result, reviewer_id, at)
        values (${booking.id}, 'invented', 'passed', ${two.id}, now())`,
      'another state': sql`update cases set state = 'approved' where id = ${caseId}`,
      'another event': sql`update events set state = 'approved' where case_code = ${code} and state = 'rejected'`,
      'an event taken away': sql`delete from events where case_code = ${code} and state = 'confirming'`,
      'an event put there': sql`insert into events (case_code, type, from_state, state, at, payload)
        values (${code}, 'case.approved', 'confirming', 'approved', now(), '{}')`,
      'all events taken away': sql`delete from events where case_code = ${code}`,
      'the oldest events taken away': sql`delete from events where id in (select id from events where case_code = ${code} order by id limit 3)`,
      'the events given to another case': sql`update events set case_code = 'M-222222' where case_code = ${code}`,
      'another outcome in an event': sql`update events set payload = jsonb_set(payload, '{outcome}', '"approved"') where case_code = ${code} and state = 'rejected'`,
      'other reasons in an event': sql`update events set payload = jsonb_set(payload, '{reasons}', '[]') where case_code = ${code} and state = 'rejected'`,
      'an event of another kind': sql`update events set type = 'case.approved' where case_code = ${code} and state = 'rejected'`,
      'an event at another time': sql`update events set at = at - interval '1 day' where case_code = ${code} and state = 'booked'`,
      'a second beginning': sql`insert into events (case_code, type, state, at, payload) values (${code}, 'case.approved', 'approved', now(), '{}')`,
      'no case at all': sql`delete from cases where id = ${caseId}`,
      'another code': sql`update cases set code = 'M-222222' where id = ${caseId}`,
      'another code, and its events with it': sql`with renamed as (update events set case_code = 'M-222222' where case_code = ${code})
        update cases set code = 'M-222222' where id = ${caseId}`,
      'another time to come again': sql`update cases set again_at = now() where id = ${caseId}`,
      'never again': sql`update cases set again_at = null where id = ${caseId}`,
      'another number of attempts': sql`update cases set attempts = attempts + 1 where id = ${caseId}`,
      'another day of decision': sql`update cases set decided_at = decided_at - interval '1 day' where id = ${caseId}`,
      'an appeal put there': sql`insert into appeals (id, case_id, text, at) values (gen_random_uuid(), ${caseId}, 'x', now())`,
    }
    for (const [what, query] of Object.entries(bent))
      expect(await bend(caseId, query), what).toMatchObject({ brokenAt: expect.any(Number), why: 'rows' })
    expect(await verifyChain(as(two), caseId)).toHaveProperty('head')
  })

  test('consents: each change, removal and addition; and after one was taken back and given again', async () => {
    const { ctx, caseId, personId } = await newReviewed(desk)
    const face = sql`where case_id = ${caseId} and kind = 'face'`
    const bent: Record<string, ReturnType<typeof sql>> = {
      'declined in its place': sql`update consents set given = not given ${face}`,
      'to another text': sql`update consents set text_hash = repeat('0', 64) ${face}`,
      'of another version': sql`update consents set version = '1999-01-01' ${face}`,
      'taken back in its place': sql`update consents set given = false, withdrawn_at = now() ${face}`,
      'taken away': sql`delete from consents ${face}`,
      'put there': sql`insert into consents (case_id, kind, given, version, text_hash, locale, at)
        values (${caseId}, 'invented', true, '1', repeat('0', 64), 'en', now())`,
    }
    for (const [what, query] of Object.entries(bent))
      expect(await bend(caseId, query), what).toMatchObject({ brokenAt: expect.any(Number), why: 'rows' })
    expect(await withdrawConsent(ctx, { personId, kind: 'face' })).toBe(1)
    expect(await verifyChain(ctx, caseId), 'taken back').toHaveProperty('head')
    expect(await bend(caseId, sql`update consents set given = true, withdrawn_at = null ${face}`)).toMatchObject({ why: 'rows' })
    const shown = { textHash: 'f'.repeat(64), version: '2', locale: 'en' as const }
    expect(await restoreConsent(ctx, { personId, kind: 'face', ...shown })).toBe(1)
    expect(await verifyChain(ctx, caseId), 'given again').toHaveProperty('head')
  })

  test('what four eyes rest on: policy, roles, removal', async () => {
    const admin = await desk.addReviewer('管理员', { roles: ['admin'] })
    const name = 'fourEyesSharePercent'
    await changePolicy(as(admin), { name, value: 30 })
    await changePolicy(as(admin), { name, value: 40 })
    const gone = await desk.addReviewer('离开的人')
    await removeStaff(as(admin), { staffId: gone.id })
    expect(await verifyChain(as(admin), 'desk')).toHaveProperty('head')
    const [one] = members
    if (!one) return expect.unreachable()
    const bent: Record<string, ReturnType<typeof sql>> = {
      'another share': sql`update settings set value = value || '{"fourEyesSharePercent":0}' where key = 'policy'`,
      'a number nobody set': sql`update settings set value = value || '{"attemptsThatCount":9}' where key = 'policy'`,
      'a number gone': sql`update settings set value = value - 'fourEyesSharePercent' where key = 'policy'`,
      'no policy at all': sql`delete from settings where key = 'policy'`,
      'an admin made': sql`update staff set roles = '{admin,reviewer}' where id = ${one.id}`,
      'a member put back': sql`update staff set removed_at = null where id = ${gone.id}`,
      'a member taken off': sql`update staff set removed_at = now() where id = ${one.id}`,
      'a member gone': sql`delete from staff where id = ${one.id}`,
      'a member put there': sql`insert into staff (id, person_id, name, roles, time_zone, created_at)
        values (gen_random_uuid(), gen_random_uuid(), 'x', '{reviewer}', 'UTC', now())`,
    }
    for (const [what, query] of Object.entries(bent))
      expect(await bend('desk', query), what).toMatchObject({ brokenAt: expect.any(Number), why: 'rows' })
    const [person] = await desk.database.db.select().from(people).where(eq(people.id, gone.personId))
    if (!person) return expect.unreachable()
    const { telegramId } = person
    await addStaff(desk.ctxFor(job), { telegramId, name: '回来的人', roles: ['reviewer', 'admin'], locale: 'zh-CN' })
    expect(await verifyChain(as(admin), 'desk')).toHaveProperty('head')
  })

  test('rows and trail agree after every way that a verdict can go, and after erasure', async () => {
    const returned = await confirming()
    await returnVerdict(as(returned.two), { ...(await returned.seen()), note: '请再看一次' })
    expect(await verifyChain(as(returned.two), returned.caseId), 'sent back').toHaveProperty('head')
    await decideCase(returned.reviewer, { caseId: returned.caseId, ...rejection, idempotencyKey: key() })
    await confirmVerdict(as(returned.two), await returned.seen())
    await appealVerdict(returned.ctx, { caseId: returned.caseId, text: '用途写得很清楚，请再看一次' })
    for (const query of [
      sql`delete from appeals where case_id = ${returned.caseId}`,
      sql`update appeals set assigned_id = null where case_id = ${returned.caseId}`,
    ])
      expect(await bend(returned.caseId, query)).toMatchObject({ why: 'rows' })
    const appeal = sql`where case_id = ${returned.caseId}`
    for (const [query, why] of [
      [sql`delete from appeals ${appeal}`, /kept/],
      [sql`truncate appeals cascade`, /kept/],
      [sql`update appeals set text = 'x' ${appeal}`, /not rewritten/],
      [sql`update appeals set at = now() - interval '1 day' ${appeal}`, /not rewritten/],
      [sql`update cases set state = 'approved' where id = ${returned.caseId}`, /has not been decided/],
    ] as const)
      await expect(desk.database.db.execute(query)).rejects.toMatchObject({ cause: { message: expect.stringMatching(why) } })
    const decision = { outcome: 'retry' as const, reasons: ['HISTORY_APPEAL_CALL'], idempotencyKey: key() }
    await decideAppeal(as(returned.three), { ...(await returned.seen()), ...decision })
    expect(await verifyChain(as(returned.two), returned.caseId), 'after an appeal').toHaveProperty('head')
    const overruled = await confirming()
    const retry = { outcome: 'retry' as const, reasons: ['TECH_OURS'], note: '网络原因', idempotencyKey: key() }
    await overruleVerdict(as(overruled.two), { ...(await overruled.seen()), ...retry })
    expect(await verifyChain(as(overruled.two), overruled.caseId), 'overruled').toHaveProperty('head')
    const agreed = await newReviewed(desk)
    const conditions = { termMonths: 6 }
    await decideCase(agreed.reviewer, {
      ...{ caseId: agreed.caseId, outcome: 'conditional', reasons: ['PURPOSE_FIT'], conditions, idempotencyKey: key() },
    })
    await acceptConditions(agreed.ctx, await readCase(agreed.ctx, { id: agreed.caseId }))
    expect(await verifyChain(agreed.ctx, agreed.caseId), 'with conditions').toHaveProperty('head')
    await erasePerson(agreed.ctx, { personId: agreed.personId })
    expect(await verifyChain(agreed.ctx, agreed.caseId), 'erased').toHaveProperty('head')
  })
})

describe('G6, G1: from two processes', () => {
  test('two verdicts, and then a confirmation and two that decide otherwise, at the same moment: one of them counts', async () => {
    const log = { info: () => {}, warn: () => {}, error: () => {} }
    const other = await openDesk(desk.settings, log)
    try {
      const elsewhere = (ctx: Ctx): Ctx => ({ ...ctx, db: other.ctx.db, keys: other.ctx.keys })
      for (let round = 0; round < 5; round++) {
        const made = await newReviewed(desk)
        const { caseId, reviewer } = made
        const drawn = { ...reviewer, policy: { ...reviewer.policy, fourEyesSharePercent: 100 } }
        const give = (ctx: Ctx) => decideCase(ctx, { caseId, outcome: 'approved', reasons: [], idempotencyKey: key() })
        const verdicts = await Promise.allSettled([give(drawn), give(elsewhere(drawn))])
        expect(verdicts.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
        const [two, three] = others(made.booking.reviewerId)
        if (!two || !three) return expect.unreachable()
        const seen = { caseId, version: (await readCase(reviewer, { id: caseId })).version }
        const note = '不同意'
        const looks = await Promise.allSettled([
          confirmVerdict(as(two), seen),
          overruleVerdict(elsewhere(as(three)), {
            ...seen,
            ...rejection,
            reasons: ['ENV_NOT_ALONE'],
            note,
            idempotencyKey: key(),
          }),
          overruleVerdict(elsewhere(as(two)), { ...seen, outcome: 'retry', reasons: ['TECH_OURS'], note, idempotencyKey: key() }),
          confirmVerdict(elsewhere(as(made.booking.reviewerId === two.id ? three : two)), seen),
        ])
        expect(looks.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
        expect(await verifyChain(reviewer, caseId)).toHaveProperty('head')
      }
    } finally {
      await other.close()
    }
  })
})
