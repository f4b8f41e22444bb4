import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { requestEvidence } from '../../core/evidence/request.ts'
import { evidenceFiles } from '../../db/schema/audit.ts'
import { cases } from '../../db/schema/cases.ts'
import { messages } from '../../db/schema/messages.ts'
import { type Jobs, startJobs } from '../../jobs/bree.ts'
import { actorOfMember, createTestDesk, newReviewed, type TestDesk } from '../support/desk.ts'
import { until } from '../support/wait.ts'

let desk: TestDesk
let jobs: Jobs | undefined
beforeAll(async () => {
  desk = await createTestDesk()
  await desk.addReviewer('审核员一')
})
afterAll(async () => {
  await jobs?.stop()
  await desk.close()
})

test('a running desk makes the evidence file by itself: the sweep finds it, and Bree starts its worker', async () => {
  const { db } = desk.database
  const admin = await desk.addReviewer('管理员', { roles: ['admin'] })
  const { caseId } = await newReviewed(desk)
  const [found] = await db.select().from(cases).where(eq(cases.id, caseId))
  const { id } = await requestEvidence(desk.ctxFor(actorOfMember(admin)), { code: found?.code ?? '', full: false })
  const errors: unknown[] = []
  const log = { info: () => undefined, warn: () => undefined, error: (problem: unknown) => void errors.push(problem) }
  // nobody listens there: progress is only a comfort
  jobs = await startJobs(
    { desk: desk.settings, bot: { token: '1:test', apiRoot: 'http://127.0.0.1:1' }, logLevel: 'silent' },
    log,
  )
  jobs.sweepNow()
  const made = await until(
    async () => {
      const [row] = await db.select().from(evidenceFiles).where(eq(evidenceFiles.id, id))
      return row?.status === 'queued' || row?.status === 'making' ? undefined : row
    },
    { what: 'the evidence file', timeoutMs: 25_000 },
  )
  expect(made).toMatchObject({ status: 'ready', sha256: expect.stringMatching(/^[0-9a-f]{64}$/) })
  const kinds = (await db.select().from(messages).where(eq(messages.personId, admin.personId))).map(row => row.kind)
  expect(kinds).toEqual(expect.arrayContaining(['evidence-file', 'evidence-passphrase']))
  expect(errors).toEqual([])
}, 30_000)
