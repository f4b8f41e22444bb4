import { Decrypter } from 'age-encryption'
import { eq } from 'drizzle-orm'
import { unzipSync } from 'fflate'
import { Api } from 'grammy'
import Papa from 'papaparse'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { dropOldExports, isExportWaiting } from '../../core/export/make.ts'
import { requestExport } from '../../core/export/request.ts'
import { prepareMessage } from '../../core/message/prepare.ts'
import { decideCase } from '../../core/verdict/decide.ts'
import { audit, deskExports } from '../../db/schema/audit.ts'
import { messages } from '../../db/schema/messages.ts'
import { staff } from '../../db/schema/staff.ts'
import { makeExports } from '../../jobs/export/work.ts'
import { makeFile } from '../../jobs/files.ts'
import { actorOfMember, answersOfTest, createTestDesk, job, newReviewed, type TestDesk } from '../support/desk.ts'

let desk: TestDesk
let admin: Awaited<ReturnType<TestDesk['addReviewer']>>
const sent: string[] = []
const api = new Api('1:test', {
  apiRoot: 'http://127.0.0.1:1',
  fetch: async (_url: unknown, init: { body?: unknown } = {}) => {
    sent.push(String((JSON.parse(String(init.body)) as { text: string }).text))
    return new Response(JSON.stringify({ ok: true, result: { message_id: 7 } }))
  },
} as never)

beforeAll(async () => {
  desk = await createTestDesk()
  const reviewer = await desk.addReviewer('审核员一')
  await desk.database.db.update(staff).set({ name: '=HYPERLINK("http://x")' }).where(eq(staff.id, reviewer.id))
  admin = await desk.addReviewer('管理员', { roles: ['admin'] })
  const { reviewer: ctx, caseId } = await newReviewed(desk)
  await decideCase(ctx, { caseId, outcome: 'rejected', reasons: ['PURPOSE_UNCLEAR'], idempotencyKey: 'export-verdict' })
})
afterAll(() => desk.close())

const asAdmin = () => desk.ctxFor(actorOfMember(admin))
const rowsOf = (text: string) => Papa.parse<Record<string, string>>(text.replace('\uFEFF', ''), { header: true }).data

test('cases and verdicts come as one encrypted file, the passphrase apart; nothing of the applicant stands in it, and no cell is a formula', async () => {
  const { id } = await requestExport(asAdmin(), {})
  for (let times = 0; times < 5; times++) expect((await requestExport(asAdmin(), {})).id).toBe(id)
  expect(await isExportWaiting(desk.ctxFor(job))).toBe(true)
  expect(await makeExports(desk.ctxFor(job), api)).toBe(1)
  expect(sent.at(-1)).toMatch(/^导出：已读取 [23] 行$/)

  const rows = (await desk.database.db.select().from(messages)).filter(({ kind }) => kind.startsWith('export-'))
  expect(rows.map(({ kind, personId }) => [kind, personId])).toEqual([
    ['export-file', admin.personId],
    ['export-passphrase', admin.personId],
  ])
  const [file, secret] = await Promise.all(rows.map(row => prepareMessage(desk.ctxFor(job), row)))
  if (file?.kind !== 'export-file' || secret?.kind !== 'export-passphrase') throw new Error('not what was queued')
  const reader = { locale: 'zh-CN', timeZone: 'Asia/Shanghai', zoneKnown: true } as const
  const sealed = await makeFile(desk.ctxFor(job), file, reader)
  const decrypter = new Decrypter()
  decrypter.addPassphrase(secret.passphrase)
  const files = unzipSync(await decrypter.decrypt(sealed?.bytes ?? new Uint8Array()))
  expect(Object.keys(files)).toEqual(['cases.csv', 'verdicts.csv'])
  const [cases = '', verdicts = ''] = Object.values(files).map(bytes => Buffer.from(bytes).toString())

  expect(rowsOf(cases)[0]).toMatchObject({ state: 'rejected', device: 'phone-pro', months: '12', booking: 'attended' })
  expect(rowsOf(verdicts)[0]).toMatchObject({ outcome: 'rejected', reasons: 'PURPOSE_UNCLEAR', status: 'final', second: '' })
  expect(rowsOf(verdicts)[0]?.reviewer).toBe(`'=HYPERLINK("http://x")`)
  for (const personal of [answersOfTest.name, answersOfTest.documentNumber, answersOfTest.phone, answersOfTest.address])
    expect(cases + verdicts).not.toContain(personal)
  const trail = await desk.database.db.select().from(audit).where(eq(audit.chain, 'desk'))
  expect(trail.map(({ action }) => action)).toEqual(expect.arrayContaining(['export.requested', 'export.made']))
})

test('only the days that were asked for; and after a day the file is gone', async () => {
  desk.pass(3 * 24 * 60)
  await requestExport(asAdmin(), { days: 2 })
  await makeExports(desk.ctxFor(job), api)
  const made = await desk.database.db.select().from(deskExports)
  expect(made.map(({ days, rows }) => [days, rows])).toEqual(expect.arrayContaining([[2, 0]]))
  desk.pass(25 * 60)
  await dropOldExports(desk.ctxFor(job))
  const left = await desk.database.db.select().from(deskExports)
  expect(left.map(({ status }) => status)).toEqual(['gone', 'gone'])
})

test('a reviewer exports nothing', async () => {
  const member = await desk.addReviewer('No Admin')
  await expect(requestExport(desk.ctxFor(actorOfMember(member)), {})).rejects.toMatchObject({ code: 'not-allowed' })
})
