import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { withdrawConsent } from '../../core/application/withdraw-consent.ts'
import { cleanStill } from '../../core/capture/clean-still.ts'
import { takeCapture } from '../../core/capture/take.ts'
import { readDossier } from '../../core/case/dossier.ts'
import { readCase } from '../../core/case/load.ts'
import { recordFinding } from '../../core/check/record.ts'
import type { Ctx } from '../../core/context.ts'
import { collectEvidence } from '../../core/evidence/collect.ts'
import { bandOf } from '../../core/face/bands.ts'
import { compareFaces } from '../../core/face/compare.ts'
import { faceModel, faceSoftware, keepDistance } from '../../core/face/measure.ts'
import { readOwnData } from '../../core/person/own-data.ts'
import { faceDistances } from '../../db/schema/captures.ts'
import { consents, files } from '../../db/schema/cases.ts'
import { rehearsals } from '../../db/schema/rehearsals.ts'
import { type Locale, locales } from '../../db/values.ts'
import { renderOwnDataPage } from '../../texts/own-data-page.ts'
import { actorOfMember, createTestDesk, newMet, type TestDesk } from '../support/desk.ts'
import { passEveryCheck } from '../support/pass-checks.ts'
import { allSame, stillOf } from '../support/proof.ts'
import { goodFigures } from '../support/rehearsal.ts'

let desk: TestDesk
let admin: Ctx
beforeAll(async () => {
  desk = await createTestDesk()
  await desk.addReviewer('审核员一')
  admin = desk.ctxFor(actorOfMember(await desk.addReviewer('管理员', { roles: ['admin'] })))
})
afterAll(() => desk.close())

async function withStills() {
  const made = await newMet(desk)
  const { code } = await readCase(made.reviewer, { id: made.caseId })
  const take = async (kind: 'card-front' | 'card-back' | 'face') =>
    takeCapture(made.reviewer, { code, kind, still: await cleanStill(await stillOf(kind)) })
  const [card, face] = [await take('card-front'), await take('face')]
  const faceMatch = async (ctx = made.reviewer) =>
    (await readDossier(ctx, { code })).checks.find(({ key }) => key === 'face-match')
  const measured = { code, card, face, outcome: 'measured', distance: 0.41, model: faceModel, version: faceSoftware } as const
  return { ...made, code, card, face, take, faceMatch, measured }
}

test('the face passes on five points seen on these very stills; one that differs needs a word why', async () => {
  const { reviewer, caseId, code, take, faceMatch } = await withStills()
  const pass = (note?: string) =>
    recordFinding(reviewer, { caseId, check: 'face-match', result: 'passed', ...(note ? { note } : {}) })
  await expect(pass()).rejects.toMatchObject({ code: 'proof-needed', details: { why: 'comparison' } })
  await expect(compareFaces(admin, { code, points: allSame })).rejects.toMatchObject({ code: 'not-allowed' })
  await compareFaces(reviewer, { code, points: allSame })
  await pass()
  expect(await faceMatch(admin)).toMatchObject({ comparison: { points: allSame, by: '审核员一' } })
  await take('face')
  expect(await faceMatch()).not.toHaveProperty('comparison')
  await expect(pass()).rejects.toMatchObject({ code: 'proof-needed' })
  await compareFaces(reviewer, { code, points: { ...allSame, nose: 'differs' } })
  await expect(pass()).rejects.toMatchObject({ code: 'note-needed' })
  await pass('鼻子受过伤，出示了旧照片')
  // an answer for each of the five, or none
  const four = { shape: 'same', eyes: 'same', nose: 'same', mouth: 'same' }
  await expect(compareFaces(reviewer, { code, points: four as typeof allSame })).rejects.toThrow()
})

test('G10: a distance names its model, its version and the hashes of the two stills, advises only, and goes with them', async () => {
  const { reviewer, caseId, card, face, take, faceMatch, measured } = await withStills()
  await keepDistance(reviewer, measured)
  const rows = await desk.database.db.select().from(files).where(eq(files.caseId, caseId))
  const hashOfFile = (id: string) => rows.find(row => row.id === id)?.sha256
  const check = await faceMatch(admin)
  expect(check).toMatchObject({
    distance: {
      ...{ distance: 0.41, band: 'likely-same', model: faceModel, version: '@vladmandic/face-api 1.7.15' },
      ...{ cardHash: hashOfFile(card), faceHash: hashOfFile(face) },
    },
  })
  expect(check).not.toHaveProperty('result')
  expect((await collectEvidence(admin, { caseId, full: false })).distances).toMatchObject([
    { distance: 0.41, band: 'likely-same' },
  ])
  await take('card-front')
  expect(await faceMatch()).not.toHaveProperty('distance')
  await expect(keepDistance(reviewer, measured)).rejects.toMatchObject({ code: 'stale' })
  await expect(keepDistance(admin, measured)).rejects.toMatchObject({ code: 'not-allowed' })
  for (const wrong of [{ distance: undefined }, { distance: 3 }, { version: 'something else' }, { outcome: 'no-face-card' }])
    await expect(keepDistance(reviewer, { ...measured, ...wrong } as never), JSON.stringify(wrong)).rejects.toThrow()
})

test('without the consent nothing is kept; taking it back takes the figure away, and the review goes on by eye', async () => {
  const { reviewer, ctx, caseId, personId, measured, faceMatch } = await withStills()
  await keepDistance(reviewer, measured)
  await withdrawConsent(ctx, { personId, kind: 'face' })
  expect(await faceMatch()).not.toHaveProperty('distance')
  expect(await desk.database.db.select().from(faceDistances).where(eq(faceDistances.cardId, measured.card))).toEqual([])
  await expect(keepDistance(reviewer, measured)).rejects.toMatchObject({ code: 'no-consent' })
  const given = await desk.database.db.select().from(consents).where(eq(consents.caseId, caseId))
  expect(given.find(({ kind }) => kind === 'face')?.given).toBe(false)
  await passEveryCheck(reviewer, caseId)
  expect(await faceMatch()).toMatchObject({ result: 'passed' })
})

test.each([
  [0, 'likely-same'],
  [0.45, 'likely-same'],
  [0.4500001, 'unclear'],
  [0.6, 'unclear'],
  [0.6000001, 'likely-different'],
])('a distance of %s is %s', (distance, band) => {
  expect(bandOf(distance)).toBe(band)
})

test('the own export names every rehearsal with its figures, and what software measured: figure, band, model, version and consent', async () => {
  const { reviewer, ctx, caseId, personId, measured } = await withStills()
  await keepDistance(reviewer, measured)
  const [ok, small] = [
    { ok: true, figures: goodFigures.network },
    { ok: false, advice: 'small', figures: { width: 320, height: 240 } },
  ]
  const row = { id: randomUUID(), caseId, run: randomUUID(), startedAt: desk.now() }
  await desk.database.db.insert(rehearsals).values({ ...row, results: { camera: small, network: ok } })
  const page = async (locale: Locale) => {
    const account = { telegramId: 1, language: locale, zone: null, since: desk.now() }
    const own = await readOwnData(ctx, personId)
    const view = { account, cases: own.map(one => ({ ...one, answers: [] })), keeping: { pictures: 180, hashes: 730 } }
    return renderOwnDataPage(view, { locale, timeZone: 'Asia/Shanghai', zoneKnown: true }, desk.now())
  }
  const model = ['face_recognition_model', '@vladmandic/face-api 1.7.15', '0.410']
  const expected: Record<Locale, string[]> = {
    en: [
      'to improve: camera (320 × 240)',
      '✓ network (down 20,000',
      'probably the same person',
      'with your consent of',
      ...model,
    ],
    'zh-CN': ['需要改进：摄像头（320 × 240）', '✓ 网络（', '很可能是同一人', '给出的同意（第 ', ...model],
  }
  for (const locale of locales) {
    const shown = await page(locale)
    for (const words of expected[locale]) expect(shown.includes(words), `${locale}: ${words}`).toBe(true)
  }
  await withdrawConsent(ctx, { personId, kind: 'face' })
  const left = await page('en')
  expect([left.includes('0.410'), left.includes('320 × 240')]).toEqual([false, true])
})
