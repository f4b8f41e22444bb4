import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { CaseFile, Me, Problem } from '../../api/contract.ts'
import { removeStaff } from '../../core/staff/add.ts'
import { audit } from '../../db/schema/audit.ts'
import { files } from '../../db/schema/cases.ts'
import { bodyOf, newBooked, type ServedApi, serveApi } from '../support/api.ts'
import { createTestDesk, job, monday, type TestDesk } from '../support/desk.ts'

let desk: TestDesk
let api: ServedApi
let cookie: string
let code: string
let reviewerId: string
beforeAll(async () => {
  desk = await createTestDesk()
  await desk.addReviewer('审核员一')
  api = await serveApi(desk)
  const booked = await newBooked(desk)
  code = booked.found.code
  reviewerId = booked.booking.reviewerId
  const response = await api.request(`/api/calls/${booked.reviewerCode}/sign-in`, { json: { device: 'browser-of-the-test' } })
  cookie = response.headers.get('set-cookie')?.split(';')[0] ?? ''
  expect(response.headers.get('set-cookie')).toMatch(/HttpOnly.*SameSite=Lax/)
})
afterAll(async () => {
  await api.close()
  await desk.close()
})

const writing = () => [
  ['POST', '/api/console/status'],
  ['PUT', `/api/console/cases/${code}/checks/alone`],
  ['POST', `/api/console/cases/${code}/join`],
  ['POST', `/api/console/cases/${code}/verdict`],
]

describe('G11: bad input', () => {
  test.each(['{', '', 'null', '[]', '"x"', '{"a":1', `{"device":${'['.repeat(1000)}`])(
    'malformed JSON %# on every route is a problem that says so',
    async body => {
      for (const [method, path] of writing()) {
        const response = await api.request(path ?? '', { method, body, headers: { cookie } } as RequestInit)
        expect([400, 422]).toContain(response.status)
        expect(response.headers.get('content-type')).toContain('application/problem+json')
        expect(JSON.stringify(await response.json())).not.toMatch(/at .*\.ts:|node_modules/)
      }
    },
  )

  test('a body of the wrong shape names what was wrong', async () => {
    const response = await api.request(`/api/console/cases/${code}/verdict`, {
      json: { outcome: 'maybe', reasons: 'x' },
      headers: { cookie },
    })
    expect(response.status).toBe(422)
    const { errors } = await bodyOf<Required<Pick<Problem, 'errors'>>>(response)
    expect(errors.map(error => error.path).sort()).toEqual(['idempotencyKey', 'outcome', 'reasons'])
  })

  test('unknown routes, files and ids are problems, not pages', async () => {
    for (const path of [
      '/nothing',
      '/api/nothing',
      `/api/console/cases/M-NOBODY`,
      `/api/console/cases/${code}/photos/not-a-uuid`,
      '/api/calls/%E0%A4%A',
    ]) {
      const response = await api.request(path, { headers: { cookie } })
      expect(response.status).toBe(404)
      expect(response.headers.get('content-type')).toContain('application/problem+json')
    }
  })
})

describe('who may', () => {
  test('the console without a cookie, or with a made-up one, is signed out', async () => {
    for (const headers of [new Headers(), new Headers({ cookie: 'mianshen_session=made-up' })]) {
      for (const path of ['/api/console/me', '/api/console/agenda', `/api/console/cases/${code}`])
        expect((await api.request(path, { headers })).status).toBe(401)
    }
  })

  test('a request from a foreign page changes nothing', async () => {
    const init = { json: { status: 'online' }, headers: { cookie, origin: 'https://evil.example' } }
    expect((await api.request('/api/console/status', init)).status).toBe(403)
    expect((await bodyOf<Me>(api.request('/api/console/me', { headers: { cookie } }))).status).toBe('offline')
  })

  test('the dossier hides the number and the pictures of the card from the reviewer who has yet to read them on the card, and masks the rest', async () => {
    const file = await bodyOf<CaseFile>(api.request(`/api/console/cases/${code}`, { headers: { cookie } }))
    expect(file.answers.find(answer => answer.field === 'documentNumber')).toMatchObject({ value: '', closed: true })
    expect(file.answers.filter(({ masked }) => masked).map(({ field }) => field)).toEqual(['phone', 'address'])
    const [card] = await desk.database.db.select().from(files)
    expect((await api.request(`/api/console/cases/${code}/photos/${card?.id}`, { headers: { cookie } })).status).toBe(409)
  })

  test('a field is opened by itself, and the trail says who opened which and when, not what it holds', async () => {
    const open = (field: string, headers = { cookie }) =>
      api.request(`/api/console/cases/${code}/fields/${field}`, { json: {}, headers })
    expect(await bodyOf(open('phone'))).toEqual({ value: expect.stringMatching(/^\+86138/) })
    for (const field of ['cardPhoto', 'device', 'nothing', '__proto__']) expect((await open(field)).status).toBe(404)
    expect((await open('phone', { cookie: '' })).status).toBe(401)
    const { db } = desk.database
    const rows = await db.select().from(audit).where(eq(audit.action, 'field.opened'))
    expect(rows.map(row => [row.actor, JSON.parse(row.body).data])).toEqual([[`staff:${reviewerId}`, { field: 'phone' }]])
  })

  test('a removed reviewer is signed out at once', async () => {
    desk.at(monday)
    await removeStaff(desk.ctxFor(job), { staffId: reviewerId })
    expect((await api.request('/api/console/me', { headers: { cookie } })).status).toBe(401)
  })
})

// last: the server closes the connection of a body that it did not read
test('a body that is too large is refused unread', async () => {
  const response = await api.request('/api/calls/x/join', { json: { device: 'x'.repeat(300_000) } })
  expect(response.status).toBe(413)
})

test('a calendar file leads to the chat, whichever messenger it is', async () => {
  const response = await api.request('/chat', { redirect: 'manual' })
  expect([response.status, response.headers.get('location')]).toEqual([302, 'https://t.me/test_bot?start=status'])
})
