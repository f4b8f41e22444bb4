import { eq } from 'drizzle-orm'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { answerQuestion, skipQuestion } from '../../core/application/answer.ts'
import { attachPhoto } from '../../core/application/attach-photo.ts'
import { cleanPhoto } from '../../core/application/clean-photo.ts'
import { giveConsent } from '../../core/application/consent.ts'
import { consentKinds } from '../../core/application/steps.ts'
import { verifyChain } from '../../core/audit/verify.ts'
import { findCases, turnFoundPage } from '../../core/case/find-cases.ts'
import { readCase } from '../../core/case/load.ts'
import { releaseHold } from '../../core/case/release-hold.ts'
import { startApplication } from '../../core/case/start.ts'
import { readStatusCard } from '../../core/case/status-card.ts'
import { submitApplication } from '../../core/case/submit.ts'
import { readTurnDown, turnDown } from '../../core/case/turn-down.ts'
import { withdrawCase } from '../../core/case/withdraw.ts'
import { expireHashes } from '../../core/desk/retention.ts'
import { hasFlags, readFlags } from '../../core/flag/read.ts'
import { fillLookups } from '../../core/lookup/fill.ts'
import { looksAlike } from '../../core/lookup/fingerprint.ts'
import { hashOf } from '../../core/lookup/hash.ts'
import { normaliseAddress, normaliseName, normaliseNumber, phoneEnd } from '../../core/lookup/normalise.ts'
import { erasePerson } from '../../core/person/erase.ts'
import { openLookupKey } from '../../core/vault/lookup-key.ts'
import { answers, cases, files } from '../../db/schema/cases.ts'
import { flags, lookups } from '../../db/schema/lookups.ts'
import { messages } from '../../db/schema/messages.ts'
import { actorOfMember, answersOfTest, createTestDesk, inventNumber, job, newInvited, type TestDesk } from '../support/desk.ts'

let desk: TestDesk
let admin: ReturnType<TestDesk['ctxFor']>
beforeAll(async () => {
  desk = await createTestDesk()
  admin = desk.ctxFor(actorOfMember(await desk.addReviewer('管理员', { roles: ['admin'] })))
})
afterAll(() => desk.close())

const flagsOf = async (caseId: string) => (await readFlags(admin, caseId)).map(({ kind, code }) => `${kind} ${code}`)
const number = inventNumber('19850504', '123')

/** Soft patches of grey as a camera sees them: one picture a seed, worse with less quality. */
async function picture(seed: number, quality = 90): Promise<Buffer> {
  let state = seed
  const shade = () => {
    state = (state * 1103515245 + 12345) % 2 ** 31
    return state >> 23
  }
  const patches = Buffer.from(Array.from({ length: 13 * 9 }, shade))
  const large = sharp(patches, { raw: { width: 13, height: 9, channels: 1 } }).resize(1000, 640, { kernel: 'cubic', fit: 'fill' })
  return large.toColourspace('srgb').jpeg({ quality }).toBuffer()
}

test('a number, phone, address or photo of another account is kept as evidence on both cases, and holds nobody up', async () => {
  const photo = await picture(1)
  const first = await newInvited(desk, {
    documentNumber: number,
    phone: '13911112222',
    address: '杭州市西湖区文三路 9 号',
    photo,
  })
  expect(await flagsOf(first.found.id)).toEqual([])
  const second = await newInvited(desk, {
    documentNumber: number,
    phone: '+86 139 1111 2222',
    address: '杭州市西湖区文三路９号',
    photo,
  })
  const kinds = ['running-elsewhere', 'same-photo', 'same-phone', 'same-address']
  expect(await flagsOf(second.found.id)).toEqual(kinds.map(kind => `${kind} ${first.found.code}`))
  expect(await flagsOf(first.found.id)).toEqual(kinds.map(kind => `${kind} ${second.found.code}`))
  expect(second.found).toMatchObject({ state: 'invited', hold: null })
  expect(await verifyChain(admin, first.found.id)).toHaveProperty('head')
  // a closed case is evidence of the same number, and gets nothing back
  await withdrawCase(first.ctx, { caseId: first.found.id })
  await withdrawCase(second.ctx, { caseId: second.found.id })
  const third = await newInvited(desk, { documentNumber: number })
  expect((await flagsOf(third.found.id)).sort()).toEqual([first, second].map(({ found }) => `same-number ${found.code}`).sort())
  expect(await hasFlags(admin, third.found.id)).toBe(true)
  await withdrawCase(third.ctx, { caseId: third.found.id })
})

test('a household is a note, a picture that looks alike is a flag, another picture is nothing', async () => {
  const address = '上海市徐汇区漕溪北路 18 号 5 幢'
  const first = await newInvited(desk, { address, photo: await picture(3) })
  const home = await newInvited(desk, { address, photo: await picture(4) })
  expect(await flagsOf(home.found.id)).toEqual([`same-address ${first.found.code}`])
  expect(await hasFlags(admin, home.found.id)).toBe(false)
  const smaller = await sharp(await picture(3, 60))
    .resize(800)
    .jpeg({ quality: 55 })
    .toBuffer()
  const alike = await newInvited(desk, { photo: smaller })
  expect(await flagsOf(alike.found.id)).toEqual([`alike-photo ${first.found.code}`])
})

test('the very same picture is no other side of a card; two that look alike are a note on the case', async () => {
  const { person, ctx } = await desk.newApplicant()
  const caseId = (await startApplication(ctx, { personId: person.id })).found.id
  for (const [field, text] of Object.entries(answersOfTest)) await answerQuestion(ctx, { caseId, field, text })
  const side = async (photo: Buffer) => attachPhoto(ctx, { caseId, photo: await cleanPhoto(photo) })
  await side(await picture(11))
  const refused = { code: 'answer-invalid', details: { field: 'cardPhotoBack', problem: 'same-picture' } }
  await expect(side(await picture(11))).rejects.toMatchObject(refused)
  await side(await picture(11, 50))
  await skipQuestion(ctx, { caseId, field: 'note' })
  for (const kind of consentKinds)
    await giveConsent(ctx, { caseId, kind, given: true, textHash: 'a'.repeat(64), version: '1', locale: 'zh-CN' })
  const { code } = await submitApplication(ctx, { caseId })
  expect(await flagsOf(caseId)).toContain(`alike-sides ${code}`)
  await withdrawCase(ctx, { caseId })
})

test('two versions of one picture have like fingerprints, plain pictures have none', async () => {
  const print = async (photo: Buffer) => {
    const clean = await cleanPhoto(photo)
    return clean.ok ? clean.fingerprint : undefined
  }
  const pictures = await Promise.all([1, 2, 3, 4, 5, 6].map(seed => picture(seed).then(print)))
  const again = await Promise.all([1, 2, 3, 4, 5, 6].map(seed => picture(seed, 40).then(print)))
  for (const [a, one] of pictures.entries())
    for (const [b, other] of again.entries())
      expect(one && other && looksAlike(one, other), `${a} ${b} ${one?.toString('hex')} ${other?.toString('hex')}`).toBe(a === b)
  const plain = await sharp({ create: { width: 900, height: 700, channels: 3, background: '#333' } })
    .png()
    .toBuffer()
  expect(await print(plain)).toBeUndefined()
})

test('an earlier rejection of the same number holds the case for a person, under any account, also after erasure', async () => {
  const documentNumber = inventNumber('19790101', '331')
  const first = await newInvited(desk, { documentNumber })
  const rejected = (againAt: Date | null) =>
    desk.database.db.update(cases).set({ state: 'rejected', decidedAt: desk.now(), againAt }).where(eq(cases.id, first.found.id))
  await rejected(new Date(desk.now().getTime() + 86_400_000))
  const waiting = await newInvited(desk, { documentNumber })
  expect(await flagsOf(waiting.found.id)).toEqual([`rejected-waiting ${first.found.code}`])
  expect(waiting.found).toMatchObject({ state: 'invited', hold: 'earlier-rejection' })
  const told = await desk.database.db.select().from(messages).where(eq(messages.kind, 'on-hold'))
  expect(told.map(row => row.params)).toContainEqual({ code: waiting.found.code, hold: 'earlier-rejection' })
  // an admin may hold the account to the same waiting time
  const { code, version } = waiting.found
  const against = { code, version }
  await expect(turnDown(waiting.ctx, against)).rejects.toMatchObject({ code: 'not-allowed' })
  expect(await readTurnDown(admin, { code })).toEqual(new Date(desk.now().getTime() + 86_400_000))
  await turnDown(admin, against)
  await expect(turnDown(admin, against)).rejects.toMatchObject({ code: 'stale' })
  expect(await readCase(admin, { code })).toMatchObject({ state: 'rejected', hold: null })
  // a verdict like any other: a neutral reason, and an appeal
  expect((await readStatusCard(waiting.ctx, waiting.found.id)).verdict).toMatchObject({
    reasons: ['HISTORY_DUPLICATE'],
    appealUntil: expect.any(String),
  })
  await expect(startApplication(waiting.ctx, { personId: waiting.personId })).rejects.toMatchObject({ code: 'too-early' })
  await desk.database.db.update(cases).set({ state: 'withdrawn' }).where(eq(cases.code, code))

  await rejected(null)
  await erasePerson(first.ctx, { personId: first.personId })
  const forGood = await newInvited(desk, { documentNumber })
  expect(await flagsOf(forGood.found.id)).toContain(`rejected-for-good ${first.found.code}`)
  expect(forGood.found.hold).toBe('earlier-rejection')
  expect(await readTurnDown(admin, { code: forGood.found.code })).toBe('never')
  // nobody lets an own application go on, or turns it down
  const own = { code: forGood.found.code, version: forGood.found.version }
  if (admin.actor.kind !== 'staff') return expect.unreachable()
  const self = { ...admin, actor: { ...admin.actor, personId: forGood.personId } }
  for (const decide of [releaseHold, turnDown]) await expect(decide(self, own)).rejects.toMatchObject({ code: 'same-person' })
  await withdrawCase(forGood.ctx, { caseId: forGood.found.id })

  await rejected(new Date(desk.now().getTime() - 1))
  const over = await newInvited(desk, { documentNumber })
  expect(await flagsOf(over.found.id)).toContain(`same-number ${first.found.code}`)
  expect(over.found.hold).toBeNull()
})

test('of two accounts that hand in the same number at the same moment, one at least sees the other', async () => {
  const documentNumber = inventNumber('19770707', '457')
  const both = await Promise.all([newInvited(desk, { documentNumber }), newInvited(desk, { documentNumber })])
  for (const { found } of both) expect(await flagsOf(found.id)).toHaveLength(1)
})

test('search goes over keyed hashes: code, number, phone, its end and name; nothing that was searched for is kept', async () => {
  const name = '司马 青·岚'
  const documentNumber = inventNumber('19660606', '667')
  const { found } = await newInvited(desk, { name, documentNumber, phone: '13788776655' })
  const queries = [
    ['code', found.code.toLowerCase().replace('m-', '')],
    ['number', documentNumber.toLowerCase().replace(/(.{6})/, '$1 ')],
    ['phone', '+86 137 8877 6655'],
    ['phone-end', '6655'],
    ['name', '司马青岚'],
  ] as const
  for (const [by, query] of queries) {
    expect(await findCases(admin, { query }), query).toMatchObject({ by, total: 1, entries: [{ code: found.code }] })
  }
  for (const query of ['', '   ', '司马', '0000', '%', "' or 1=1 --", '🙂', 'M-ZZZZZZ', '1'.repeat(4096)])
    expect(await findCases(admin, { query }), query).toBeUndefined()
  // a landline, from when they were taken, is found however it is written
  const landline = hashOf(await openLookupKey(desk.ctxFor(job)), 'phone', '+8657187654321')
  await desk.database.db.insert(lookups).values({ caseId: found.id, createdAt: desk.now(), ...landline })
  for (const query of ['0571-8765 4321', '(0571) 87654321', '+86 571 8765 4321', '０５７１８７６５４３２１', '571 87654321'])
    expect(await findCases(admin, { query }), query).toMatchObject({ by: 'phone', total: 1 })
  const applicant = (await desk.newApplicant()).ctx
  await expect(findCases(applicant, { query: name })).rejects.toMatchObject({ code: 'not-allowed' })
  const [dump] = await desk.database.sql<{ text: string }[]>`
    select string_agg(body, ' ') || (select string_agg(t::text, ' ') from lookups t) as text from audit`
  for (const secret of ['司马', documentNumber, '13788776655', '青岚']) expect(dump?.text).not.toContain(secret)
})

test('found cases come in pages, by a key that says nothing', async () => {
  const name = 'Zhang Wei'
  for (const said of ['Zhang Wei', 'WEI ZHANG', 'zhang  wei']) await newInvited(desk, { name: said })
  for (let more = 0; more < 7; more++) await newInvited(desk, { name })
  const first = await findCases(admin, { query: 'wei, zhang' })
  expect(first).toMatchObject({ by: 'name', total: 10, page: 1, pages: 2 })
  expect(first?.entries).toHaveLength(8)
  const second = await turnFoundPage(admin, { key: first?.key ?? '', page: 9 })
  expect(second).toMatchObject({ total: 10, page: 2 })
  expect(new Set([...(first?.entries ?? []), ...second.entries].map(({ code }) => code)).size).toBe(10)
  await expect(turnFoundPage(admin, { key: 'nonsense', page: 1 })).rejects.toMatchObject({ code: 'not-found' })
})

test('hashes go two years after the case ended, those of open cases stay', async () => {
  const over = await newInvited(desk)
  await withdrawCase(over.ctx, { caseId: over.found.id })
  const open = await newInvited(desk)
  const left = async () => {
    await expireHashes(desk.ctxFor(job))
    const rows = await desk.database.db.select({ caseId: lookups.caseId }).from(lookups)
    return [over, open].map(({ found }) => rows.some(row => row.caseId === found.id))
  }
  desk.pass(730 * 24 * 60 - 1)
  expect(await left()).toEqual([true, true])
  desk.pass(1)
  expect(await left()).toEqual([false, true])
  expect((await readCase(admin, { id: over.found.id })).state).toBe('withdrawn')
  expect((await desk.database.db.select().from(flags)).length).toBeGreaterThan(0)
})

test.each([
  ['number', normaliseNumber, '１１０１０１－1990 0307 007x', '11010119900307007X'],
  ['Latin name', normaliseName, ' MING,  Li ', 'li ming'],
  ['Chinese name', normaliseName, '买买提 · 艾力', '买买提艾力'],
  ['address', normaliseAddress, '文三路 100 号，2 幢 # 301', '文三路100号2幢301'],
  ['phone end', phoneEnd, '+86 138-0013-8000', '8000'],
  ['too short for a phone end', phoneEnd, '800', undefined],
] as const)('a %s is compared in one form', (_what, normalise, raw, form) => {
  expect(normalise(raw)).toBe(form)
})

test('cases of a version without hashes get theirs, pictures included, each once; one that cannot be opened stops nobody', async () => {
  const photo = await picture(77)
  const said = { documentNumber: inventNumber('19790101', '555'), phone: '13966660000', photo }
  const first = await newInvited(desk, said)
  const broken = await newInvited(desk, { documentNumber: inventNumber('19790102', '557') })
  const own = (caseId: string) => desk.ctxFor(job).db.select().from(lookups).where(eq(lookups.caseId, caseId))
  const kept = (rows: Awaited<ReturnType<typeof own>>) => rows.map(({ kind, hash }) => `${kind} ${hash.toString('hex')}`).sort()
  const before = kept(await own(first.found.id))
  const { db } = desk.ctxFor(job)
  await db.delete(lookups)
  await db.update(files).set({ sha256: '', fingerprint: null })
  await db
    .update(answers)
    .set({ value: Buffer.alloc(40) })
    .where(eq(answers.caseId, broken.found.id))
  let filled = 0
  for (let round = 0; round < 10; round++) filled += await fillLookups(desk.ctxFor(job))
  expect(filled).toBeGreaterThan(1)
  expect(kept(await own(first.found.id))).toEqual(before)
  expect(await own(broken.found.id)).toEqual([])
  expect(desk.seen).toContainEqual(expect.objectContaining({ code: broken.found.code }))
  expect(await fillLookups(desk.ctxFor(job))).toBe(0)
  // and what they were filled for works
  const later = await newInvited(desk, said)
  expect(await flagsOf(later.found.id)).toContain(`running-elsewhere ${first.found.code}`)
  expect(await flagsOf(later.found.id)).toContain(`same-photo ${first.found.code}`)
})
