import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { Decrypter } from 'age-encryption'
import { and, asc, eq } from 'drizzle-orm'
import { unzipSync } from 'fflate'
import { Api } from 'grammy'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { commit } from '../../core/audit/commitment.ts'
import { verifyChain } from '../../core/audit/verify.ts'
import { dropOldEvidence } from '../../core/evidence/make.ts'
import { requestEvidence } from '../../core/evidence/request.ts'
import { prepareMessage } from '../../core/message/prepare.ts'
import { decideCase } from '../../core/verdict/decide.ts'
import { audit, evidenceFiles } from '../../db/schema/audit.ts'
import { cases } from '../../db/schema/cases.ts'
import { messages } from '../../db/schema/messages.ts'
import { makeEvidence } from '../../jobs/evidence/work.ts'
import { makeFile } from '../../jobs/files.ts'
import { actorOfMember, answersOfTest, createTestDesk, job, newReviewed, type TestDesk } from '../support/desk.ts'

let desk: TestDesk
let admin: Awaited<ReturnType<TestDesk['addReviewer']>>
let caseId = ''
let code = ''
let folder = ''
const sent: { method: string; text: string }[] = []
beforeAll(async () => {
  desk = await createTestDesk()
  await desk.addReviewer('审核员一')
  admin = await desk.addReviewer('管理员', { roles: ['admin'] })
  const { reviewer, caseId: id } = await newReviewed(desk)
  caseId = id
  await decideCase(reviewer, {
    caseId,
    outcome: 'approved',
    reasons: [],
    note: '内部备注一条',
    idempotencyKey: 'evidence-verdict',
  })
  code = (await desk.database.db.select().from(cases).where(eq(cases.id, caseId)))[0]?.code ?? ''
  folder = await mkdtemp(join(tmpdir(), 'mianshen-evidence-'))
})
afterAll(async () => {
  await rm(folder, { recursive: true, force: true })
  await desk.close()
})

const api = new Api('1:test', {
  apiRoot: 'http://127.0.0.1:1',
  fetch: async (url: unknown, init: { body?: unknown } = {}) => {
    const text = String((JSON.parse(String(init.body)) as { text: string }).text)
    sent.push({ method: String(url).split('/').at(-1) ?? '', text })
    return new Response(JSON.stringify({ ok: true, result: { message_id: 7 } }))
  },
} as never)

/** Asks, makes, and opens what the outbox would bring with the passphrase that it would bring. */
async function obtain(full: boolean): Promise<Record<string, Uint8Array>> {
  const ctx = desk.ctxFor(actorOfMember(admin))
  const { id } = await requestEvidence(ctx, { code, full })
  expect((await requestEvidence(ctx, { code, full })).id, 'asked twice, made once').toBe(id)
  expect(await makeEvidence(desk.ctxFor(job), api)).toBe(1)
  const rows = await desk.database.db
    .select()
    .from(messages)
    .where(and(eq(messages.personId, admin.personId), eq(messages.caseId, caseId)))
  const own = rows.filter(row => row.params.evidenceId === id)
  expect(own.map(row => row.kind)).toEqual(['evidence-file', 'evidence-passphrase'])
  expect(JSON.stringify(own), 'no passphrase in the outbox').not.toMatch(/\w{4}-\w{4}-\w{4}-\w{4}-\w{4}"/)
  const [fileView, phraseView] = await Promise.all(own.map(row => prepareMessage(ctx, row)))
  if (!fileView || phraseView?.kind !== 'evidence-passphrase') return expect.unreachable()
  const file = await makeFile(ctx, fileView, { locale: 'zh-CN', timeZone: 'Asia/Shanghai', zoneKnown: true })
  const decrypter = new Decrypter()
  decrypter.addPassphrase(phraseView.passphrase)
  expect(file?.name).toBe(`${code}-evidence.zip.age`)
  expect(
    Buffer.from(file?.bytes ?? [])
      .subarray(0, 21)
      .toString(),
  ).toBe('age-encryption.org/v1')
  return unzipSync(await decrypter.decrypt(file?.bytes ?? new Uint8Array()))
}

async function textOf(pdf: Uint8Array | undefined): Promise<string> {
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs')
  const doc = await getDocument({ data: new Uint8Array(pdf ?? []), verbosity: 0 }).promise
  const pages = await Promise.all(
    Array.from({ length: doc.numPages }, async (_, index) => {
      const { items } = await (await doc.getPage(index + 1)).getTextContent()
      return items.map(item => ('str' in item ? item.str : '')).join('')
    }),
  )
  await doc.destroy()
  return pages.join('')
}

describe('the evidence file', () => {
  let files: Record<string, Uint8Array> = {}
  const read = (name: string) => Buffer.from(files[name] ?? []).toString()

  test('opens with the passphrase, holds a readable report in both languages, and every hash of its manifest fits', async () => {
    files = await obtain(false)
    const chinese = await textOf(files['report.zh-CN.pdf'])
    for (const words of [
      `证据文件：申请 ${code}`,
      answersOfTest.name,
      '租赁用途',
      '视频审核',
      '审核员一',
      '通过',
      '核对无误',
      '状态由“已预约”变为“审核中”',
    ])
      expect(chinese).toContain(words)
    const english = await textOf(files['report.en.pdf'])
    for (const words of [
      `Evidence file, application ${code}`,
      answersOfTest.name,
      'Verdicts',
      'Verified:',
      'verdict given',
      'state changed from “Booked” to “',
    ])
      expect(english).toContain(words)
    expect(files['report.en.pdf']?.length).toBeLessThan(200_000)
    const listed = read('manifest.sha256')
      .trim()
      .split('\n')
      .map(line => line.split('  '))
    expect(listed.map(([, name]) => name).sort()).toEqual(
      Object.keys(files)
        .filter(name => name !== 'manifest.sha256')
        .sort(),
    )
    for (const [hash, name] of listed)
      expect(
        createHash('sha256')
          .update(files[name ?? ''] ?? '')
          .digest('hex'),
      ).toBe(hash)
    expect(Object.keys(files).some(name => /^photos\/card-front-.*\.jpeg$/.test(name))).toBe(true)
  })

  test('G7: the document number is masked, notes of staff and the salt are not in it', async () => {
    const all = [
      await textOf(files['report.zh-CN.pdf']),
      ...Object.keys(files)
        .filter(name => /json/.test(name))
        .map(read),
    ].join()
    for (const field of ['documentNumber', 'phone', 'address'] as const) expect(all).not.toContain(answersOfTest[field])
    expect(all).not.toContain('内部备注一条')
    expect(files).not.toHaveProperty('commitment-salt.txt')
  })

  test('G8: the chain in it is checked by its own verifier, with Node alone; a changed entry is found', async () => {
    for (const name of ['verify.mjs', 'chain.jsonl', 'heads.jsonl', 'audit-key.pem'])
      await writeFile(join(folder, name), read(name))
    const run = (...receipts: string[]) => promisify(execFile)(process.execPath, [join(folder, 'verify.mjs'), ...receipts])
    expect((await run()).stdout).toMatch(/^\d+ entries, head [0-9a-f]{64}\nwhole\n$/)
    const [message] = await desk.database.db
      .select()
      .from(messages)
      .where(and(eq(messages.caseId, caseId), eq(messages.kind, 'receipt')))
    const view = message && (await prepareMessage(desk.ctxFor(job), message))
    if (view?.kind !== 'receipt') return expect.unreachable()
    const [, number = '', hash = '', signature = ''] = view.receipt.split('.')
    expect((await run(view.receipt)).stdout).toMatch(/receipt over \d+ entries checked\nwhole\n$/)
    const notOne = ['garbage', '', code, `${code}.${number}.${hash}`, `${view.receipt}x`, `${code}.0.${hash}.${signature}`]
    for (const receipt of notOne)
      await expect(run(receipt), receipt).rejects.toMatchObject({
        code: 1,
        stdout: expect.stringMatching(/NOT CHECKED[\s\S]*M-7K3QXD/),
      })
    await expect(run(view.receipt, 'more')).rejects.toMatchObject({ code: 1, stdout: expect.stringContaining('NOT CHECKED') })
    const bad = [
      [`${code}.${number}.${hash}.${'A'.repeat(86)}`, /signature at \d+ does not hold/],
      [`${code}.${Number(number) - 1}.${hash}.${signature}`, /does not hold[\s\S]*another hash/],
      [`${code}.${number}.${'A'.repeat(43)}.${signature}`, /does not hold[\s\S]*another hash/],
      [`M-222222.${number}.${hash}.${signature}`, /the receipt is of M-222222, this archive of M-/],
    ] as const
    for (const [receipt, why] of bad)
      await expect(run(receipt), receipt).rejects.toMatchObject({ code: 1, stdout: expect.stringMatching(why) })
    await writeFile(
      join(folder, 'chain.jsonl'),
      read('chain.jsonl').replace('verdict.given', 'verdict.taken').replace('approved', 'rejected'),
    )
    await expect(run()).rejects.toMatchObject({ stdout: expect.stringMatching(/does not fit[\s\S]*BROKEN/) })
    const [first = '', ...rest] = read('chain.jsonl').split('\n')
    const bent = JSON.stringify({ ...JSON.parse(first), actor: 'staff:somebody-else' })
    await writeFile(join(folder, 'chain.jsonl'), [bent, ...rest].join('\n'))
    await expect(run()).rejects.toMatchObject({ stdout: expect.stringMatching(/actor is not what its body says[\s\S]*BROKEN/) })
  })

  test('in full: the number, the notes, and the salt that opens the commitments of the trail', async () => {
    files = await obtain(true)
    const chinese = await textOf(files['report.zh-CN.pdf'])
    expect(chinese).toContain(answersOfTest.documentNumber)
    expect(chinese).toContain('内部备注一条')
    const salt = Buffer.from(read('commitment-salt.txt').trim(), 'hex')
    expect(read('chain.jsonl')).toContain(commit(salt, 'documentNumber', answersOfTest.documentNumber))
    expect(read('chain.jsonl')).toContain(commit(salt, 'note/verdict', '内部备注一条'))
  })

  test('asking and making stand in the trail; progress was shown in one message; after a day the file is gone', async () => {
    const rows = await desk.database.db.select().from(audit).where(eq(audit.chain, caseId)).orderBy(asc(audit.number))
    expect(rows.map(row => row.action).filter(action => action.startsWith('evidence.'))).toEqual([
      'evidence.requested',
      'evidence.made',
      'evidence.requested',
      'evidence.made',
    ])
    expect(await verifyChain(desk.ctxFor(job), caseId)).toHaveProperty('head')
    expect(sent.slice(0, 4).map(call => call.method)).toEqual(['sendMessage', ...Array(3).fill('editMessageText')])
    expect(sent[3]?.text).toContain('4/4')
    const [kept] = await desk.database.db.select().from(evidenceFiles)
    desk.pass(24 * 60 + 1)
    await dropOldEvidence(desk.ctxFor(job))
    await expect(desk.ctxFor(job).files.get(kept?.id ?? '')).rejects.toThrow()
  })

  test('nobody but an admin gets one', async () => {
    const reviewer = await desk.addReviewer('审核员二')
    await expect(requestEvidence(desk.ctxFor(actorOfMember(reviewer)), { code, full: false })).rejects.toMatchObject({
      code: 'not-allowed',
    })
  })
})
