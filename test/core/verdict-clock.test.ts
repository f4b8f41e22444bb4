import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { endCall } from '../../core/call/end.ts'
import { readCase } from '../../core/case/load.ts'
import { readQueue } from '../../core/case/read-queue.ts'
import { readStatusCard } from '../../core/case/status-card.ts'
import { recordFinding } from '../../core/check/record.ts'
import { readNextDue } from '../../core/desk/next-due.ts'
import { collectEvidence } from '../../core/evidence/collect.ts'
import { prepareMessage } from '../../core/message/prepare.ts'
import { readOwnData } from '../../core/person/own-data.ts'
import { type Member, removeStaff } from '../../core/staff/add.ts'
import { endAway, setAway } from '../../core/staff/away.ts'
import { appealVerdict } from '../../core/verdict/appeal.ts'
import { keepPromises, tellAgain } from '../../core/verdict/clock.ts'
import { decideCase } from '../../core/verdict/decide.ts'
import { findPendingVerdict } from '../../core/verdict/load.ts'
import { audit } from '../../db/schema/audit.ts'
import { events } from '../../db/schema/cases.ts'
import { messages } from '../../db/schema/messages.ts'
import { staff } from '../../db/schema/staff.ts'
import { appeals } from '../../db/schema/verdicts.ts'
import { readerOf } from '../../scripts/messages/samples.ts'
import { renderMessage } from '../../texts/render.ts'
import { serveApi } from '../support/api.ts'
import { actorOfMember, createTestDesk, job, newReviewed, type TestDesk } from '../support/desk.ts'

let desk: TestDesk
let reviewers: Member[]
let admin: Member
beforeAll(async () => {
  desk = await createTestDesk()
  reviewers = [await desk.addReviewer('审核员一'), await desk.addReviewer('审核员二')]
  admin = await desk.addReviewer('管理员', { roles: ['admin'] })
})
afterAll(() => desk.close())

/** Twice at the same moment, as two processes would: it must make no difference (G2). */
const sweep = async () => {
  await Promise.all([keepPromises(desk.ctxFor(job)), keepPromises(desk.ctxFor(job))])
  await Promise.all([tellAgain(desk.ctxFor(job)), tellAgain(desk.ctxFor(job))])
}
const rowsOf = async (caseId: string) =>
  (await desk.database.db.select().from(messages).where(eq(messages.caseId, caseId)).orderBy(messages.id)).filter(
    row => row.kind !== 'status-card',
  )
const count = async (caseId: string, kind: string, personId: string) =>
  (await rowsOf(caseId)).filter(row => row.kind === kind && row.personId === personId).length
const personOf = (staffId: string | undefined) => reviewers.find(({ id }) => id === staffId)?.personId ?? ''
const give = (made: Awaited<ReturnType<typeof newReviewed>>, more: Partial<Parameters<typeof decideCase>[1]> = {}) =>
  decideCase(made.reviewer, {
    caseId: made.caseId,
    outcome: 'approved',
    reasons: [],
    idempotencyKey: `key-${made.caseId}`,
    ...more,
  })

test('a verdict is due ten minutes after the call: reminded at half time, and when it slips the admins and the applicant hear of it, once', async () => {
  const made = await newReviewed(desk)
  const { caseId, booking, personId, ctx } = made
  await sweep()
  expect((await readCase(ctx, { id: caseId })).deadlineAt).toBeNull()
  await endCall(made.reviewer, { bookingId: booking.id })
  await sweep()
  const dueAt = new Date(+desk.now() + 10 * 60_000)
  expect((await readCase(ctx, { id: caseId })).deadlineAt).toEqual(dueAt)
  expect(await readStatusCard(ctx, caseId)).toMatchObject({ promise: { dueAt: dueAt.toISOString(), late: false } })
  const due = await readNextDue(desk.ctxFor(job))
  const { code } = await readCase(ctx, { id: caseId })
  expect(due.filter(one => one.code === code).map(({ kind }) => kind)).toEqual(
    expect.arrayContaining(['remind-decision', 'decision-due']),
  )
  const reviewer = personOf(booking.reviewerId)
  desk.pass(5)
  await sweep()
  expect(await count(caseId, 'verdict-due', reviewer)).toBe(1)
  expect(await count(caseId, 'slipped', personId)).toBe(0)
  desk.pass(5)
  await sweep()
  await sweep()
  expect(await count(caseId, 'verdict-due', reviewer)).toBe(2)
  expect(await count(caseId, 'slipped', personId)).toBe(1)
  expect(await count(caseId, 'promise-slipped', admin.personId)).toBe(1)
  const queue = await readQueue(desk.ctxFor(actorOfMember(admin)), { filter: 'late', page: 1, size: 20, zone: 'Asia/Shanghai' })
  expect(queue.entries.find(entry => entry.code === code)).toMatchObject({ late: true })
})

test('a confirmation is due after thirty minutes, an appeal after 48 hours; each is reminded once and slips once', async () => {
  desk.setPolicy({ fourEyesSharePercent: 100 })
  const one = await newReviewed(desk)
  await give(one)
  const second = personOf(reviewers.find(({ id }) => id !== one.booking.reviewerId)?.id)
  desk.pass(15)
  await sweep()
  expect(await count(one.caseId, 'to-confirm', second)).toBe(2)
  desk.pass(15)
  await sweep()
  await sweep()
  expect(await count(one.caseId, 'to-confirm', second)).toBe(3)
  expect(await count(one.caseId, 'slipped', one.personId)).toBe(1)
  expect(await count(one.caseId, 'promise-slipped', admin.personId)).toBe(1)

  desk.setPolicy({ fourEyesSharePercent: 0 })
  const two = await newReviewed(desk)
  await recordFinding(two.reviewer, { caseId: two.caseId, check: 'purpose', result: 'failed', reason: 'PURPOSE_UNCLEAR' })
  await give(two, { outcome: 'rejected', reasons: ['PURPOSE_UNCLEAR'] })
  await appealVerdict(two.ctx, { caseId: two.caseId, text: '请再看一次我的申请' })
  const decider = personOf(reviewers.find(({ id }) => id !== two.booking.reviewerId)?.id)
  desk.pass(24 * 60)
  await sweep()
  expect(await count(two.caseId, 'appeal-made', decider)).toBe(2)
  desk.pass(24 * 60)
  await sweep()
  await sweep()
  expect(await count(two.caseId, 'slipped', two.personId)).toBe(1)
  expect(await count(two.caseId, 'promise-slipped', admin.personId)).toBe(1)
})

test('what waits for somebody who leaves, or is away until after it is due, goes to another at once; with nobody else an admin is told at once', async () => {
  const third = await desk.addReviewer('审核员三')
  const decider = async (caseId: string) => {
    const [appeal] = await desk.database.db.select().from(appeals).where(eq(appeals.caseId, caseId))
    return appeal?.assignedId ?? (await findPendingVerdict(desk.ctxFor(job), caseId))?.assignedId ?? null
  }
  const holdOf = async (caseId: string) => (await readCase(desk.ctxFor(job), { id: caseId })).hold
  desk.setPolicy({ fourEyesSharePercent: 100 })
  const made = await newReviewed(desk)
  await give(made)
  desk.setPolicy({ fourEyesSharePercent: 0 })
  const second = (await decider(made.caseId)) ?? expect.unreachable()
  const untilAt = (hours: number) => ({ fromAt: desk.now(), untilAt: new Date(+desk.now() + hours * 3_600_000) })
  // back before it is due: nothing changes
  await setAway(desk.ctxFor(job), { staffId: second, fromAt: desk.now(), untilAt: new Date(+desk.now() + 5 * 60_000) })
  expect(await decider(made.caseId)).toBe(second)
  await setAway(desk.ctxFor(job), { staffId: second, ...untilAt(72) })
  const next = (await decider(made.caseId)) ?? expect.unreachable()
  expect([second, made.booking.reviewerId]).not.toContain(next)
  const nextPerson = [...reviewers, third].find(({ id }) => id === next)?.personId ?? ''
  expect(await count(made.caseId, 'to-confirm', nextPerson)).toBe(1)
  await removeStaff(desk.ctxFor(job), { staffId: next })
  expect([await decider(made.caseId), await holdOf(made.caseId)]).toEqual([null, 'nobody-to-confirm'])
  expect(await count(made.caseId, 'on-hold', admin.personId)).toBe(1)
  await endAway(desk.ctxFor(job), { staffId: second })
  await sweep()
  expect([await decider(made.caseId), await holdOf(made.caseId)]).toEqual([second, null])
  // an appeal; the removal written past every verb is found by the next round
  const appealed = await newReviewed(desk)
  await give(appealed, { outcome: 'rejected', reasons: ['PURPOSE_UNCLEAR'] })
  await appealVerdict(appealed.ctx, { caseId: appealed.caseId, text: '用途写得很清楚，请再看一次' })
  const asked = (await decider(appealed.caseId)) ?? expect.unreachable()
  await desk.database.db.update(staff).set({ removedAt: desk.now() }).where(eq(staff.id, asked))
  await sweep()
  expect([await decider(appealed.caseId), await holdOf(appealed.caseId)]).toEqual([null, 'nobody-for-appeal'])
  expect(await count(appealed.caseId, 'on-hold', admin.personId)).toBe(1)
  await desk.database.db.update(staff).set({ removedAt: null }).where(eq(staff.id, asked))
})

test('on the day from which a new application is welcome the applicant is told so, once', async () => {
  const made = await newReviewed(desk)
  await recordFinding(made.reviewer, { caseId: made.caseId, check: 'purpose', result: 'failed', reason: 'PURPOSE_UNCLEAR' })
  await give(made, { outcome: 'rejected', reasons: ['PURPOSE_UNCLEAR'] })
  desk.pass(7 * 24 * 60 - 1)
  await sweep()
  expect(await count(made.caseId, 'again-open', made.personId)).toBe(0)
  desk.pass(1)
  await sweep()
  await sweep()
  expect(await count(made.caseId, 'again-open', made.personId)).toBe(1)
})

test('the staff’s note reaches no applicant: not the messages, not the card, not the API; nor can a second pair of eyes be forged there', async () => {
  desk.setPolicy({ fourEyesSharePercent: 100 })
  const made = await newReviewed(desk)
  const note = '内部备注：语气可疑'
  await give(made, { note })
  const api = await serveApi(desk)
  try {
    const { code, version } = await readCase(made.ctx, { id: made.caseId })
    const path = `/api/console/cases/${code}`
    for (const [method, to] of [
      ['GET', ''],
      ['POST', '/confirm'],
      ['POST', '/overrule'],
      ['POST', '/preview'],
      ['GET', '/photos/00000000-0000-4000-8000-000000000000'],
    ] as const) {
      const response = await api.request(path + to, {
        method,
        ...(method === 'POST' ? { body: JSON.stringify({ version, checkerId: admin.id }) } : {}),
        headers: { cookie: 'mianshen_session=forged' },
      })
      expect(response.status).toBe(401)
      expect(await response.text()).not.toContain(note)
    }
    const forged = await api.request('/api/calls/desk-sign-in', { json: { code: 'A'.repeat(70), device: 'd'.repeat(20) } })
    expect(forged.status).toBe(404)
  } finally {
    await api.close()
  }
  const ctx = desk.ctxFor(job)
  const card = await readStatusCard(made.ctx, made.caseId)
  const said = [JSON.stringify(card), renderMessage(card, readerOf('zh-CN'), desk.now()).html]
  const rows = await desk.database.db.select().from(messages).where(eq(messages.personId, made.personId))
  for (const row of rows) {
    const view = await prepareMessage(ctx, row)
    said.push(
      JSON.stringify(row.params),
      view ? JSON.stringify(view) + renderMessage(view, readerOf('zh-CN'), desk.now()).html : '',
    )
  }
  // one's own export, the masked evidence file, and what outside systems are told
  said.push(JSON.stringify(await readOwnData(made.ctx, made.personId)))
  said.push(JSON.stringify(await collectEvidence(ctx, { caseId: made.caseId, full: false })))
  said.push(JSON.stringify(await desk.database.db.select().from(events)))
  said.push(JSON.stringify(await desk.database.db.select().from(audit)))
  expect(said.join('\n')).not.toContain(note)
  expect(JSON.stringify(await collectEvidence(ctx, { caseId: made.caseId, full: true })), 'staff may ask for it').toContain(note)
  const stored = await desk.database.sql<
    { row: string }[]
  >`select verdicts::text as row from verdicts where case_id = ${made.caseId}`
  expect(stored.map(({ row }) => row).join()).not.toContain(Buffer.from(note).toString('hex'))
})
