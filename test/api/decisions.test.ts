import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sessionCookie } from '../../api/calls.ts'
import type { Ctx } from '../../core/context.ts'
import { openSession } from '../../core/staff/session.ts'
import { decideCase } from '../../core/verdict/decide.ts'
import { cases } from '../../db/schema/cases.ts'
import { bodyOf, type ServedApi, serveApi } from '../support/api.ts'
import { actorOfMember, createTestDesk, newReviewed, type TestDesk } from '../support/desk.ts'

let desk: TestDesk
let api: ServedApi
beforeAll(async () => {
  desk = await createTestDesk()
  api = await serveApi(desk)
})
afterAll(async () => {
  await api.close()
  await desk.close()
})

const cookieOf = async (ctx: Ctx) => {
  const staffId = ctx.actor.kind === 'staff' ? ctx.actor.staffId : expect.unreachable()
  return `${sessionCookie}=${await openSession(ctx, { staffId, browser: 'Chrome · Windows' })}`
}

test('G6: a signed-in maker who confirms, returns or overrules his own verdict over HTTP is refused; a second reviewer is not', async () => {
  const maker = await desk.addReviewer('审核员一')
  const { reviewer, caseId } = await newReviewed(desk)
  const second = desk.ctxFor(actorOfMember(await desk.addReviewer('审核员二')))
  desk.setPolicy({ fourEyesSharePercent: 100 })
  const drawn = desk.ctxFor(actorOfMember(maker))
  expect(reviewer.actor).toEqual(drawn.actor)
  await decideCase(drawn, { caseId, outcome: 'approved', reasons: [], idempotencyKey: 'key-of-the-maker' })
  const read = () => desk.database.db.query.cases.findFirst({ where: eq(cases.id, caseId) })
  const waiting = await read()
  expect(waiting?.state).toBe('confirming')
  const post = async (as: Ctx, way: string, more: object = {}) =>
    api.request(`/api/console/cases/${waiting?.code}/${way}`, {
      json: { version: waiting?.version, ...more },
      headers: { cookie: await cookieOf(as), origin: api.root },
    })
  const otherwise = { outcome: 'rejected', reasons: ['PURPOSE_UNCLEAR'], note: '与记录不符', idempotencyKey: 'key-of-overruling' }
  for (const [way, more] of [
    ['confirm', {}],
    ['return', { note: '再看一次' }],
    ['overrule', otherwise],
  ] as const) {
    const refused = await post(drawn, way, more)
    expect([way, refused.status, (await bodyOf(refused)).code]).toEqual([way, 403, 'same-person'])
  }
  expect((await read())?.version).toBe(waiting?.version)
  expect((await post(second, 'confirm')).status).toBe(200)
  expect((await read())?.state).toBe('approved')
})
