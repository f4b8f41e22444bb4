import { afterAll, beforeAll, expect, test } from 'vitest'
import { readDossier } from '../../core/case/dossier.ts'
import { readCase } from '../../core/case/load.ts'
import { readOverview } from '../../core/case/read-overview.ts'
import { recordFinding } from '../../core/check/record.ts'
import { decideCase } from '../../core/verdict/decide.ts'
import { actorOfMember, createTestDesk, inventNumber, newInvited, newReviewed, type TestDesk } from '../support/desk.ts'

let desk: TestDesk
beforeAll(async () => {
  desk = await createTestDesk()
  await desk.addReviewer('审核员一')
})
afterAll(() => desk.close())

test('the number stands whole in its check while the review is on, and masked before it and after the verdict', async () => {
  const admin = desk.ctxFor(actorOfMember(await desk.addReviewer('管理员', { roles: ['admin'] })))
  const { reviewer, caseId } = await newReviewed(desk)
  const { code } = await readCase(reviewer, { id: caseId })
  const stated = async (ctx: typeof admin) => {
    const { checks } = await readDossier(ctx, { code })
    return checks.find(({ key }) => key === 'card-data')?.stated
  }
  expect(await stated(reviewer)).toMatch(/^\d{17}[\dX]$/)
  expect(await stated(admin)).toMatch(/^\d{3}\*+.{4}$/)
  await decideCase(reviewer, { caseId, outcome: 'approved', reasons: [], idempotencyKey: 'dossier-1' })
  const { checks, answers } = await readDossier(reviewer, { code })
  expect(checks.find(({ key }) => key === 'card-data')?.stated).toMatch(/^\d{3}\*+.{4}$/)
  expect(checks.find(({ key }) => key === 'place')?.stated).toMatch(/\*{4}$/)
  expect(answers.find(({ field }) => field === 'phone')).toEqual({
    field: 'phone',
    value: expect.stringMatching(/^\*+\d{4}$/),
    masked: true,
  })
})

test('a reviewer learns of other cases after the questions and before the verdict; an admin at once', async () => {
  const admin = desk.ctxFor(actorOfMember(await desk.addReviewer('管理员二', { roles: ['admin'] })))
  const documentNumber = inventNumber('19810203', '221')
  const { found: other } = await newInvited(desk, { documentNumber })
  const { reviewer, caseId } = await newReviewed(desk, { documentNumber })
  const { code } = await readCase(reviewer, { id: caseId })
  const kinds = async (ctx: typeof admin) => (await readDossier(ctx, { code })).flags.map(({ kind, opens }) => [kind, opens])
  expect(await kinds(reviewer)).toEqual([['running-elsewhere', false]])
  await recordFinding(reviewer, { caseId, check: 'who-asked', result: null })
  expect(await kinds(reviewer)).toEqual([])
  expect(await kinds(admin)).toEqual([['running-elsewhere', true]])
  expect((await readOverview(admin, { code })).flags).toMatchObject([
    { kind: 'running-elsewhere', code: other.code, weight: 'flag' },
  ])
  await recordFinding(reviewer, { caseId, check: 'who-asked', result: 'failed', reason: 'PURPOSE_BROKER' })
  expect(await kinds(reviewer)).toEqual([['running-elsewhere', false]])
})
