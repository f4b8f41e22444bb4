import { afterAll, beforeAll, expect, test } from 'vitest'
import { sessionCookie } from '../../api/calls.ts'
import type { CaseFile } from '../../api/contract.ts'
import { readCase } from '../../core/case/load.ts'
import type { Ctx } from '../../core/context.ts'
import { openSession } from '../../core/staff/session.ts'
import { bodyOf, type ServedApi, serveApi } from '../support/api.ts'
import { actorOfMember, createTestDesk, newMet, type TestDesk } from '../support/desk.ts'
import { stillOf } from '../support/proof.ts'

let desk: TestDesk
let api: ServedApi
beforeAll(async () => {
  desk = await createTestDesk()
  api = await serveApi(desk)
  await desk.addReviewer('审核员一')
})
afterAll(async () => {
  await api.close()
  await desk.close()
})

const cookieOf = async (ctx: Ctx) => {
  const staffId = ctx.actor.kind === 'staff' ? ctx.actor.staffId : expect.unreachable()
  return `${sessionCookie}=${await openSession(ctx, { staffId, browser: 'Chrome · Windows' })}`
}

test('a still arrives as bytes and is shown to its reviewer; whatever is no still is refused and says why', async () => {
  const { reviewer, caseId } = await newMet(desk)
  const { code } = await readCase(reviewer, { id: caseId })
  const cookie = await cookieOf(reviewer)
  const send = (kind: string, body: Buffer, headers: Record<string, string> = { cookie }) =>
    api.request(`/api/console/cases/${code}/captures/${kind}`, {
      method: 'POST',
      body: new Uint8Array(body),
      headers: { 'content-type': 'image/jpeg', ...headers },
    })
  const still = await stillOf('face')
  expect((await send('face', still, {})).status).toBe(401)
  expect((await send('passport-cover', still)).status).toBe(404)
  expect(await bodyOf(send('face', Buffer.from('GIF89a')))).toMatchObject({ code: 'capture-invalid', detail: 'not-a-still' })
  expect((await send('face', Buffer.alloc(9 * 1024 * 1024))).status).toBe(413)
  const foreign = await send('face', still, { cookie, 'sec-fetch-site': 'cross-site' })
  expect(foreign.status).toBe(403)
  const other = actorOfMember(await desk.addReviewer('另一位'))
  expect((await send('face', still, { cookie: await cookieOf(desk.ctxFor(other)) })).status).toBe(403)

  const kept = await send('face', still)
  expect(kept.status).toBe(200)
  const { id } = await bodyOf(kept)
  const file = await bodyOf<CaseFile>(api.request(`/api/console/cases/${code}`, { headers: { cookie } }))
  expect(file.captures).toEqual([
    expect.objectContaining({ id, kind: 'face', present: true, by: '审核员一', width: 640, height: 480 }),
  ])
  expect(file.checks.filter(({ captures }) => captures).map(({ key, captures }) => [key, captures])).toEqual([
    ['card-original', ['card-front', 'card-back']],
    ['face-match', ['face']],
    ['place', ['room']],
  ])
  const picture = await api.request(`/api/console/cases/${code}/photos/${id}`, { headers: { cookie } })
  expect(picture.headers.get('content-type')).toBe('image/jpeg')
  expect(picture.headers.get('cache-control')).toContain('no-store')
})
