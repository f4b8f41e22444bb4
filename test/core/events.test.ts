import { asc, eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { changeState } from '../../core/case/change-state.ts'
import { readCase } from '../../core/case/load.ts'
import { transitions } from '../../core/case/states.ts'
import { transact } from '../../core/context.ts'
import { decideCase } from '../../core/verdict/decide.ts'
import { cases, events } from '../../db/schema/cases.ts'
import { caseStates } from '../../db/values.ts'
import { answersOfTest, createTestDesk, job, newInvited, newReviewed, type TestDesk } from '../support/desk.ts'

let desk: TestDesk
beforeAll(async () => {
  desk = await createTestDesk()
  await desk.addReviewer('审核员一')
})
afterAll(() => desk.close())

const eventsOf = (code: string) => desk.database.db.select().from(events).where(eq(events.caseCode, code)).orderBy(asc(events.id))

test('a case from its beginning to a rejection: one event a change of state, with what the verdict said, and nothing personal', async () => {
  const { reviewer, caseId } = await newReviewed(desk)
  await decideCase(reviewer, {
    caseId,
    outcome: 'rejected',
    reasons: ['PURPOSE_UNCLEAR'],
    note: 'for staff only',
    idempotencyKey: 'event-rejected',
  })
  const found = await desk.database.db.query.cases.findFirst({ where: (row, { eq }) => eq(row.id, caseId) })
  if (!found) return expect.unreachable()
  const rows = await eventsOf(found.code)
  expect(rows.map(row => [row.from, row.state])).toEqual([
    [null, 'draft'],
    ['draft', 'submitted'],
    ['submitted', 'invited'],
    ['invited', 'booked'],
    ['booked', 'reviewing'],
    ['reviewing', 'rejected'],
  ])
  expect(rows.at(-1)).toMatchObject({
    type: 'case.rejected',
    at: found.decidedAt,
    payload: {
      order: null,
      outcome: 'rejected',
      reasons: ['PURPOSE_UNCLEAR'],
      againAt: found.againAt?.toISOString(),
      hold: null,
    },
  })
  expect(rows.slice(0, -1).every(row => !('outcome' in row.payload))).toBe(true)
  const said = JSON.stringify(rows)
  for (const value of [answersOfTest.name, answersOfTest.documentNumber, answersOfTest.phone, 'for staff only'])
    expect(said).not.toContain(value)
})

test('an approval with conditions carries them, so that a platform can act on it; without any there is null', async () => {
  const { reviewer, caseId } = await newReviewed(desk)
  const conditions = { depositFen: 200_000, termMonths: 6 }
  const reasons = ['PURPOSE_FIT']
  await decideCase(reviewer, { caseId, outcome: 'conditional', reasons, conditions, idempotencyKey: 'event-conditional' })
  const found = await readCase(reviewer, { id: caseId })
  expect((await eventsOf(found.code)).at(-1)?.payload).toMatchObject({ outcome: 'conditional', reasons, conditions })
  const other = await newReviewed(desk)
  await decideCase(other.reviewer, { caseId: other.caseId, outcome: 'approved', reasons: [], idempotencyKey: 'event-approved' })
  const approved = await readCase(reviewer, { id: other.caseId })
  expect((await eventsOf(approved.code)).at(-1)?.payload).toMatchObject({ outcome: 'approved', conditions: null })
})

test('every transition of the table writes exactly one event, in the same transaction', async () => {
  const { found } = await newInvited(desk)
  const ctx = desk.ctxFor(job)
  const { db } = desk.database
  // the table alone is asked here: no verdict leads out of an appeal
  await db.execute(sql`alter table cases disable trigger appealed_needs_a_verdict`)
  for (const from of caseStates) {
    for (const { to, by } of transitions[from]) {
      const mover = by[0] ?? 'job'
      const [placed] = await db.update(cases).set({ state: from }).where(eq(cases.id, found.id)).returning()
      if (!placed) return expect.unreachable()
      const before = await eventsOf(found.code)
      const failing = transact(ctx, async ctx => {
        await changeState(ctx, placed, to, mover)
        throw new Error('the power went out')
      })
      await expect(failing).rejects.toThrow('the power went out')
      expect(await eventsOf(found.code)).toEqual(before)
      await transact(ctx, ctx => changeState(ctx, placed, to, mover))
      const made = (await eventsOf(found.code)).slice(before.length)
      expect(made, `${from} → ${to}`).toMatchObject([{ from, state: to, type: `case.${to}` }])
    }
  }
})
