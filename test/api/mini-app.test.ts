import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { MiniAppOpened, Problem } from '../../api/contract.ts'
import { seats } from '../../db/schema/calls.ts'
import { people } from '../../db/schema/people.ts'
import { openWebApp } from '../../sandbox/web-app.ts'
import { bodyOf, newBooked, type ServedApi, serveApi } from '../support/api.ts'
import { createTestDesk, newInvited, type TestDesk } from '../support/desk.ts'

const botToken = '123456789:AAExampleTokenOfNobodyAtAll-000000000'
let desk: TestDesk
let api: ServedApi
let pagesDir: string
beforeAll(async () => {
  desk = await createTestDesk()
  await desk.addReviewer('审核员一')
  pagesDir = await mkdtemp(join(tmpdir(), 'mianshen-pages-'))
  for (const page of ['call', 'rehearsal', 'console']) {
    await mkdir(join(pagesDir, page))
    await writeFile(join(pagesDir, page, 'index.html'), '<!doctype html>')
  }
  api = await serveApi(desk, undefined, { botToken, frameAncestors: 'https://web.telegram.org', pagesDir })
})
afterAll(async () => {
  await api.close()
  await desk.close()
  await rm(pagesDir, { recursive: true })
})

/** What the sandbox signs for that person when the page is opened. */
async function launch(personId: string, at = desk.now()): Promise<string> {
  const [person] = await desk.database.db.select().from(people).where(eq(people.id, personId))
  const user = { id: person?.telegramId ?? 0, firstName: '林', languageCode: 'zh-hans', started: true, blocked: false }
  const url = openWebApp('https://desk.example/m/M-000000', user as Parameters<typeof openWebApp>[1], botToken, at)
  return new URLSearchParams(new URL(url).hash.slice(1)).get('tgWebAppData') ?? ''
}
const open = (initData: string, caseCode: string) => api.request('/api/mini-app', { json: { initData, caseCode } })

test('G5: the owner of the case, as the messenger signs, gets the call link into the page’s memory; no cookie, nothing bound', async () => {
  const { personId, found, applicantCode, booking } = await newBooked(desk)
  const answer = await open(await launch(personId), found.code)
  expect([answer.status, answer.headers.get('set-cookie'), answer.headers.get('cache-control')]).toEqual([200, null, 'no-store'])
  expect(await bodyOf<MiniAppOpened>(answer)).toEqual({ code: applicantCode })
  expect(await desk.database.db.$count(seats, eq(seats.bookingId, booking.id))).toBe(0)
})

test('G5: anybody else’s case, a case without a booking, a forged and an old launch are refused', async () => {
  const mine = await newBooked(desk)
  const other = await newBooked(desk)
  const unbooked = await newInvited(desk)
  const own = await launch(mine.personId)
  const old = await launch(mine.personId, new Date(+desk.now() - 3_700_000))
  const answers = await Promise.all([
    open(own, other.found.code),
    open(await launch(unbooked.personId), unbooked.found.code),
    open(own, 'M-NOSUCH'),
    open(own.replace(/%22id%22%3A\d+/, '%22id%22%3A1'), mine.found.code),
    open(old, mine.found.code),
    open('', mine.found.code),
    api.request('/api/mini-app', { json: { caseCode: mine.found.code } }),
  ])
  const problems = await Promise.all(answers.map(answer => bodyOf<Problem>(answer)))
  expect(problems.map(({ status, code }) => [status, code])).toEqual([
    [404, 'not-found'],
    [404, 'not-found'],
    [404, 'not-found'],
    [403, 'launch-invalid'],
    [403, 'launch-invalid'],
    [403, 'launch-invalid'],
    [422, 'invalid-body'],
  ])
})

test('only the mini-app’s page may stand in a frame, and only in the messenger’s; every page has a strict policy', async () => {
  const policies = await Promise.all(
    ['/m/M-000000', '/c/x', '/r/x', '/console', '/console/M-000000'].map(async path =>
      (await api.request(path)).headers.get('content-security-policy'),
    ),
  )
  expect(policies.map(policy => /frame-ancestors ([^;]+)/.exec(policy ?? '')?.[1])).toEqual([
    'https://web.telegram.org',
    "'none'",
    "'none'",
    "'none'",
    "'none'",
  ])
  for (const policy of policies) {
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("base-uri 'none'")
    expect(policy).not.toMatch(/'unsafe-(?:inline|eval)'|agora|\*/)
  }
})
