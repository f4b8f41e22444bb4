import { readFileSync } from 'node:fs'
import { asc, eq } from 'drizzle-orm'
import { ALL_FORMATS, BufferSource, Input } from 'mediabunny'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { CaseFile, JoinResponse, PlayResponse, StartedRecording } from '../../api/contract.ts'
import { withdrawConsent } from '../../core/application/withdraw-consent.ts'
import { expirePictures, removeErased } from '../../core/desk/retention.ts'
import { endSilentRecordings } from '../../core/recording/end.ts'
import { isRecordingWaiting } from '../../core/recording/finish.ts'
import { audit } from '../../db/schema/audit.ts'
import { cases, files } from '../../db/schema/cases.ts'
import { recordingParts, recordings } from '../../db/schema/recordings.ts'
import { finishRecordings } from '../../jobs/recording/work.ts'
import { bodyOf, enter, newBooked, type ServedApi, serveApi } from '../support/api.ts'
import { createTestDesk, job, monday, type TestDesk } from '../support/desk.ts'

/** What a headless Chromium recorded of a drawn picture and a tone, in chunks of two seconds. */
const chunks = [0, 1, 2].map(number => readFileSync(new URL(`../vectors/film/${number}.webm`, import.meta.url)))
const mime = 'video/webm;codecs=vp8,opus'
const laptop = { device: 'device-of-the-laptop-2' }

let desk: TestDesk
let api: ServedApi
beforeAll(async () => {
  desk = await createTestDesk()
  await desk.addReviewer('审核员一')
  api = await serveApi(desk)
})
afterAll(async () => {
  await api.close()
  await desk.close()
})

/** Both in the room; what the reviewer's console then asks. */
async function meet() {
  desk.at(monday)
  const booked = await newBooked(desk)
  desk.at(booked.booking.startsAt)
  const signedIn = await api.request(`/api/calls/${booked.reviewerCode}/sign-in`, { json: laptop })
  const cookie = signedIn.headers.get('set-cookie')?.split(';')[0] ?? ''
  const path = `/api/console/cases/${booked.found.code}`
  const join = { json: { device: 'device-of-the-phone-01' } }
  const applicant = await enter(api, await bodyOf<JoinResponse>(api.request(`/api/calls/${booked.applicantCode}/join`, join)))
  const reviewer = await enter(
    api,
    await bodyOf<JoinResponse>(api.request(`${path}/join`, { json: laptop, headers: { cookie } })),
  )
  await reviewer.next('ready')
  return {
    ...booked,
    cookie,
    applicant,
    reviewer,
    file: () => bodyOf<CaseFile>(api.request(path, { headers: { cookie } })),
    start: (json: object = { mime }) => api.request(`${path}/recordings`, { json, headers: { cookie } }),
    put: (id: string, number: number | string, body: Buffer = chunks[Number(number)] ?? Buffer.alloc(9)) =>
      putChunk(id, number, body, cookie),
    end: (id: string) => api.request(`/api/console/recordings/${id}/end`, { method: 'POST', headers: { cookie } }),
    play: (id: string) => api.request(`${path}/recordings/${id}/play`, { method: 'POST', headers: { cookie } }),
    film: (url: string, range?: string) => api.request(url, { headers: { cookie, ...(range ? { range } : {}) } }),
    leave: () => [applicant, reviewer].forEach(page => void page.close()),
  }
}

const putChunk = (id: string, number: number | string, body: Buffer, cookie: string) =>
  api.request(`/api/console/recordings/${id}/chunks/${number}`, {
    method: 'PUT',
    body: new Uint8Array(body),
    headers: { cookie },
  })

const idOf = async (response: Promise<Response>) => (await bodyOf<StartedRecording>(response)).id
const finish = () => finishRecordings({ ...desk.ctxFor({ kind: 'job', name: 'recording' }) })
const actionsOf = async (caseId: string) =>
  (await desk.database.db.select().from(audit).where(eq(audit.chain, caseId)).orderBy(asc(audit.number)))
    .map(({ action }) => action)
    .filter(action => action.startsWith('recording.'))

test('a call is recorded in chunks, becomes a film that can be sought in, and each playback stands in the trail', async () => {
  const met = await meet()
  expect((await met.file()).recording).toEqual({ may: true, stretches: [] })
  const id = await idOf(met.start())
  for (const page of [met.applicant, met.reviewer]) expect(await page.next('recording')).toEqual({ type: 'recording', on: true })
  for (const number of [0, 1, 2]) expect((await met.put(id, number)).status).toBe(204)
  expect((await met.file()).recording.stretches).toMatchObject([{ id, status: 'running' }])
  expect((await met.play(id)).status, 'it is still running').toBe(404)
  expect((await met.end(id)).status).toBe(204)
  expect((await met.end(id)).status, 'twice is once').toBe(204)
  expect((await met.file()).recording.stretches).toMatchObject([{ id, status: 'finishing' }])
  await finish()
  const [stretch] = (await met.file()).recording.stretches
  expect(stretch).toMatchObject({ id, status: 'ready' })
  expect(stretch?.seconds).toBeGreaterThanOrEqual(4)

  const { url } = await bodyOf<PlayResponse>(met.play(id))
  const whole = Buffer.from(await (await met.film(url)).arrayBuffer())
  const input = new Input({ formats: ALL_FORMATS, source: new BufferSource(whole) })
  expect((await input.getTracks()).map(track => track.type).sort()).toEqual(['audio', 'video'])
  expect(Math.round(await input.computeDuration())).toBe(stretch?.seconds)
  const part = await met.film(url, 'bytes=1000-4999')
  expect([part.status, part.headers.get('content-range')]).toEqual([206, `bytes 1000-4999/${whole.length}`])
  expect(Buffer.from(await part.arrayBuffer()).equals(whole.subarray(1000, 5000))).toBe(true)
  expect((await met.film(url, `bytes=${whole.length}-`)).status).toBe(416)
  await bodyOf(met.play(id))
  const actions = ['recording.started', 'recording.ended', 'recording.finished', 'recording.played', 'recording.played']
  expect(await actionsOf(met.found.id)).toEqual(actions)
  met.leave()
})

test('bad input is refused with a problem document, and changes nothing', async () => {
  const met = await meet()
  for (const wrong of ['', 'text/html', 'video/x-msvideo', 'video/webm;codecs=<script>', 'v'.repeat(200)])
    expect((await met.start({ mime: wrong })).status, wrong).toBe(422)
  const id = await idOf(met.start())
  expect((await met.put(id, 1)).status, 'a gap').toBe(409)
  expect((await met.put(id, 0)).status).toBe(204)
  expect((await met.put(id, 0)).status, 'G2: the same again').toBe(204)
  expect((await met.put(id, 0, chunks[1])).status, 'other bytes').toBe(409)
  for (const number of ['-1', '1.5', 'x', '9999999']) expect((await met.put(id, number)).status, number).toBe(409)
  expect((await met.put(id, 1, Buffer.alloc(0))).status, 'empty').toBe(409)
  expect((await met.put(id, 1, Buffer.alloc(5 * 1024 * 1024))).status).toBe(413)
  for (const unknown of ['x', '00000000-0000-4000-8000-000000000000']) expect((await met.put(unknown, 0)).status).toBe(404)
  await met.end(id)
  expect((await met.put(id, 1)).status, 'after the end').toBe(409)
  expect(await desk.database.db.$count(recordingParts, eq(recordingParts.recordingId, id))).toBe(1)
  met.leave()
})

test('only the reviewer of the running call records, and only those who may see the case play, each with a ticket of their own', async () => {
  const [mine, other] = [await meet(), await meet()]
  desk.at(mine.booking.startsAt)
  const id = await idOf(mine.start())
  const stranger = await signInAs('别的审核员')
  const path = `/api/console/cases/${mine.found.code}/recordings`
  expect((await api.request(path, { json: { mime }, headers: { cookie: stranger } })).status).toBe(403)
  expect((await putChunk(id, 0, chunks[0] ?? Buffer.alloc(1), stranger)).status).toBe(404)
  expect((await putChunk(id, 0, chunks[0] ?? Buffer.alloc(1), '')).status, 'nobody').toBe(401)
  await mine.put(id, 0)
  await mine.end(id)
  await finish()
  expect((await api.request(`${path}/${id}/play`, { method: 'POST', headers: { cookie: stranger } })).status).toBe(404)
  const { url } = await bodyOf<PlayResponse>(mine.play(id))
  expect((await api.request(url, { headers: { cookie: stranger } })).status, "another's ticket").toBe(404)
  for (const forged of ['', '?ticket=', `?ticket=${Date.now() + 1e6}.x`])
    expect((await mine.film(url.split('?')[0] + forged)).status, forged).toBe(404)
  for (const met of [mine, other]) met.leave()
})

test('without consent nothing is recorded, and a consent that is taken back ends it', async () => {
  const met = await meet()
  const id = await idOf(met.start())
  await met.put(id, 0)
  await withdrawConsent(met.ctx, { personId: met.personId, kind: 'recording' })
  expect((await met.put(id, 1)).status).toBe(403)
  expect((await met.file()).recording.may).toBe(false)
  expect((await met.start()).status).toBe(403)
  desk.setPolicy({ callsRecorded: 0 })
  const next = await meet()
  expect((await next.start()).status, 'the policy records nothing').toBe(403)
  desk.setPolicy({ callsRecorded: 1 })
  for (const one of [met, next]) one.leave()
})

test('G9: after a crash of the browser the film is complete up to the last chunk; a reload begins another', async () => {
  const met = await meet()
  const first = await idOf(met.start())
  await met.put(first, 0)
  const second = await idOf(met.start())
  for (const number of [0, 1]) await met.put(second, number)
  expect((await met.put(first, 1)).status, 'the first ended with the reload').toBe(409)
  await endSilentRecordings(desk.ctxFor(job))
  expect((await met.file()).recording.stretches.map(({ status }) => status)).toEqual(['finishing', 'running'])
  // nothing comes any more
  await desk.database.sql`update recordings set heard_at = now() - interval '1 minute' where id = ${second}`
  await endSilentRecordings(desk.ctxFor(job))
  await finish()
  expect(await isRecordingWaiting(desk.ctxFor(job))).toBe(false)
  const { stretches } = (await met.file()).recording
  expect(stretches.map(({ status }) => status)).toEqual(['ready', 'ready'])
  expect(stretches.map(({ seconds }) => seconds)).toEqual([2, 4])
  met.leave()
})

test('what cannot be made seekable is kept as it came', async () => {
  const met = await meet()
  const id = await idOf(met.start())
  await met.put(id, 0, Buffer.from('no film at all'))
  await met.end(id)
  await finish()
  const { url } = await bodyOf<PlayResponse>(met.play(id))
  expect(await (await met.film(url)).text()).toBe('no film at all')
  met.leave()
})

test('G7: a recording lies sealed, each part for its own place, and goes with retention', async () => {
  const met = await meet()
  const id = await idOf(met.start())
  for (const number of [0, 1]) await met.put(id, number)
  const parts = await desk.database.db.select().from(recordingParts).where(eq(recordingParts.recordingId, id))
  const { files: store } = desk.ctxFor(job)
  for (const { fileId } of parts) expect((await store.get(fileId)).includes('webm')).toBe(false)
  const [one, two] = parts
  await store.put(one?.fileId ?? '', await store.get(two?.fileId ?? ''))
  await met.end(id)
  await expect(finish(), 'a part in the place of another').rejects.toThrow()
  await desk.database.db.update(recordings).set({ takenAt: null, finishedAt: desk.now() }).where(eq(recordings.id, id))

  await desk.database.db.update(cases).set({ state: 'approved', decidedAt: monday }).where(eq(cases.id, met.found.id))
  desk.at(new Date(+monday + 181 * 86_400_000))
  await expirePictures(desk.ctxFor(job))
  await removeErased(desk.ctxFor(job))
  expect(await desk.database.db.$count(files, eq(files.caseId, met.found.id))).toBe(0)
  await expect(store.get(one?.fileId ?? '')).rejects.toThrow()
  met.leave()
})

/** The cookie of another reviewer, who came by the link of a booking of their own. */
async function signInAs(name: string): Promise<string> {
  desk.at(monday)
  await desk.addReviewer(name)
  for (;;) {
    const booked = await newBooked(desk)
    const [member] = await desk.database.sql`select name from staff where id = ${booked.booking.reviewerId}`
    if (member?.name !== name) continue
    const signedIn = await api.request(`/api/calls/${booked.reviewerCode}/sign-in`, {
      json: { device: 'device-of-the-stranger-3' },
    })
    return signedIn.headers.get('set-cookie')?.split(';')[0] ?? ''
  }
}
