import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readApplication } from '../../core/application/answers.ts'
import { verifyChain } from '../../core/audit/verify.ts'
import { readCase } from '../../core/case/load.ts'
import { erasePerson } from '../../core/person/erase.ts'
import { answers, files } from '../../db/schema.ts'
import { createTestDesk, newInvited, type TestDesk } from '../support/desk.ts'

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
  await expect(ctx.files.get(picture?.id ?? '')).rejects.toThrow()
  await expect(readApplication(ctx, after)).rejects.toMatchObject({ code: 'not-found' })
  expect(await verifyChain(ctx, found.id)).toHaveProperty('head')
})
