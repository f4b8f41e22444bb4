import { and, desc, eq } from 'drizzle-orm'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { bookTime } from '../../core/booking/book.ts'
import { findFreeTimes } from '../../core/booking/free-times.ts'
import { handOver } from '../../core/booking/hand-over.ts'
import { handOverStragglers } from '../../core/booking/hand-over-all.ts'
import { holdUnreviewable } from '../../core/booking/hold-unreviewable.ts'
import { findActiveBooking } from '../../core/booking/load.ts'
import { endMissed } from '../../core/booking/miss.ts'
import { replaceAbsent } from '../../core/booking/replace-absent.ts'
import { findTimesFor } from '../../core/booking/times-for.ts'
import { joinCall } from '../../core/call/join.ts'
import { linkCode, openLink } from '../../core/call/link.ts'
import { enterRoom, leaveRoom } from '../../core/call/room.ts'
import { readRoomRecords } from '../../core/call/sittings.ts'
import { readCase } from '../../core/case/load.ts'
import type { Ctx } from '../../core/context.ts'
import { prepareMessage } from '../../core/message/prepare.ts'
import { type Member, removeStaff } from '../../core/staff/add.ts'
import { endAway, setAway } from '../../core/staff/away.ts'
import { changeMember } from '../../core/staff/change.ts'
import { setStatus } from '../../core/staff/set-status.ts'
import { bookings } from '../../db/schema/bookings.ts'
import { messages } from '../../db/schema/messages.ts'
import { staff } from '../../db/schema/staff.ts'
import { appeals, verdicts } from '../../db/schema/verdicts.ts'
import { renderMessage } from '../../texts/render.ts'
import { actorOfMember, createTestDesk, job, monday, newInvited, type TestDesk } from '../support/desk.ts'

let desk: TestDesk
afterAll(() => desk?.close())
let first: Member
let second: Member
beforeEach(async () => {
  await desk?.close()
  desk = await createTestDesk()
  desk.at(monday)
  first = await desk.addReviewer('审核员一', { roles: ['reviewer', 'admin'] })
  second = await desk.addReviewer('审核员二')
})

const sent = (personId: string) =>
  desk.database.db.select().from(messages).where(eq(messages.personId, personId)).orderBy(messages.id)
const kinds = async (personId: string) => (await sent(personId)).map(row => row.kind).filter(kind => kind !== 'status-card')

/** Booked with the first reviewer for the time that follows the ones already taken. */
async function bookWith(member: Member, after = 0) {
  const invited = await newInvited(desk)
  const free = (await findFreeTimes(invited.ctx)).filter(time => time.reviewerIds.includes(member.id))
  const { booking } = await bookTime(invited.ctx, { caseId: invited.found.id, startsAt: free[after]?.startsAt ?? monday })
  // whoever got it by the dice, this one is to have it
  const [row] = await desk.database.db
    .update(bookings)
    .set({ reviewerId: member.id })
    .where(eq(bookings.id, booking.id))
    .returning()
  return { ...invited, booking: row ?? booking }
}

async function enter(as: Ctx, bookingId: string, version: number, role: 'applicant' | 'reviewer') {
  const device = `device-of-${role}-${bookingId.slice(0, 8)}`
  const link = await openLink(as, linkCode(as, { bookingId, role, version }))
  const { session } = await joinCall(as, link, device)
  const ticket = { bookingId, version: link.booking.version, role, session, device, until: 0 }
  await enterRoom(as, ticket, { camera: true, microphone: true })
  return ticket
}

const active = async (caseId: string) => (await findActiveBooking(desk.ctxFor(job), caseId)) ?? expect.unreachable()

describe('a reviewer who is away', () => {
  const noon = new Date('2026-11-24T16:00:00Z')

  test('hands the booking over as it is: same time, same link for the applicant, the old reviewer’s link dead', async () => {
    const { ctx, found, booking, personId } = await bookWith(first)
    const admin = desk.ctxFor(actorOfMember(first))
    const done = await setAway(admin, { staffId: first.id, fromAt: monday, untilAt: noon })
    expect(done).toEqual({ handedOver: 1, givenBack: 0, kept: 0 })
    const now = await active(found.id)
    expect(now).toMatchObject({ id: booking.id, reviewerId: second.id, version: 2, linksSince: 1, startsAt: booking.startsAt })
    expect((await openLink(ctx, linkCode(ctx, { bookingId: booking.id, role: 'applicant', version: 1 }))).ref.version).toBe(2)
    await expect(openLink(ctx, linkCode(ctx, { bookingId: booking.id, role: 'reviewer', version: 1 }))).rejects.toMatchObject({
      code: 'link-over',
    })
    expect((await kinds(first.personId)).at(-1)).toBe('review-cancelled')
    expect((await sent(second.personId)).at(-1)).toMatchObject({ kind: 'review-booked', params: { handed: true } })
    expect(await kinds(personId)).not.toContain('missed')
  })

  test('where nobody else can: an apology, the nearest time kept for some minutes and nobody else’s, nothing counted', async () => {
    await removeStaff(desk.ctxFor(job), { staffId: second.id })
    const { ctx, found, personId } = await bookWith(first)
    // until one o’clock in Shanghai only, so that there is a later time to offer
    const lunch = new Date('2026-11-23T05:00:00Z')
    const done = await setAway(desk.ctxFor(job), { staffId: first.id, fromAt: monday, untilAt: lunch })
    expect(done).toEqual({ handedOver: 0, givenBack: 1, kept: 0 })
    expect(await readCase(ctx, { id: found.id })).toMatchObject({ state: 'invited', misses: 0, attempts: 0, hold: null })
    const message = (await sent(personId)).at(-1) ?? expect.unreachable()
    const view = await prepareMessage(desk.ctxFor(job), message)
    if (view?.kind !== 'missed' || !view.held) return expect.unreachable()
    expect(view.fault).toBe('cancelled-by-us')
    const startsAt = new Date(view.held.startsAt)
    expect(+startsAt).toBeGreaterThanOrEqual(+lunch)
    const other = await newInvited(desk)
    expect((await findTimesFor(other.ctx, other.found)).map(time => +time.startsAt)).not.toContain(+startsAt)
    await expect(bookTime(other.ctx, { caseId: other.found.id, startsAt })).rejects.toMatchObject({ code: 'slot-taken' })
    const { booking } = await bookTime(ctx, { caseId: found.id, startsAt })
    expect(booking).toMatchObject({ status: 'active', reviewerId: first.id, heldUntil: null })
  })

  test('where no time is free at all, none is said to be kept, and the applicant is not asked to choose one', async () => {
    await removeStaff(desk.ctxFor(job), { staffId: second.id })
    const { personId } = await bookWith(first)
    await setAway(desk.ctxFor(job), { staffId: first.id, fromAt: monday, untilAt: new Date('2027-01-10T00:00:00Z') })
    const view = await prepareMessage(desk.ctxFor(job), (await sent(personId)).at(-1) ?? expect.unreachable())
    if (view?.kind !== 'missed') return expect.unreachable()
    expect(view).toMatchObject({ fault: 'cancelled-by-us', none: true })
    expect(renderMessage(view, { locale: 'en', timeZone: 'Asia/Shanghai', zoneKnown: true }, desk.now()).html).toContain(
      'There are no free times at the moment',
    )
    expect(renderMessage(view, { locale: 'en', timeZone: 'Asia/Shanghai', zoneKnown: true }, desk.now()).html).not.toContain(
      'choose another time',
    )
  })

  test('a hold that is over is anybody’s, without waiting for a sweep', async () => {
    await removeStaff(desk.ctxFor(job), { staffId: second.id })
    const { found } = await bookWith(first)
    await setAway(desk.ctxFor(job), { staffId: first.id, fromAt: monday, untilAt: new Date('2026-11-23T05:00:00Z') })
    const [held] = await desk.database.db.select().from(bookings).where(eq(bookings.status, 'held'))
    desk.pass(11)
    const other = await newInvited(desk)
    const { booking } = await bookTime(other.ctx, { caseId: other.found.id, startsAt: held?.startsAt ?? monday })
    expect(booking.caseId).not.toBe(found.id)
  })

  test('is offered to nobody while away, and again once back', async () => {
    await setAway(desk.ctxFor(job), { staffId: first.id, fromAt: monday, untilAt: new Date('2026-12-10T00:00:00Z') })
    const ctx = desk.ctxFor(job)
    expect((await findFreeTimes(ctx)).flatMap(time => time.reviewerIds)).not.toContain(first.id)
    expect(await endAway(ctx, { staffId: first.id })).toBe(true)
    expect((await findFreeTimes(ctx)).flatMap(time => time.reviewerIds)).toContain(first.id)
    expect(await endAway(ctx, { staffId: first.id })).toBe(false)
  })

  test('what was booked in the very moment is handed over by the sweep, once', async () => {
    await setAway(desk.ctxFor(job), { staffId: first.id, fromAt: monday, untilAt: noon })
    const { found } = await bookWith(second)
    await desk.database.db.update(bookings).set({ reviewerId: first.id }).where(eq(bookings.caseId, found.id))
    await Promise.all([handOverStragglers(desk.ctxFor(job)), handOverStragglers(desk.ctxFor(job))])
    expect(await active(found.id)).toMatchObject({ reviewerId: second.id, version: 2 })
  })
})

test('a member who is removed leaves no booking behind', async () => {
  const one = await bookWith(first)
  const two = await bookWith(first, 3)
  const { handed } = await removeStaff(desk.ctxFor(job), { staffId: first.id })
  expect(handed.handedOver).toBe(2)
  for (const { found } of [one, two]) expect((await active(found.id)).reviewerId).toBe(second.id)
})

test('who goes offline hands over what starts soon where somebody online can take it, and keeps it otherwise', async () => {
  const { found, booking } = await bookWith(first)
  desk.at(new Date(+booking.startsAt - 10 * 60_000))
  const self = desk.ctxFor(actorOfMember(first))
  await desk.database.db.update(staff).set({ removedAt: desk.now() }).where(eq(staff.id, second.id))
  expect(await setStatus(self, { status: 'offline' })).toEqual({ handedOver: 0, givenBack: 0, kept: 1 })
  await desk.database.db.update(staff).set({ removedAt: null, status: 'online' }).where(eq(staff.id, second.id))
  expect(await setStatus(self, { status: 'offline' })).toEqual({ handedOver: 1, givenBack: 0, kept: 0 })
  expect((await active(found.id)).reviewerId).toBe(second.id)
})

describe('a reviewer who does not come', () => {
  const sweep = () => replaceAbsent(desk.ctxFor(job))
  const minutesAfter = (booking: { startsAt: Date }, minutes: number) => desk.at(new Date(+booking.startsAt + minutes * 60_000))

  test('is replaced after two minutes by somebody online; the applicant stays seated and both meet', async () => {
    const { ctx, found, booking, personId } = await bookWith(first)
    await setStatus(desk.ctxFor(actorOfMember(second)), { status: 'online' })
    minutesAfter(booking, 0)
    await enter(ctx, booking.id, booking.version, 'applicant')
    minutesAfter(booking, 1)
    await sweep()
    expect((await active(found.id)).reviewerId).toBe(first.id)
    minutesAfter(booking, 2)
    const boss = await desk.addReviewer('值班主管', { roles: ['admin'] })
    await Promise.all([sweep(), sweep(), sweep()])
    const told = (await sent(boss.personId)).filter(row => row.kind === 'reviewer-missed')
    expect(told).toMatchObject([{ params: { code: found.code, staffId: first.id, handed: true } }])
    // a sweep that saw the first one missing comes late: whom it saw no longer has the booking
    expect(await handOver(desk.ctxFor(job), { bookingId: booking.id, from: first.id, why: 'absent' })).toBeUndefined()
    const now = await active(found.id)
    expect(now).toMatchObject({ reviewerId: second.id, version: 2 })
    expect((await kinds(personId)).filter(kind => kind === 'reviewer-changed')).toHaveLength(1)
    expect((await desk.database.db.query.staff.findFirst({ where: eq(staff.id, first.id) }))?.status).toBe('offline')
    await enter(desk.ctxFor(actorOfMember(second)), booking.id, 2, 'reviewer')
    expect((await readCase(ctx, { id: found.id })).state).toBe('reviewing')
  })

  test('nobody else: an apology and a time that is kept, neither miss nor attempt', async () => {
    const { ctx, found, booking, personId } = await bookWith(first)
    await removeStaff(desk.ctxFor(job), { staffId: second.id })
    minutesAfter(booking, 0)
    await enter(ctx, booking.id, booking.version, 'applicant')
    minutesAfter(booking, 2)
    await Promise.all([sweep(), sweep()])
    expect(await readCase(ctx, { id: found.id })).toMatchObject({ state: 'invited', misses: 0, attempts: 0 })
    const [ended] = await desk.database.db.select().from(bookings).where(eq(bookings.id, booking.id))
    expect(ended?.status).toBe('missed-by-reviewer')
    expect((await sent(personId)).at(-1)).toMatchObject({
      kind: 'missed',
      params: { fault: 'missed-by-reviewer', held: expect.any(String) },
    })
    expect((await kinds(first.personId)).at(-1)).toBe('review-cancelled')
  })

  test('who waited in vain, and left before the second reviewer came, has missed nothing', async () => {
    const { ctx, found, booking, personId } = await bookWith(first)
    await setStatus(desk.ctxFor(actorOfMember(second)), { status: 'online' })
    minutesAfter(booking, 0)
    const ticket = await enter(ctx, booking.id, booking.version, 'applicant')
    minutesAfter(booking, 1)
    await leaveRoom(ctx, ticket)
    minutesAfter(booking, 2)
    await sweep()
    const now = await active(found.id)
    expect(now).toMatchObject({ reviewerId: second.id, startsAt: desk.now() })
    minutesAfter(now, 10)
    await Promise.all([endMissed(desk.ctxFor(job)), endMissed(desk.ctxFor(job))])
    expect(await readCase(ctx, { id: found.id })).toMatchObject({ state: 'invited', misses: 0, attempts: 0 })
    expect((await sent(personId)).at(-1)).toMatchObject({ kind: 'missed', params: { fault: 'missed-by-reviewer' } })
  })

  test('running over in the call before: the applicant is told, once, and waits', async () => {
    const before = await bookWith(first)
    const { ctx, found, booking, personId } = await bookWith(first, 1)
    await setStatus(desk.ctxFor(actorOfMember(second)), { status: 'online' })
    desk.at(before.booking.startsAt)
    const reviewer = desk.ctxFor(actorOfMember(first))
    await enter(before.ctx, before.booking.id, 1, 'applicant')
    await enter(reviewer, before.booking.id, 1, 'reviewer')
    minutesAfter(booking, 0)
    await enter(ctx, booking.id, 1, 'applicant')
    minutesAfter(booking, 3)
    await Promise.all([sweep(), sweep()])
    expect((await kinds(personId)).filter(kind => kind === 'running-over')).toHaveLength(1)
    expect((await active(found.id)).reviewerId).toBe(first.id)
  })
})

describe('how a call that did not come about ended', () => {
  const end = async (booking: { startsAt: Date }) => {
    desk.at(new Date(+booking.startsAt + 10 * 60_000))
    await Promise.all([endMissed(desk.ctxFor(job)), endMissed(desk.ctxFor(job))])
  }
  const statusOf = async (id: string) => (await desk.database.db.select().from(bookings).where(eq(bookings.id, id)))[0]?.status

  test('the applicant who left before the start and never came back missed it', async () => {
    const { ctx, found, booking } = await bookWith(first)
    desk.at(new Date(+booking.startsAt - 5 * 60_000))
    const ticket = await enter(ctx, booking.id, 1, 'applicant')
    desk.pass(2)
    await leaveRoom(ctx, ticket)
    desk.at(booking.startsAt)
    await enter(desk.ctxFor(actorOfMember(first)), booking.id, 1, 'reviewer')
    await end(booking)
    expect(await statusOf(booking.id)).toBe('missed-by-applicant')
    expect(await readCase(ctx, { id: found.id })).toMatchObject({ misses: 1, hold: null })
    const left = { status: 'missed-by-applicant', sides: { applicant: { seconds: 120 } }, togetherSeconds: 0 }
    expect(await readRoomRecords(desk.ctxFor(job), found.id)).toMatchObject([left])
  })

  test('both were there, never at the same time: technical, nothing counts', async () => {
    const { ctx, found, booking, personId } = await bookWith(first)
    desk.at(booking.startsAt)
    const applicant = await enter(ctx, booking.id, 1, 'applicant')
    desk.pass(1)
    await leaveRoom(ctx, applicant)
    desk.pass(1)
    await enter(desk.ctxFor(actorOfMember(first)), booking.id, 1, 'reviewer')
    await end(booking)
    expect(await statusOf(booking.id)).toBe('technical')
    expect(await readCase(ctx, { id: found.id })).toMatchObject({ state: 'invited', misses: 0 })
    expect((await sent(personId)).at(-1)).toMatchObject({ kind: 'missed', params: { fault: 'technical' } })
  })

  test('the database takes no other end state', async () => {
    const { booking } = await bookWith(first)
    const change = desk.database.sql`update bookings set status = 'lost' where id = ${booking.id}`
    await expect(change).rejects.toMatchObject({ code: '23514' })
  })
})

test('on an appeal nobody who had the case before; on a retry rather somebody else', async () => {
  const { ctx, found, booking } = await bookWith(first)
  const db = desk.database.db
  await db.update(bookings).set({ status: 'attended' }).where(eq(bookings.id, booking.id))
  await desk.database.sql`update cases set state = 'invited' where id = ${found.id}`
  const retry = await findTimesFor(ctx, found)
  expect(retry[0]?.reviewerIds.toSorted()).toEqual([first.id, second.id].toSorted())
  const again = await bookTime(ctx, { caseId: found.id, startsAt: retry[0]?.startsAt ?? monday })
  expect(again.booking.reviewerId).toBe(second.id)
  await db.update(bookings).set({ status: 'technical' }).where(eq(bookings.id, again.booking.id))
  await desk.database.sql`update cases set state = 'invited' where id = ${found.id}`
  const row = { caseId: found.id, bookingId: booking.id, reviewerId: first.id, at: desk.now(), reasons: ['ID_TAMPERED'] }
  await db.insert(verdicts).values({ ...row, id: found.id, outcome: 'rejected-for-good', idempotencyKey: 'of-the-first' })
  await db.insert(appeals).values({ id: found.id, caseId: found.id, text: Buffer.from('sealed'), at: desk.now() })
  expect((await findTimesFor(ctx, found)).flatMap(time => time.reviewerIds)).not.toContain(first.id)
})

test('the applicant’s language decides before the load does', async () => {
  await changeMember(desk.ctxFor(job), { staffId: first.id, languages: ['en'] })
  await changeMember(desk.ctxFor(job), { staffId: second.id, languages: ['zh'] })
  for (let number = 0; number < 3; number++) {
    const { ctx, found } = await newInvited(desk)
    const both = (await findFreeTimes(ctx)).find(time => time.reviewerIds.length === 2)
    const { booking } = await bookTime(ctx, { caseId: found.id, startsAt: both?.startsAt ?? monday })
    expect(booking.reviewerId).toBe(second.id)
  }
  const latest = await desk.database.db
    .select()
    .from(bookings)
    .where(and(eq(bookings.status, 'active'), eq(bookings.reviewerId, first.id)))
    .orderBy(desc(bookings.createdAt))
  expect(latest).toEqual([])
})

test('a case that no reviewer may have goes on hold, the admins hear of it once, and it goes on when somebody comes who may', async () => {
  const { ctx, found } = await newInvited(desk)
  await desk.database.db.update(staff).set({ removedAt: desk.now() }).where(eq(staff.id, second.id))
  await desk.database.db
    .update(staff)
    .set({ roles: ['admin'] })
    .where(eq(staff.id, first.id))
  await Promise.all([holdUnreviewable(desk.ctxFor(job)), holdUnreviewable(desk.ctxFor(job))])
  expect(await readCase(ctx, { id: found.id })).toMatchObject({ state: 'invited', hold: 'nobody-eligible' })
  expect((await kinds(first.personId)).filter(kind => kind === 'on-hold')).toHaveLength(1)
  await desk.addReviewer('审核员三')
  await holdUnreviewable(desk.ctxFor(job))
  expect(await readCase(ctx, { id: found.id })).toMatchObject({ state: 'invited', hold: null })
})
