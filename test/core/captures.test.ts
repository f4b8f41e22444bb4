import { and, eq } from 'drizzle-orm'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { verifyChain } from '../../core/audit/verify.ts'
import { endCall } from '../../core/call/end.ts'
import { cleanStill } from '../../core/capture/clean-still.ts'
import { takeCapture } from '../../core/capture/take.ts'
import { readDossier } from '../../core/case/dossier.ts'
import { readCase } from '../../core/case/load.ts'
import { readPhoto } from '../../core/case/reveal.ts'
import { neededCaptures } from '../../core/check/proof.ts'
import { recordFinding } from '../../core/check/record.ts'
import { checksFor } from '../../core/check/rules.ts'
import type { Ctx } from '../../core/context.ts'
import { expirePictures, removeErased } from '../../core/desk/retention.ts'
import { collectEvidence } from '../../core/evidence/collect.ts'
import { erasePerson } from '../../core/person/erase.ts'
import { readOwnData } from '../../core/person/own-data.ts'
import { setHours } from '../../core/staff/hours.ts'
import { decideCase } from '../../core/verdict/decide.ts'
import { audit } from '../../db/schema/audit.ts'
import { captures } from '../../db/schema/captures.ts'
import { cases } from '../../db/schema/cases.ts'
import type { CaptureKind } from '../../db/values.ts'
import { actorOfMember, createTestDesk, job, newMet, type TestDesk } from '../support/desk.ts'
import { noteEveryPart } from '../support/pass-checks.ts'
import { stillOf } from '../support/proof.ts'

let desk: TestDesk
let stranger: Ctx
let admin: Ctx
beforeAll(async () => {
  desk = await createTestDesk()
  await desk.addReviewer('审核员一')
  const other = await desk.addReviewer('另一位')
  // without hours no call is ever theirs
  await setHours(desk.ctxFor(job), { staffId: other.id, weekdays: [1, 2, 3, 4, 5, 6, 7], windows: [] })
  stranger = desk.ctxFor(actorOfMember(other))
  admin = desk.ctxFor(actorOfMember(await desk.addReviewer('管理员', { roles: ['admin'] })))
})
afterAll(() => desk.close())

const front = async () => cleanStill(await stillOf('card-front'))
const take = async (ctx: Ctx, code: string, kind: CaptureKind = 'card-front') =>
  takeCapture(ctx, { code, kind, still: await cleanStill(await stillOf(kind)) })

/** Ends the review with nothing reached. */
async function reject(reviewer: Ctx, caseId: string): Promise<void> {
  const { code, scope } = await readCase(reviewer, { id: caseId })
  for (const { key } of checksFor(scope))
    await recordFinding(reviewer, { caseId, check: key, result: 'not-reached', reason: 'TECH_NETWORK' })
  await decideCase(reviewer, { caseId, outcome: 'rejected', reasons: ['ID_UNREADABLE'], idempotencyKey: `stills-of-${code}` })
}

describe('a still is told by its content', () => {
  const picture = (width: number, height: number) => sharp({ create: { width, height, channels: 3, background: '#357' } })
  test.each([
    ['words', async () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'not-a-still'],
    ['nothing', async () => Buffer.alloc(0), 'not-a-still'],
    ['a GIF', () => picture(640, 480).gif().toBuffer(), 'not-a-still'],
    ['half a JPEG', async () => (await picture(640, 480).jpeg().toBuffer()).subarray(0, 400), 'not-a-still'],
    ['a thumbnail', () => picture(160, 120).png().toBuffer(), 'too-small'],
    ['a poster', () => picture(4200, 300).png().toBuffer(), 'too-big'],
    ['nine megabytes', async () => Buffer.alloc(9 * 1024 * 1024), 'too-big'],
  ] as const)('G11: %s is refused and says why', async (_what, bytes, problem) => {
    expect(await cleanStill(await bytes())).toEqual({ ok: false, problem })
  })

  test('what is kept is only the picture, in its own size', async () => {
    const raw = await picture(1280, 720)
      .withExif({ IFD0: { Artist: 'somebody' } })
      .jpeg()
      .toBuffer()
    const still = await cleanStill(Buffer.concat([raw, Buffer.from('<script>')]))
    expect(still).toMatchObject({ ok: true, width: 1280, height: 720, mime: 'image/jpeg' })
    const kept = still.ok ? still.bytes.toString('latin1') : ''
    expect(kept).not.toMatch(/somebody|<script>/)
  })
})

test('only the assigned reviewer takes one, only in a running call with the identity step; the second of a kind replaces the first', async () => {
  const { reviewer, caseId, ctx: applicant, booking } = await newMet(desk)
  const { code } = await readCase(reviewer, { id: caseId })
  await expect(take(stranger, code)).rejects.toMatchObject({ code: 'not-allowed' })
  await expect(take(admin, code)).rejects.toMatchObject({ code: 'not-allowed' })
  await expect(take(applicant, code)).rejects.toMatchObject({ code: 'not-allowed' })
  const bad = await cleanStill(Buffer.from('no picture'))
  await expect(takeCapture(reviewer, { code, kind: 'face', still: bad })).rejects.toMatchObject({ code: 'capture-invalid' })
  expect((await readDossier(reviewer, { code })).captures).toEqual([])

  const first = await take(reviewer, code)
  const second = await take(reviewer, code)
  const { captures: shown } = await readDossier(reviewer, { code })
  expect(shown.map(({ id, replaced }) => [id, replaced])).toEqual([
    [first, true],
    [second, false],
  ])
  expect(shown[1]).toMatchObject({ kind: 'card-front', width: 640, height: 480, by: '审核员一', takenAt: desk.now() })

  await endCall(reviewer, { bookingId: booking.id })
  await expect(take(reviewer, code)).rejects.toMatchObject({ code: 'not-met' })
})

test('G7: the bytes lie sealed; the trail names kind and a commitment, and nothing of the picture', async () => {
  const { reviewer, caseId } = await newMet(desk)
  const { code } = await readCase(reviewer, { id: caseId })
  const id = await take(reviewer, code, 'face')
  const still = await cleanStill(await stillOf('face'))
  if (!still.ok) throw new Error('the still is fine')
  expect((await reviewer.files.get(id)).includes(still.bytes.subarray(0, 64))).toBe(false)
  expect((await readPhoto(reviewer, { code, fileId: id })).bytes.equals(still.bytes)).toBe(true)
  const of = and(eq(audit.chain, caseId), eq(audit.action, 'capture.taken'))
  const [entry] = await desk.database.db.select().from(audit).where(of)
  expect(JSON.parse(entry?.body ?? '{}').data).toEqual({
    ...{ kind: 'face', file: id, width: 640, height: 480 },
    call: expect.any(String),
    content: expect.stringMatching(/^[0-9a-f]{64}$/),
  })
  expect(entry?.body).not.toContain(still.sha256)
  expect(await verifyChain(reviewer, caseId)).toHaveProperty('head')
})

test('the original card is told from its stills, the face from its own; without them only "not reached" with a reason', async () => {
  const { reviewer, caseId } = await newMet(desk)
  const { code } = await readCase(reviewer, { id: caseId })
  await noteEveryPart(reviewer, caseId)
  const record = (check: string, result: 'passed' | 'failed' | 'not-reached') =>
    recordFinding(reviewer, { caseId, check, result, ...(result === 'passed' ? {} : { reason: 'ID_UNREADABLE' }) })
  await expect(record('card-original', 'passed')).rejects.toMatchObject({ code: 'proof-needed', details: { why: 'card-front' } })
  await take(reviewer, code)
  await expect(record('card-original', 'failed')).rejects.toMatchObject({ details: { why: 'card-back' } })
  await record('card-original', 'not-reached')
  await take(reviewer, code, 'card-back')
  await record('card-original', 'passed')
  await expect(record('face-match', 'failed')).rejects.toMatchObject({ details: { why: 'face' } })
  await take(reviewer, code, 'face')
  await record('face-match', 'failed')
})

test('one of the room belongs to the look around: it can be taken wherever that is reviewed, and nothing fails for want of it', async () => {
  const { reviewer, caseId } = await newMet(desk)
  const { code } = await readCase(reviewer, { id: caseId })
  await noteEveryPart(reviewer, caseId)
  await recordFinding(reviewer, { caseId, check: 'place', result: 'passed' })
  await desk.database.db
    .update(cases)
    .set({ scope: ['environment'] })
    .where(eq(cases.id, caseId))
  const id = await take(reviewer, code, 'room')
  expect((await readDossier(reviewer, { code })).captures).toMatchObject([{ id, kind: 'room', replaced: false }])
  await expect(take(reviewer, code, 'face')).rejects.toMatchObject({ code: 'not-found' })
  await desk.database.db
    .update(cases)
    .set({ scope: ['identity'] })
    .where(eq(cases.id, caseId))
  await expect(take(reviewer, code, 'room')).rejects.toMatchObject({ code: 'not-found' })
})

test('a passport has one side', () => {
  const needed = (document: string) => neededCaptures('card-original', field => (field === 'document' ? document : undefined))
  expect(needed('passport')).toEqual(['card-front'])
  expect(needed('residence-permit')).toEqual(['card-front', 'card-back'])
})

test('stills are in the evidence, in the own export, and go with the other pictures', async () => {
  const { reviewer, caseId, personId, ctx } = await newMet(desk)
  const { code } = await readCase(reviewer, { id: caseId })
  for (const kind of ['card-front', 'card-front', 'card-back', 'face', 'room'] as const) {
    await take(reviewer, code, kind)
    desk.pass(1)
  }
  const evidence = await collectEvidence(admin, { caseId, full: false })
  expect(evidence.captures.map(({ kind, replaced }) => [kind, replaced])).toEqual([
    ['card-front', true],
    ['card-front', false],
    ['card-back', false],
    ['face', false],
    ['room', false],
  ])
  const pictures = new Map(evidence.photos.map(({ id, bytes }) => [id, bytes]))
  const same = await front()
  expect(same.ok && pictures.get(evidence.captures[0]?.id ?? '')?.equals(same.bytes)).toBe(true)

  await reject(reviewer, caseId)
  const [own] = await readOwnData(ctx, personId)
  for (const kind of ['capture-face', 'capture-room']) expect(own?.pictures.filter(one => one.kind === kind)).toHaveLength(1)

  const left = () => desk.database.db.select().from(captures).where(eq(captures.caseId, caseId))
  desk.pass(180 * 24 * 60)
  await expirePictures(desk.ctxFor(job))
  expect((await readDossier(admin, { code })).captures).toEqual([])
  await removeErased(desk.ctxFor(job))
  expect(await left()).toEqual([])
})

test('G7: erasing takes the stills along, bytes and rows', async () => {
  const { reviewer, caseId, personId, ctx } = await newMet(desk)
  const id = await take(reviewer, (await readCase(reviewer, { id: caseId })).code, 'face')
  await reject(reviewer, caseId)
  await erasePerson(ctx, { personId })
  await removeErased(desk.ctxFor(job))
  await expect(ctx.files.get(id)).rejects.toThrow()
  expect(await desk.database.db.select().from(captures).where(eq(captures.caseId, caseId))).toEqual([])
  expect(await verifyChain(ctx, caseId)).toHaveProperty('head')
})
