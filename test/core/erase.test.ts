import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readApplication } from '../../core/application/answers.ts'
import { verifyChain } from '../../core/audit/verify.ts'
import { readCase } from '../../core/case/load.ts'
import { withdrawCase } from '../../core/case/withdraw.ts'
import { expirePictures, removeErased } from '../../core/desk/retention.ts'
import { erasePerson } from '../../core/person/erase.ts'
import { answers, files } from '../../db/schema/cases.ts'
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
