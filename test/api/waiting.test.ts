import { and, eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { JoinResponse, Problem } from '../../api/contract.ts'
import { findActiveBooking } from '../../core/booking/load.ts'
import { replaceAbsent } from '../../core/booking/replace-absent.ts'
import { readCase } from '../../core/case/load.ts'
import { messages } from '../../db/schema/messages.ts'
import { bodyOf, enter, newBooked, type ServedApi, serveApi } from '../support/api.ts'
import { createTestDesk, job, monday, type TestDesk } from '../support/desk.ts'
import { until } from '../support/wait.ts'

let desk: TestDesk
let api: ServedApi
beforeAll(async () => {
  desk = await createTestDesk()
  await desk.addReviewer('审核员一')
  await desk.addReviewer('审核员二')
  api = await serveApi(desk)
})
afterAll(async () => {
  await api.close()
  await desk.close()
})
beforeEach(() => desk.at(monday))

const phone = { device: 'device-of-the-phone-01' }
const laptop = { device: 'device-of-the-laptop-2' }

/** The applicant is in the room, the reviewer signed in and not yet there; the time has come. */
async function waiting() {
  const booked = await newBooked(desk)
  desk.at(booked.booking.startsAt)
  const signedIn = await api.request(`/api/calls/${booked.reviewerCode}/sign-in`, { json: laptop })
  const cookie = signedIn.headers.get('set-cookie')?.split(';')[0] ?? ''
  const join = async () => bodyOf<JoinResponse>(api.request(`/api/calls/${booked.applicantCode}/join`, { json: phone }))
  const console_ = (path: string) =>
    api.request(`/api/console/cases/${booked.found.code}${path}`, { json: laptop, headers: { cookie } })
  const told = (kind: string) =>
    desk.database.db
      .select()
      .from(messages)
      .where(and(eq(messages.caseId, booked.found.id), eq(messages.kind, kind)))
  const reviewerNow = async () => (await findActiveBooking(desk.ctxFor(job), booked.found.id))?.reviewerId
  return { ...booked, join, console: console_, told, reviewerNow }
}

test('the reviewer hears of who waits, asks for two more minutes, and nobody takes over meanwhile; then the applicant is let in', async () => {
  const { join, console, told, reviewerNow, booking, ctx, found } = await waiting()
  // nobody waits yet
  expect(await bodyOf<Problem>(console('/patience'))).toMatchObject({ code: 'stale' })
  const applicant = await enter(api, await join())
  await applicant.next('ready')
  await until(async () => (await told('applicant-waiting')).length === 1, { what: 'the reviewer to be told' })
  const asked = await bodyOf<{ until: string }>(console('/patience'))
  expect(Date.parse(asked.until)).toBe(+desk.now() + 2 * 60_000)
  expect((await applicant.next('patience')).until).toBe(asked.until)
  // again while it runs: the same
  expect(await bodyOf(console('/patience'))).toEqual(asked)
  // the page is open, so the chat need not say it
  expect(await told('two-more-minutes')).toEqual([])

  desk.pass(1)
  applicant.close()
  const again = await enter(api, await join())
  expect((await again.next('ready')).patienceUntil).toBe(asked.until)
  desk.pass(1)
  const second = await bodyOf<{ until: string }>(console('/patience'))
  desk.pass(1)
  await replaceAbsent(desk.ctxFor(job))
  expect(await reviewerNow()).toBe(booking.reviewerId)
  desk.at(new Date(second.until))
  expect(await bodyOf<Problem>(console('/patience'))).toMatchObject({ code: 'patience-used', status: 409 })

  // the media begins with the reviewer's own step into the room
  expect((await readCase(ctx, { id: found.id })).state).toBe('booked')
  const reviewer = await enter(api, await bodyOf<JoinResponse>(console('/join')))
  await reviewer.next('ready')
  expect((await again.next('peer')).peer).not.toBeNull()
  expect((await readCase(ctx, { id: found.id })).state).toBe('reviewing')
  expect(await bodyOf<Problem>(console('/patience'))).toMatchObject({ code: 'stale' })
  again.close()
  reviewer.close()
})

test('a closed page is told in the chat; when the patience is over, somebody else takes over', async () => {
  const { join, console, told, reviewerNow, booking } = await waiting()
  const applicant = await enter(api, await join())
  await applicant.next('ready')
  applicant.close()
  await applicant.closed()
  const hasLeft = async () =>
    (await desk.database.sql`select 1 from seats where booking_id = ${booking.id} and session is not null`).length === 0
  await until(hasLeft, { what: 'the seat to be empty' })
  await console('/patience')
  const [message] = await told('two-more-minutes')
  expect(message?.expiresAt).toEqual(new Date(+desk.now() + 2 * 60_000))
  await join()
    .then(joined => enter(api, joined))
    .then(page => page.next('ready'))
  desk.pass(5)
  await replaceAbsent(desk.ctxFor(job))
  expect(await reviewerNow()).not.toBe(booking.reviewerId)
  // another reviewer's word counts anew
  expect((await console('/patience')).status).toBe(403)
})
