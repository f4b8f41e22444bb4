import { and, eq, ne } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { answerQuestion, today } from '../../core/application/answer.ts'
import { readApplication } from '../../core/application/answers.ts'
import { attachPhoto } from '../../core/application/attach-photo.ts'
import { cleanPhoto } from '../../core/application/clean-photo.ts'
import { documentKinds, documentOf } from '../../core/application/documents.ts'
import { editAnswer } from '../../core/application/go-back.ts'
import { startApplication } from '../../core/case/start.ts'
import { removeErased } from '../../core/desk/retention.ts'
import { answers, files } from '../../db/schema/cases.ts'
import { makePhoto } from '../bot/desk.ts'
import { answersOfTest, createTestDesk, job, type TestDesk } from '../support/desk.ts'

let desk: TestDesk
beforeAll(async () => {
  desk = await createTestDesk()
})
afterAll(() => desk.close())

/** A draft whose answers reach as far as its photos; those come too. */
async function withPhotos() {
  const { person, ctx } = await desk.newApplicant()
  const { found } = await startApplication(ctx, { personId: person.id })
  const caseId = found.id
  for (const [field, text] of Object.entries(answersOfTest)) await answerQuestion(ctx, { caseId, field, text })
  for (const width of [1001, 1002]) {
    const photo = await cleanPhoto(await makePhoto({ width }))
    await attachPhoto(ctx, { caseId, photo })
  }
  return { ctx, found, caseId }
}

const filesOf = (caseId: string) =>
  desk.database.db
    .select()
    .from(files)
    .where(and(eq(files.caseId, caseId), ne(files.kind, 'erased')))

test('every example of a document number passes its own check, and none can be somebody’s', () => {
  const day = today(desk.ctxFor(job))
  const examples = documentKinds.map(kind => documentOf(kind)?.example('451') ?? '')
  for (const kind of documentKinds) {
    const rule = documentOf(kind)
    for (const serial of ['000', '007', '999']) expect(rule?.read(rule.example(serial), day)).toMatchObject({ ok: true })
  }
  expect(examples.map(example => example.slice(0, 6))).toEqual(['119999', '911999', 'XX0000'])
})

test('a photo that another took the place of is gone from the desk, and so are those of another document', async () => {
  const { ctx, found, caseId } = await withPhotos()
  const [old] = await filesOf(caseId)
  await editAnswer(ctx, { caseId, field: 'cardPhoto' })
  await attachPhoto(ctx, { caseId, photo: await cleanPhoto(await makePhoto({ width: 1003 })) })
  expect(await filesOf(caseId)).toHaveLength(2)
  await removeErased(desk.ctxFor(job))
  await expect(ctx.files.get(old?.id ?? '')).rejects.toThrow()
  const kept = await filesOf(caseId)
  await editAnswer(ctx, { caseId, field: 'document' })
  await answerQuestion(ctx, { caseId, field: 'document', text: 'passport' })
  expect(await filesOf(caseId)).toEqual([])
  await removeErased(desk.ctxFor(job))
  for (const { id } of kept) await expect(ctx.files.get(id)).rejects.toThrow()
  expect((await readApplication(ctx, found)).answers.has('cardPhoto')).toBe(false)
})

test('an address that was given whole, before it was asked in parts, is not asked again; edited, it is asked in parts', async () => {
  const { ctx, found, caseId } = await withPhotos()
  const parts = ['province', 'city', 'district']
  for (const field of parts)
    await desk.database.db.delete(answers).where(and(eq(answers.caseId, caseId), eq(answers.field, field)))
  const kept = await readApplication(ctx, found)
  expect(kept.position).toMatchObject({ at: 'question', step: { field: 'note' } })
  const edited = await editAnswer(ctx, { caseId, field: 'q-address' })
  expect(edited.position).toMatchObject({ step: { field: 'province' } })
  const moved = await answerQuestion(ctx, { caseId, field: 'province', text: '110000' })
  expect(moved.said('address')).toBeUndefined()
})
