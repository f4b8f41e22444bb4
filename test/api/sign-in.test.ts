import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { readCase } from '../../core/case/load.ts'
import type { Ctx } from '../../core/context.ts'
import { answerBrowser } from '../../core/staff/answer-browser.ts'
import { blindUrl, deskUrl } from '../../core/staff/desk-link.ts'
import { endSessions, listSessions } from '../../core/staff/session.ts'
import { decideCase } from '../../core/verdict/decide.ts'
import { audit } from '../../db/schema/audit.ts'
import { messages } from '../../db/schema/messages.ts'
import { blindReviews } from '../../db/schema/quality.ts'
import { bodyOf, newBooked, type ServedApi, serveApi } from '../support/api.ts'
import { actorOfMember, createTestDesk, job, monday, newReviewed, type TestDesk } from '../support/desk.ts'

let desk: TestDesk
let api: ServedApi
let reviewer: Ctx
let personId: string
beforeAll(async () => {
  desk = await createTestDesk()
  const member = await desk.addReviewer('审核员一')
  reviewer = desk.ctxFor(actorOfMember(member))
  personId = member.personId
  api = await serveApi(desk)
})
beforeEach(() => desk.at(monday))
afterAll(async () => {
  await api.close()
  await desk.close()
})

const firefox = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0'
const laptop = 'browser-of-the-laptop'
const stranger = 'browser-of-a-stranger'

const signIn = (code: string, device: string, headers: Record<string, string> = {}) =>
  api.request(`/api/calls/${code}/sign-in`, { json: { device }, headers: { 'user-agent': firefox, ...headers } })
const cookieOf = (response: Response) => response.headers.get('set-cookie')?.split(';')[0] ?? ''
const consoleStatus = async (cookie: string) => (await api.request('/api/console/me', { headers: { cookie } })).status
const asked = async () =>
  (await desk.database.db.select().from(messages).where(eq(messages.personId, personId))).filter(
    row => row.kind === 'other-browser',
  )

test('G5: a reviewer’s link signs in one browser; another is refused, and its owner asked once', async () => {
  const { reviewerCode, found } = await newBooked(desk)
  const first = await signIn(reviewerCode, laptop)
  expect([first.status, (await bodyOf(first)).caseCode]).toEqual([200, found.code])
  expect(first.headers.get('set-cookie')).toMatch(/HttpOnly;.*SameSite=Lax/)
  for (let knock = 0; knock < 2; knock++) {
    const refused = await signIn(reviewerCode, stranger)
    expect([refused.status, (await bodyOf(refused)).code, cookieOf(refused)]).toEqual([409, 'other-browser', ''])
  }
  const questions = (await asked()).filter(row => row.caseId === found.id)
  expect(questions.map(row => row.params)).toMatchObject([{ ask: stranger.slice(0, 8), browser: 'Firefox · Windows' }])
  expect((await signIn(reviewerCode, laptop)).status).toBe(200)
})

test('G5: after the owner’s no it stays out; after a yes that browser signs in, and the first one needs a yes in its turn', async () => {
  const { reviewerCode } = await newBooked(desk)
  await signIn(reviewerCode, laptop)
  await signIn(reviewerCode, stranger)
  const ask = stranger.slice(0, 8)
  await answerBrowser(reviewer, { ask, yes: false })
  await expect(answerBrowser(reviewer, { ask, yes: true })).rejects.toMatchObject({ code: 'stale' })
  expect((await signIn(reviewerCode, stranger)).status).toBe(409)
  await answerBrowser(reviewer, { ask, yes: true })
  expect((await signIn(reviewerCode, stranger)).status).toBe(200)
  expect((await signIn(reviewerCode, laptop)).status).toBe(409)
  const trail = (await desk.database.db.select().from(audit).where(eq(audit.chain, 'desk'))).map(row => row.action)
  expect(trail).toContain('staff.browser-refused')
  expect(trail).toContain('staff.browser-allowed')
})

test('G5: only the reviewer of the booking may answer', async () => {
  const { reviewerCode, ctx } = await newBooked(desk)
  await signIn(reviewerCode, laptop)
  await signIn(reviewerCode, stranger)
  const answer = { ask: stranger.slice(0, 8), yes: true }
  await expect(answerBrowser(ctx, answer)).rejects.toMatchObject({ code: 'not-allowed' })
  const other = desk.ctxFor({ kind: 'staff', personId, staffId: randomUUID(), roles: ['reviewer'] })
  await expect(answerBrowser(other, answer)).rejects.toMatchObject({ code: 'stale' })
})

test('a browser that is signed in already opens the next review without a sign-in of its own', async () => {
  await endSessions(reviewer, {})
  const [one, two] = [await newBooked(desk), await newBooked(desk)]
  const cookie = cookieOf(await signIn(one.reviewerCode, laptop))
  const next = await signIn(two.reviewerCode, laptop, { cookie })
  expect([next.status, (await bodyOf(next)).caseCode, cookieOf(next)]).toEqual([200, two.found.code, ''])
  expect(await listSessions(reviewer)).toHaveLength(1)
})

test('sign-ins are listed by their browser and ended one by one or all at once', async () => {
  await endSessions(reviewer, {})
  const [one, two, three] = [await newBooked(desk), await newBooked(desk), await newBooked(desk)]
  const cookies = [
    cookieOf(await signIn(one.reviewerCode, laptop)),
    cookieOf(await signIn(two.reviewerCode, laptop)),
    cookieOf(await signIn(three.reviewerCode, laptop, { 'user-agent': '' })),
  ]
  const listed = await listSessions(reviewer)
  expect(listed.map(({ browser }) => browser)).toEqual(['', 'Firefox · Windows', 'Firefox · Windows'])
  expect(await endSessions(reviewer, { id: 'no-such-id' })).toBe(0)
  expect(await endSessions(reviewer, { id: listed[0]?.id ?? '' })).toBe(1)
  expect(await Promise.all(cookies.map(consoleStatus))).toEqual([200, 200, 401])
  expect(await endSessions(reviewer, {})).toBe(2)
  expect(await Promise.all(cookies.map(consoleStatus))).toEqual([401, 401, 401])
})

test('G11: a body that is not what the page sends is a problem document, and signs nobody in', async () => {
  const { reviewerCode } = await newBooked(desk)
  const path = `/api/calls/${reviewerCode}/sign-in`
  const headers = { 'content-type': 'application/json' }
  const broken = await api.request(path, { method: 'POST', body: '{', headers })
  expect([broken.status, (await bodyOf(broken)).code]).toEqual([400, 'malformed-json'])
  for (const json of [{}, { device: 'short' }, { device: '<script>alert(1)</script>' }]) {
    const wrong = await api.request(path, { json })
    expect([wrong.status, (await bodyOf(wrong)).code]).toEqual([422, 'invalid-body'])
  }
  expect((await signIn(reviewerCode, laptop)).status).toBe(200)
})

describe('the link of a card that asks for a decision', () => {
  const enter = (code: string, device: string, headers: Record<string, string> = {}) =>
    api.request('/api/calls/desk-sign-in', { json: { code, device }, headers: { 'user-agent': firefox, ...headers } })
  const codeIn = (url: string) => new URL(url).hash.slice('#in='.length)

  test('G5: is bound to one browser: another is refused and its owner asked once, and the card’s next version is a new link', async () => {
    await endSessions(reviewer, {})
    const { found } = await newBooked(desk)
    const staffId = reviewer.actor.kind === 'staff' ? reviewer.actor.staffId : ''
    const code = codeIn(deskUrl(reviewer, found, staffId))
    const { version } = await readCase(reviewer, { id: found.id })
    expect((await enter(code, laptop)).status, 'of a version that the case has left').toBe(version === found.version ? 200 : 410)
    const fresh = codeIn(deskUrl(reviewer, { ...found, version }, staffId))
    expect((await bodyOf(await enter(fresh, laptop))).caseCode).toBe(found.code)
    const phone = 'browser-of-the-phone'
    for (let knock = 0; knock < 2; knock++) {
      const refused = await enter(fresh, phone)
      expect([refused.status, (await bodyOf(refused)).code, cookieOf(refused)]).toEqual([409, 'other-browser', ''])
    }
    const questions = (await asked()).filter(row => row.caseId === found.id)
    expect(questions.map(row => row.params)).toEqual([
      { door: `case:${found.id}:${version}`, ask: phone.slice(0, 8), browser: 'Firefox · Windows' },
    ])
    const cookie = cookieOf(await enter(fresh, laptop))
    expect((await enter(fresh, phone, { cookie })).status, 'signed in already: nothing new is needed').toBe(200)
  })

  test('G5: after the owner’s yes the other browser goes in, after a no it does not; nobody else may answer, and no prefix is too short', async () => {
    await endSessions(reviewer, {})
    const { found } = await newBooked(desk)
    const staffId = reviewer.actor.kind === 'staff' ? reviewer.actor.staffId : ''
    const { version } = await readCase(reviewer, { id: found.id })
    const code = codeIn(deskUrl(reviewer, { ...found, version }, staffId))
    await enter(code, laptop)
    const tablet = 'tablet-of-somebody'
    await enter(code, tablet)
    const colleague = desk.ctxFor(actorOfMember(await desk.addReviewer('审核员二')))
    const ask = tablet.slice(0, 8)
    await expect(answerBrowser(colleague, { ask, yes: true })).rejects.toMatchObject({ code: 'stale' })
    await expect(answerBrowser(reviewer, { ask: '', yes: true })).rejects.toMatchObject({ code: 'stale' })
    await answerBrowser(reviewer, { ask, yes: false })
    expect((await enter(code, tablet)).status).toBe(409)
    await answerBrowser(reviewer, { ask, yes: true })
    expect((await enter(code, tablet)).status).toBe(200)
    expect((await enter(code, laptop)).status).toBe(409)
  })

  test('G5: a blind review’s link names no case, signs in one browser, is nobody else’s, and ends with the review', async () => {
    desk.setPolicy({ blindReviewPercent: 100 })
    const made = await newReviewed(desk)
    await decideCase(
      { ...made.reviewer, policy: desk.ctxFor(job).policy },
      {
        ...{ caseId: made.caseId, outcome: 'approved', reasons: [], idempotencyKey: 'key-for-the-blind' },
      },
    )
    desk.setPolicy({ blindReviewPercent: 0 })
    const [review] = await desk.database.db.select().from(blindReviews).where(eq(blindReviews.caseId, made.caseId))
    const id = review?.id ?? expect.unreachable()
    const reader = await desk.addReviewer('审核员三')
    const code = codeIn(blindUrl(reviewer, id, reader.id))
    const opened = await enter(code, 'browser-of-the-reader')
    expect(await bodyOf(opened)).toEqual({ reviewId: id })
    expect((await enter(code, stranger)).status).toBe(409)
    const cookie = cookieOf(opened)
    const post = (path: string, json: object) => api.request(path, { json, headers: { cookie, origin: api.root } })
    const found = await readCase(reviewer, { id: made.caseId })
    expect((await api.request(`/api/console/cases/${found.code}`, { headers: { cookie } })).status).toBe(404)
    const file = await post(`/api/console/blind/${id}/open`, {})
    expect(await file.text()).not.toContain(found.code)
    expect((await post(`/api/console/blind/${id}`, { outcome: 'no-such', reasons: [] })).status).toBe(422)
    const done = await post(`/api/console/blind/${id}`, { outcome: 'rejected', reasons: ['ID_EXPIRED'] })
    expect(await bodyOf(done)).toMatchObject({ agrees: false, outcome: 'approved', caseCode: found.code })
    expect(await bodyOf(await post(`/api/console/blind/${id}/raise`, { note: '请看有效期' }))).toMatchObject({ raised: true })
    expect((await enter(code, 'browser-of-the-reader')).status).toBe(410)
    const [last = ''] = code.slice(-1)
    expect((await enter(`${code.slice(0, -1)}${last === 'A' ? 'Q' : 'A'}`, laptop)).status).toBe(404)
  })
})
