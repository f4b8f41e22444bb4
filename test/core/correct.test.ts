import { afterAll, beforeAll, expect, test } from 'vitest'
import { answerQuestion } from '../../core/application/answer.ts'
import { readApplication } from '../../core/application/answers.ts'
import { beginCorrection } from '../../core/application/begin-correction.ts'
import { confirmKnownAnswer } from '../../core/application/confirm-known.ts'
import { verifyChain } from '../../core/audit/verify.ts'
import { bookTime } from '../../core/booking/book.ts'
import { findFreeTimes } from '../../core/booking/free-times.ts'
import { readDossier } from '../../core/case/dossier.ts'
import { readCase } from '../../core/case/load.ts'
import { readStatusCard } from '../../core/case/status-card.ts'
import { recordFinding } from '../../core/check/record.ts'
import { decideCase } from '../../core/verdict/decide.ts'
import { createTestDesk, inventNumber, newReviewed, type TestDesk } from '../support/desk.ts'

let desk: TestDesk
beforeAll(async () => {
  desk = await createTestDesk()
  for (const name of ['审核员一', '审核员二']) await desk.addReviewer(name)
})
afterAll(() => desk.close())

/** A new call is to be held, for one reason; that check did not pass. */
async function retried(check: string, reason: string) {
  const made = await newReviewed(desk)
  const { caseId, reviewer } = made
  await recordFinding(reviewer, { caseId, check, result: 'failed', reason })
  await decideCase(reviewer, { caseId, outcome: 'retry', reasons: [reason], idempotencyKey: `retry-of-${caseId}` })
  const read = () => readCase(made.ctx, { id: caseId })
  return { ...made, read, said: async (field: string) => (await readApplication(made.ctx, await read())).said(field) }
}

test('what a retry found wrong in the answers is corrected before the new call, and nothing else', async () => {
  const { ctx, caseId, read, said, reviewer } = await retried('purpose', 'PURPOSE_CONTRADICTS')
  expect((await readStatusCard(ctx, caseId)).correctable).toBe(true)
  const name = await said('name')
  // nothing is open before it is asked for
  await expect(answerQuestion(ctx, { caseId, field: 'purpose', text: 'work' })).rejects.toMatchObject({ code: 'stale' })
  const { position } = await beginCorrection(ctx, { caseId })
  expect(position).toMatchObject({ at: 'question', step: { field: 'purpose' } })
  await expect(answerQuestion(ctx, { caseId, field: 'name', text: '别的名字' })).rejects.toMatchObject({ code: 'stale' })
  const [time] = await findFreeTimes(ctx)
  const startsAt = time?.startsAt ?? desk.now()
  await expect(bookTime(ctx, { caseId, startsAt })).rejects.toMatchObject({ code: 'application-incomplete' })
  await answerQuestion(ctx, { caseId, field: 'purpose', text: 'work' })
  const text = '白天在家里做设计，晚上学习'
  expect((await answerQuestion(ctx, { caseId, field: 'usePlan', text })).position.at).toBe('summary')
  expect([await said('purpose'), await said('usePlan'), await said('name')]).toEqual(['work', text, name])
  const { code, state } = await read()
  expect(state).toBe('invited')
  const admin = desk.ctxFor(await adminActor())
  const { answers } = await readDossier(admin, { code })
  expect(answers.filter(({ corrected }) => corrected).map(({ field }) => field)).toEqual(['purpose', 'usePlan'])
  expect(await verifyChain(reviewer, caseId)).toHaveProperty('head')
  await bookTime(ctx, { caseId, startsAt })
  await expect(beginCorrection(ctx, { caseId })).rejects.toMatchObject({ code: 'stale' })
})

test('a corrected number is compared again: somebody turned down stays found out, and what is kept changes nothing', async () => {
  const other = await newReviewed(desk)
  const { reviewer } = other
  await recordFinding(reviewer, { caseId: other.caseId, check: 'purpose', result: 'failed', reason: 'PURPOSE_UNCLEAR' })
  const rejection = { outcome: 'rejected' as const, reasons: ['PURPOSE_UNCLEAR'], idempotencyKey: 'rejection-of-other' }
  await decideCase(reviewer, { caseId: other.caseId, ...rejection })
  const theirs = (await readApplication(other.ctx, await readCase(other.ctx, { id: other.caseId }))).said('documentNumber')
  const { ctx, caseId, said, read } = await retried('card-data', 'ID_DATA_DIFFER')
  await beginCorrection(ctx, { caseId })
  await confirmKnownAnswer(ctx, { caseId, field: 'name' })
  expect((await read()).hold).toBeNull()
  await answerQuestion(ctx, { caseId, field: 'documentNumber', text: theirs ?? '' })
  expect((await read()).hold).toBe('earlier-rejection')
  const own = inventNumber('19900307', '777')
  await beginCorrection(ctx, { caseId })
  await confirmKnownAnswer(ctx, { caseId, field: 'name' })
  await answerQuestion(ctx, { caseId, field: 'documentNumber', text: own })
  expect(await said('documentNumber')).toBe(own)
  for (const field of ['cardPhoto', 'cardPhotoBack']) await confirmKnownAnswer(ctx, { caseId, field })
  expect((await readApplication(ctx, await read())).position.at).toBe('summary')
})

test('a retry for another reason leaves the answers as they were handed in', async () => {
  const { ctx, caseId } = await retried('light-sound', 'ENV_TOO_DARK')
  expect((await readStatusCard(ctx, caseId)).correctable).toBeUndefined()
  await expect(beginCorrection(ctx, { caseId })).rejects.toMatchObject({ code: 'stale' })
})

async function adminActor() {
  const member = await desk.addReviewer('管理员', { roles: ['admin'] })
  return { kind: 'staff' as const, personId: member.personId, staffId: member.id, roles: member.roles }
}
