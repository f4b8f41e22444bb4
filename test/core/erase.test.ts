import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { answerQuestion } from '../../core/application/answer.ts'
import { readApplication } from '../../core/application/answers.ts'
import { verifyChain } from '../../core/audit/verify.ts'
import { lapseOverdue } from '../../core/case/lapse.ts'
import { readCase } from '../../core/case/load.ts'
import { startApplication } from '../../core/case/start.ts'
import { withdrawCase } from '../../core/case/withdraw.ts'
import { expirePictures, removeErased } from '../../core/desk/retention.ts'
import { createOrder } from '../../core/order/create.ts'
import { erasePerson } from '../../core/person/erase.ts'
import { readOwnCases } from '../../core/person/own-data.ts'
import { answers, cases, files } from '../../db/schema/cases.ts'
import { createTestDesk, job, newInvited, type TestDesk } from '../support/desk.ts'

let desk: TestDesk
beforeAll(async () => {
  desk = await createTestDesk()
})
afterAll(() => desk.close())

test('G7: erasing withdraws, destroys the key, the answers and the pictures; the audit trail still verifies (G8)', async () => {
  const { ctx, found, personId } = await newInvited(desk)
  const [picture] = await desk.database.db.select().from(files).where(eq(files.caseId, found.id))
  expect(await erasePerson(ctx, { personId })).toBe(1)
  expect(await erasePerson(ctx, { personId })).toBe(0)
  const after = await readCase(ctx, { id: found.id })
  expect(after).toMatchObject({ state: 'withdrawn', sealedKey: null })
  expect(await desk.database.db.select().from(answers).where(eq(answers.caseId, found.id))).toEqual([])
  await removeErased(desk.ctxFor(job))
  await expect(ctx.files.get(picture?.id ?? '')).rejects.toThrow()
  expect(await desk.database.db.select().from(files).where(eq(files.caseId, found.id))).toEqual([])
  await expect(readApplication(ctx, after)).rejects.toMatchObject({ code: 'not-found' })
  expect(await verifyChain(ctx, found.id)).toHaveProperty('head')
})

test('a draft that is deleted, or lapses, keeps nothing of what was told, and frees its order (G7, G8)', async () => {
  const { code: orderCode } = await createOrder(desk.ctxFor(job), { deviceId: 'phone-pro', termMonths: 12 })
  for (const end of ['withdrawn', 'lapsed'] as const) {
    const { person, ctx } = await desk.newApplicant()
    const { found } = await startApplication(ctx, { personId: person.id, orderCode })
    await answerQuestion(ctx, { caseId: found.id, field: 'name', text: '林一' })
    const other = await desk.newApplicant()
    const taking = startApplication(other.ctx, { personId: other.person.id, orderCode })
    await expect(taking).rejects.toMatchObject({ code: 'order-expired' })
    if (end === 'withdrawn') await withdrawCase(ctx, { caseId: found.id })
    else await desk.database.db.update(cases).set({ deadlineAt: desk.now() }).where(eq(cases.id, found.id))
    await lapseOverdue(desk.ctxFor(job))
    expect(await readCase(ctx, { id: found.id })).toMatchObject({ state: end, sealedKey: null })
    expect(await desk.database.db.$count(answers, eq(answers.caseId, found.id))).toBe(0)
    expect(await readOwnCases(ctx, person.id)).toEqual([])
    expect(await verifyChain(ctx, found.id)).toHaveProperty('head')
  }
})

test('the pictures of a case that is over are gone after 180 days, those of a running one stay', async () => {
  const over = await newInvited(desk)
  await withdrawCase(over.ctx, { caseId: over.found.id })
  const running = await newInvited(desk)
  const sweep = async () => {
    await expirePictures(desk.ctxFor(job))
    await removeErased(desk.ctxFor(job))
    const left = await desk.database.db.select({ caseId: files.caseId }).from(files)
    return [over, running].map(({ found }) => left.filter(row => row.caseId === found.id).length)
  }
  desk.pass(180 * 24 * 60 - 1)
  expect(await sweep()).toEqual([2, 2])
  desk.pass(1)
  expect(await sweep()).toEqual([0, 2])
})
