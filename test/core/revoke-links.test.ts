import { and, eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { JoinResponse, Problem } from '../../api/contract.ts'
import { confirmBooking, isConfirmed } from '../../core/booking/confirm.ts'
import { findActiveBooking } from '../../core/booking/load.ts'
import { queueReminders } from '../../core/booking/remind.ts'
import { linkCode } from '../../core/call/link.ts'
import { revokeLinks } from '../../core/call/revoke-links.ts'
import type { Member } from '../../core/staff/add.ts'
import { openSession } from '../../core/staff/session.ts'
import { audit } from '../../db/schema/audit.ts'
import { messages } from '../../db/schema/messages.ts'
import { bodyOf, enter, newBooked, type ServedApi, serveApi } from '../support/api.ts'
import { actorOfMember, createTestDesk, job, type TestDesk } from '../support/desk.ts'

let desk: TestDesk
let api: ServedApi
let admin: Member
let other: Member
beforeAll(async () => {
  desk = await createTestDesk()
  await desk.addReviewer('审核员一')
  admin = await desk.addReviewer('管理员', { roles: ['admin'] })
  other = await desk.addReviewer('旁人', { roles: ['admin'] })
  api = await serveApi(desk)
})
afterAll(async () => {
  await api.close()
  await desk.close()
})

const phone = { device: 'device-of-the-phone-01' }
const laptop = { device: 'device-of-the-laptop-2' }
const trail = async (chain: string, action: string) =>
  desk.database.db.$count(audit, and(eq(audit.chain, chain), eq(audit.action, action)))

test('G5: links taken back are worth nothing at once, whoever is in the room is put out, both get new ones, and the time stays', async () => {
  const { ctx, found, booking, applicantCode, reviewerCode } = await newBooked(desk)
  await confirmBooking(ctx, { caseId: found.id, version: booking.version })
  desk.at(booking.startsAt)
  await queueReminders(desk.ctxFor(job))
  const remindedBefore = await desk.database.db.$count(
    messages,
    and(eq(messages.caseId, found.id), eq(messages.kind, 'reminder')),
  )
  const inside = await enter(api, await bodyOf<JoinResponse>(api.request(`/api/calls/${applicantCode}/join`, { json: phone })))
  await inside.next('ready')
  const as = () => desk.ctxFor(actorOfMember(admin))
  await expect(revokeLinks(desk.ctxFor(ctx.actor), { code: found.code, version: 1 })).rejects.toMatchObject({
    code: 'not-allowed',
  })
  await revokeLinks(as(), { code: found.code, version: 1 })
  await expect(revokeLinks(as(), { code: found.code, version: 1 })).rejects.toMatchObject({ code: 'stale' })

  expect((await inside.next('closed')).reason).toBe('revoked')
  for (const code of [applicantCode, reviewerCode])
    expect(await bodyOf<Problem>(api.request(`/api/calls/${code}`))).toMatchObject({
      code: 'link-over',
      detail: 'moved',
      status: 410,
    })
  const fresh = linkCode(ctx, { bookingId: booking.id, role: 'applicant', version: 2 })
  // bound to nothing: another device may join with the new link
  const again = await api.request(`/api/calls/${fresh}/join`, { json: laptop })
  expect(again.status).toBe(200)
  const now = await findActiveBooking(as(), found.id)
  expect([now?.startsAt, now?.reviewerId, now && isConfirmed(now)]).toEqual([booking.startsAt, booking.reviewerId, true])
  const sent = await desk.database.db.select({ kind: messages.kind }).from(messages).where(eq(messages.caseId, found.id))
  expect(
    sent
      .filter(({ kind }) => /link-replaced/.test(kind))
      .map(({ kind }) => kind)
      .sort(),
  ).toEqual(['link-replaced', 'review-link-replaced'])
  await queueReminders(desk.ctxFor(job))
  expect(await desk.database.db.$count(messages, and(eq(messages.caseId, found.id), eq(messages.kind, 'reminder')))).toBe(
    remindedBefore,
  )
  expect(await trail(found.id, 'call.links-revoked')).toBe(1)
})

test('a third participant is refused, and the trail says so, once a person', async () => {
  const booked = await newBooked(desk)
  const elsewhere = await newBooked(desk)
  desk.at(booked.booking.startsAt)
  // the reviewer of another case's link signs in only its own reviewer; an admin signs in by a session of their own
  const token = await openSession(desk.ctxFor(actorOfMember(other)), { staffId: other.id, browser: 'Chrome · Windows' })
  const cookie = `mianshen_session=${token}`
  const join = () => api.request(`/api/console/cases/${booked.found.code}/join`, { json: laptop, headers: { cookie } })
  for (let time = 0; time < 3; time++) expect(await bodyOf<Problem>(join())).toMatchObject({ code: 'not-found', status: 404 })
  expect(await trail(booked.found.id, 'call.third-refused')).toBe(1)
  expect(await trail(elsewhere.found.id, 'call.third-refused')).toBe(0)
  // with the applicant's link, from another device while the first holds the seat
  await api.request(`/api/calls/${booked.applicantCode}/join`, { json: phone })
  expect(await bodyOf<Problem>(api.request(`/api/calls/${booked.applicantCode}/join`, { json: laptop }))).toMatchObject({
    code: 'other-device',
  })
  expect(await trail(booked.found.id, 'call.other-device')).toBe(1)
})
