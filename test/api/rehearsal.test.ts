import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Problem, RehearsalPing, RehearsalView } from '../../api/contract.ts'
import { rehearsalUrl } from '../../core/rehearsal/link.ts'
import { limits } from '../../core/rehearsal/rules.ts'
import { rehearsalParts } from '../../db/values.ts'
import { bodyOf, newBooked, type ServedApi, serveApi } from '../support/api.ts'
import { createTestDesk, type TestDesk } from '../support/desk.ts'
import { goodFigures } from '../support/rehearsal.ts'

let desk: TestDesk
let api: ServedApi
let door: string
beforeAll(async () => {
  desk = await createTestDesk()
  await desk.addReviewer('审核员一')
  api = await serveApi(desk)
  const { ctx, found } = await newBooked(desk)
  door = `/api/rehearsals/${rehearsalUrl(ctx, found.id).split('/').at(-1)}`
})
afterAll(async () => {
  await api.close()
  await desk.close()
})

const run = '3d0f0c5e-6f5c-4a53-9a34-0d9a6f6f2a11'
const put = (path: string, figures: unknown) =>
  api.request(`${door}/${path}`, { method: 'PUT', body: JSON.stringify({ figures }) })

test('the page learns the language, the limits and the way back, and nothing of the application', async () => {
  const view = await bodyOf<RehearsalView>(api.request(door))
  expect(view).toEqual({ locale: 'zh-CN', chatUrl: 'https://t.me/test_bot', limits })
})

test('G10: the line is measured with pieces of the size asked for, and the clock with the machine’s, not the desk’s', async () => {
  const ping = await bodyOf<RehearsalPing>(api.request(`${door}/ping`))
  expect(Math.abs(ping.at - Date.now())).toBeLessThan(5_000)
  const piece = await api.request(`${door}/down?bytes=65536`)
  expect(piece.headers.get('cache-control')).toContain('no-transform')
  expect((await piece.arrayBuffer()).byteLength).toBe(65_536)
  const up = await api.request(`${door}/up`, { method: 'POST', body: new Uint8Array(98_304) })
  expect(await up.json()).toEqual({ bytes: 98_304 })
})

test('G11: whatever is wrong is said so, and nothing is kept of it', async () => {
  const answers = await Promise.all([
    api.request('/api/rehearsals/xxxx'),
    api.request('/api/rehearsals/xxxx/ping'),
    api.request('/api/rehearsals/xxxx/down?bytes=9'),
    api.request(`${door}/down?bytes=999999999`),
    api.request(`${door}/down`),
    api.request(`${door}/up`, { method: 'POST', body: new Uint8Array(400_000) }),
    put(`${run}/nose`, goodFigures.clock),
    put('not-a-run/clock', goodFigures.clock),
    put(`${run}/clock`, { offSeconds: 'soon' }),
    put(`${run}/clock`, 'soon'),
    api.request(`${door}/${run}/finish`, { json: {} }),
  ])
  const problems = await Promise.all(answers.map(answer => bodyOf<Problem>(answer)))
  expect(problems.map(({ status, code }) => [status, code])).toEqual([
    [404, 'link-unknown'],
    [404, 'link-unknown'],
    [404, 'link-unknown'],
    [422, 'answer-invalid'],
    [422, 'answer-invalid'],
    [413, 'too-large'],
    [404, 'not-found'],
    [404, 'not-found'],
    [422, 'answer-invalid'],
    [422, 'invalid-body'],
    [404, 'not-found'],
  ])
  expect(problems[0]?.chatUrl).toBe('https://t.me/test_bot')
})

test('part by part graded, then finished; finishing early says what is missing', async () => {
  for (const part of rehearsalParts.slice(0, 6))
    expect(await bodyOf(put(`${run}/${part}`, goodFigures[part]))).toEqual({ ok: true })
  const early = await api.request(`${door}/${run}/finish`, { json: {} })
  expect([early.status, (await bodyOf<Problem>(early)).code]).toEqual([409, 'application-incomplete'])
  expect(await bodyOf(put(`${run}/clock`, { offSeconds: 3600 }))).toEqual({ ok: false, advice: 'off' })
  expect((await api.request(`${door}/${run}/finish`, { json: {} })).status).toBe(200)
  expect(await desk.database.sql`select count(*)::int from messages where kind = 'rehearsal'`).toEqual([{ count: 1 }])
})
