import { appendFile } from 'node:fs/promises'
import { join } from 'node:path'
import { and, eq, gt, sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readApplication } from '../../core/application/answers.ts'
import { appendAudit } from '../../core/audit/append.ts'
import { commit, commitmentSalt } from '../../core/audit/commitment.ts'
import { createHeadSigner } from '../../core/audit/head.ts'
import { listChains, readWitness } from '../../core/audit/list-chains.ts'
import { findReceipt, type Receipt } from '../../core/audit/receipt.ts'
import { signHeads } from '../../core/audit/sign.ts'
import { checkReceipt, verifyChain } from '../../core/audit/verify.ts'
import { verifyOwn } from '../../core/audit/verify-own.ts'
import { prepareMessage } from '../../core/message/prepare.ts'
import { erasePerson } from '../../core/person/erase.ts'
import { decideCase } from '../../core/verdict/decide.ts'
import { audit, auditHeads, auditUnsigned } from '../../db/schema/audit.ts'
import { messages } from '../../db/schema/messages.ts'
import { answersOfTest, createTestDesk, job, newInvited, newReviewed, type TestDesk } from '../support/desk.ts'

let desk: TestDesk
beforeAll(async () => {
  desk = await createTestDesk()
  await desk.addReviewer('审核员一')
})
afterAll(() => desk.close())

const db = () => desk.database.db
const now = { olderThanSeconds: 0 }
const sweep = () => signHeads(desk.ctxFor(job), now)

/** The receipts that were queued for a case, as the applicant gets them. */
async function receiptsOf(caseId: string): Promise<Receipt[]> {
  const rows = await db()
    .select()
    .from(messages)
    .where(and(eq(messages.caseId, caseId), eq(messages.kind, 'receipt')))
  const views = await Promise.all(rows.map(row => prepareMessage(desk.ctxFor(job), row)))
  return views.map(view => (view?.kind === 'receipt' && findReceipt(view.receipt)) || expect.unreachable())
}

/** What an owner of the database can do and nobody else. */
async function asOwner(work: () => Promise<unknown>): Promise<void> {
  for (const table of ['audit', 'audit_heads']) await db().execute(sql`alter table ${sql.identifier(table)} disable trigger all`)
  await work()
  for (const table of ['audit', 'audit_heads']) await db().execute(sql`alter table ${sql.identifier(table)} enable trigger all`)
}
const cutBack = (chain: string, number: number) =>
  asOwner(async () => {
    await db()
      .delete(audit)
      .where(and(eq(audit.chain, chain), gt(audit.number, number)))
    await db()
      .delete(auditHeads)
      .where(and(eq(auditHeads.chain, chain), gt(auditHeads.number, number)))
  })

describe('G8: signed heads', () => {
  test('handing in and a verdict each give a receipt that matches, a chain is signed by the sweep once, and its head is also outside', async () => {
    const { reviewer, caseId } = await newReviewed(desk)
    await decideCase(reviewer, { caseId, outcome: 'approved', reasons: [], idempotencyKey: 'receipt-approved' })
    const [handedIn, judged, ...more] = await receiptsOf(caseId)
    expect(more).toEqual([])
    const found = await db().query.cases.findFirst({ where: (row, { eq }) => eq(row.id, caseId) })
    for (const receipt of [handedIn, judged]) {
      if (!receipt || !found) return expect.unreachable()
      expect(await checkReceipt(reviewer, found, receipt)).toBe('matches')
    }
    expect(judged?.number).toBeGreaterThan(handedIn?.number ?? 0)
    const before = await verifyChain(reviewer, caseId)
    await sweep()
    expect(await db().$count(auditUnsigned)).toBe(0)
    expect(await sweep()).toBe(0)
    const witnessed = (await readWitness(reviewer)).get(caseId) ?? []
    expect(witnessed.map(head => head.number)).toEqual([(before as { entries: number }).entries])
    expect(await verifyChain(reviewer, caseId, witnessed)).toMatchObject({ signed: witnessed[0]?.number })
  })

  test('a chain is not signed at every entry, but once it has been unsigned for a while', async () => {
    const ctx = desk.ctxFor(job)
    await appendAudit(ctx, 'desk', 'test.noted')
    expect(await signHeads(ctx)).toBe(0)
    await db().update(auditUnsigned).set({ since: sql`clock_timestamp() - interval '3 minutes'` })
    expect(await signHeads(ctx)).toBeGreaterThan(0)
  })

  test('the database refuses to change, delete or truncate them', async () => {
    await expect(db().update(auditHeads).set({ hash: '' })).rejects.toThrow()
    await expect(db().delete(auditHeads)).rejects.toThrow()
    await expect(db().execute(sql`truncate audit_heads`)).rejects.toThrow()
  })
})

describe('G8: an owner of the database who bends a chain is found out', () => {
  test('cut back with its signed heads: by the witness outside the database, and by the receipt', async () => {
    const { ctx, found, personId } = await newInvited(desk)
    await sweep()
    const [receipt] = await receiptsOf(found.id)
    if (!receipt) return expect.unreachable()
    await cutBack(found.id, receipt.number - 2)
    const report = await verifyChain(ctx, found.id)
    expect(report, 'what is left holds by itself, but not beside the case’s rows').toMatchObject({ why: 'rows' })
    expect(await verifyChain(ctx, found.id, (await readWitness(ctx)).get(found.id))).toMatchObject({ why: 'cut' })
    expect(await checkReceipt(ctx, found, receipt)).toBe('cut')
    expect(await verifyOwn(ctx, { personId, text: '' })).toMatchObject({ report: { why: 'cut' } })
    expect(desk.seen.at(-1), 'the desk is told').toMatchObject({ case: found.code })
  })

  test('cut back before the sweep came: by the heads in the database', async () => {
    const { ctx, found } = await newInvited(desk)
    const [receipt] = await receiptsOf(found.id)
    await asOwner(() =>
      db()
        .delete(audit)
        .where(and(eq(audit.chain, found.id), gt(audit.number, 3))),
    )
    expect(await verifyChain(ctx, found.id)).toMatchObject({ brokenAt: 4, why: 'cut' })
    expect(await checkReceipt(ctx, found, receipt ?? expect.unreachable())).toBe('cut')
  })

  test('written anew from some entry on, with every hash made to fit: by signature and receipt', async () => {
    const { ctx, found, personId } = await newInvited(desk)
    const [receipt] = await receiptsOf(found.id)
    if (!receipt) return expect.unreachable()
    await cutBack(found.id, 5)
    for (let number = 6; number <= receipt.number + 1; number++) await appendAudit(ctx, found.id, 'application.answered')
    expect(await verifyChain(ctx, found.id)).toMatchObject({ why: 'rows' })
    expect(await checkReceipt(ctx, found, receipt)).toBe('rewritten')
    await asOwner(() =>
      db()
        .insert(auditHeads)
        .values({ ...receipt, chain: found.id, keyId: ctx.signer.keyId }),
    )
    expect(await verifyChain(ctx, found.id)).toMatchObject({ brokenAt: receipt.number, why: 'rewritten' })
    expect(await verifyOwn(ctx, { personId, text: `see ${found.code}` })).not.toHaveProperty('receipt')
  })

  test('heads signed with a key of their own, and receipts of their own, do not hold', async () => {
    const { ctx, found } = await newInvited(desk)
    const forger = createHeadSigner(Buffer.alloc(32, 1))
    const [receipt] = await receiptsOf(found.id)
    if (!receipt) return expect.unreachable()
    const head = { chain: found.id, number: 4, hash: 'ab'.repeat(32) }
    const signature = forger.sign(head)
    expect(await checkReceipt(ctx, found, { code: found.code, ...head, signature })).toBe('not-signed')
    await db()
      .insert(auditHeads)
      .values({ ...head, signature, keyId: ctx.signer.keyId })
    expect(await verifyChain(ctx, found.id)).toMatchObject({ brokenAt: 4, why: 'signature' })
    await asOwner(() => db().update(auditHeads).set({ keyId: forger.keyId }).where(eq(auditHeads.signature, signature)))
    expect(await verifyChain(ctx, found.id)).toMatchObject({ brokenAt: 4, why: 'other-key' })
  })

  test('an entry put before the first', async () => {
    const { ctx, found } = await newInvited(desk)
    await db().execute(sql`insert into audit (chain, number, at, actor, action, body, previous, hash)
      values (${found.id}, 0, now(), 'job:none', 'case.created', '{}', '', '')`)
    expect(await verifyChain(ctx, found.id)).toMatchObject({ brokenAt: 1, why: 'missing' })
  })

  test('a chain that is gone as a whole is still listed, and reported as cut', async () => {
    const { ctx, found } = await newInvited(desk)
    await sweep()
    await cutBack(found.id, 0)
    const witnessed = await readWitness(ctx)
    expect(await listChains(ctx, witnessed)).toContain(found.id)
    expect(await verifyChain(ctx, found.id, witnessed.get(found.id))).toMatchObject({ brokenAt: 1, why: 'cut' })
  })

  test('a receipt of another case, or of somebody else, says so; a torn last line of the witness is passed over', async () => {
    const one = await newInvited(desk)
    const two = await newInvited(desk)
    const [receipt] = await receiptsOf(one.found.id)
    if (!receipt) return expect.unreachable()
    expect(await checkReceipt(two.ctx, two.found, receipt)).toBe('other-case')
    const claimed = { ...receipt, code: two.found.code }
    expect(await checkReceipt(two.ctx, two.found, claimed)).toBe('not-signed')
    const text = `M-${receipt.code.slice(2)}.${receipt.number}.${Buffer.from(receipt.hash, 'hex').toString('base64url')}.${receipt.signature}`
    expect(await verifyOwn(two.ctx, { personId: two.personId, text })).toBeUndefined()
    expect(await verifyOwn(one.ctx, { personId: one.personId, text: `my receipt:\n${text}\n` })).toMatchObject({
      receipt: { result: 'matches' },
    })
    expect(findReceipt(text.slice(0, -4))).toBeUndefined()
    await appendFile(join(desk.settings.dataDir, 'audit-heads.jsonl'), '{"chain":"torn')
    expect(await readWitness(one.ctx, one.found.id)).toBeInstanceOf(Map)
  })
})

test('G8: what was said stands in the trail as commitments that its salt opens; after erasure the chain verifies and says nothing', async () => {
  const { ctx, found, personId } = await newInvited(desk)
  const salt = commitmentSalt(ctx, found)
  const bodies = async () => (await db().select().from(audit).where(eq(audit.chain, found.id))).map(row => row.body)
  const { answers } = await readApplication(ctx, found)
  for (const field of Object.keys(answersOfTest)) {
    const value = answers.get(field)?.value ?? expect.unreachable()
    const said = (await bodies()).map(body => JSON.parse(body).data).filter(data => data.field === field)
    expect(
      said.map(({ before, after }) => ({ before, after })),
      field,
    ).toEqual([{ before: null, after: commit(salt, field, value) }])
    if (field !== 'term' && field !== 'device') expect((await bodies()).join()).not.toContain(value)
  }
  await erasePerson(ctx, { personId })
  await sweep()
  expect(await verifyChain(ctx, found.id)).toHaveProperty('head')
  const after = await db().query.cases.findFirst({ where: (row, { eq }) => eq(row.id, found.id) })
  expect(() => commitmentSalt(ctx, after ?? expect.unreachable())).toThrow()
})
