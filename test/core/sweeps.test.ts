import { and, eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { bookTime } from '../../core/booking/book.ts'
import { cancelBooking } from '../../core/booking/cancel.ts'
import { findFreeTimes } from '../../core/booking/free-times.ts'
import type { Booking } from '../../core/booking/load.ts'
import { endMissed } from '../../core/booking/miss.ts'
import { moveBooking } from '../../core/booking/move.ts'
import { queueReminders } from '../../core/booking/remind.ts'
import { findTimesFor } from '../../core/booking/times-for.ts'
import { endOverlong } from '../../core/call/end-overlong.ts'
import { endUnjudged } from '../../core/call/end-unjudged.ts'
import { joinCall } from '../../core/call/join.ts'
import { linkCode, openLink } from '../../core/call/link.ts'
import { findOpenCall } from '../../core/call/open-call.ts'
import { enterRoom, leaveRoom } from '../../core/call/room.ts'
import { lapseOverdue } from '../../core/case/lapse.ts'
import { readCase } from '../../core/case/load.ts'
import { releaseHold } from '../../core/case/release-hold.ts'
import { remindHeld } from '../../core/case/remind-held.ts'
import { startApplication } from '../../core/case/start.ts'
import { warnLapsing } from '../../core/case/warn-lapsing.ts'
import { prepareMessage } from '../../core/message/prepare.ts'
import { decideCase } from '../../core/verdict/decide.ts'
import { cases } from '../../db/schema/cases.ts'
import { messages } from '../../db/schema/messages.ts'
import { staff } from '../../db/schema/staff.ts'
import { actorOfMember, createTestDesk, job, monday, newInvited, newReviewed, type TestDesk } from '../support/desk.ts'

let desk: TestDesk
beforeAll(async () => {
  desk = await createTestDesk()
  await desk.addReviewer('审核员一', { roles: ['reviewer', 'admin'] })
})
afterAll(() => desk.close())
beforeEach(() => desk.at(monday))

const sweep = () => queueReminders(desk.ctxFor(job))
/** What the applicant was sent, kind by kind. */
const sent = async (personId: string) => {
  const rows = await desk.database.db.select().from(messages).where(eq(messages.personId, personId)).orderBy(messages.id)
  return rows
    .filter(row => !['status-card', 'calendar', 'receipt'].includes(row.kind))
    .map(row => (row.kind === 'reminder' ? `reminder ${String(row.params.kind)}` : row.kind))
}
/** Booked for the day after tomorrow. */
async function bookLater() {
  const invited = await newInvited(desk)
  const time = (await findFreeTimes(invited.ctx)).find(time => +time.startsAt > +monday + 47 * 3_600_000)
  const { booking } = await bookTime(invited.ctx, { caseId: invited.found.id, startsAt: time?.startsAt ?? new Date() })
  const before = (minutes: number) => desk.at(new Date(+booking.startsAt - minutes * 60_000))
  return { ...invited, booking, before }
}

test('a day, an hour and ten minutes before: each once, however often the sweep runs (G2)', async () => {
  const { personId, before } = await bookLater()
  for (const [minutes, expected] of [
    [24 * 60 + 1, []],
    [24 * 60, ['reminder day']],
    [61, ['reminder day']],
    [60, ['reminder day', 'reminder hour']],
    [10, ['reminder day', 'reminder hour', 'reminder ten']],
  ] as const) {
    before(minutes)
    await Promise.all([sweep(), sweep(), sweep()])
    expect(await sent(personId)).toEqual(expected)
  }
})

test('G4: a reminder whose moment passed while nobody swept is dropped, not sent late', async () => {
  const { personId, before } = await bookLater()
  before(9)
  await sweep()
  expect(await sent(personId)).toEqual(['reminder ten'])
})

test('a moved booking leaves no stale reminder', async () => {
  const { ctx, found, personId, before } = await bookLater()
  before(24 * 60)
  const free = await findFreeTimes(ctx, { exceptCase: found.id })
  await moveBooking(ctx, { caseId: found.id, startsAt: free.at(-1)?.startsAt ?? new Date() })
  before(60)
  await sweep()
  expect(await sent(personId)).toEqual([])
})

test('a booking made within the hour gets only the reminder that is still to come', async () => {
  const { ctx, found, personId } = await newInvited(desk)
  const [first] = await findFreeTimes(ctx)
  await bookTime(ctx, { caseId: found.id, startsAt: first?.startsAt ?? new Date() })
  desk.at(new Date(+(first?.startsAt ?? 0) - 9 * 60_000))
  await sweep()
  expect(await sent(personId)).toEqual(['reminder ten'])
})

/** The booking's reviewer is in the room from now on. */
async function reviewerComes({ id: bookingId, version, reviewerId }: Booking) {
  const [member] = await desk.database.db.select().from(staff).where(eq(staff.id, reviewerId))
  const ctx = desk.ctxFor(actorOfMember(member ?? expect.unreachable()))
  const ref = { bookingId, role: 'reviewer' as const, version }
  const device = `device-of-reviewer-${bookingId.slice(0, 8)}`
  const { session } = await joinCall(ctx, await openLink(ctx, linkCode(ctx, ref)), device)
  await enterRoom(ctx, { ...ref, session, device, until: 0 }, { camera: true, microphone: true })
}

test('the applicant did not come: a nudge after two minutes, missed after ten and invited again; the second time a person decides', async () => {
  const { ctx, found, personId, before, booking: one } = await bookLater()
  before(0)
  await reviewerComes(one)
  before(-2)
  await sweep()
  expect(await sent(personId)).toEqual(['reviewer-here', 'reminder ten', 'nudge'])
  before(-10)
  await Promise.all([endMissed(desk.ctxFor(job)), endMissed(desk.ctxFor(job))])
  expect(await sent(personId)).toEqual(['reviewer-here', 'reminder ten', 'nudge', 'missed'])
  const [missed] = await desk.database.db
    .select()
    .from(messages)
    .where(and(eq(messages.kind, 'missed'), eq(messages.personId, personId)))
  // the way on stands on its buttons
  expect(await prepareMessage(desk.ctxFor(job), missed ?? expect.unreachable())).toMatchObject({
    fault: 'applicant',
    offer: { times: (await findTimesFor(ctx, found)).slice(0, 3).map(time => time.startsAt.toISOString()), more: true },
  })
  expect(await readCase(ctx, { id: found.id })).toMatchObject({ state: 'invited', misses: 1, hold: null, attempts: 0 })
  const [next] = await findFreeTimes(ctx)
  const { booking } = await bookTime(ctx, { caseId: found.id, startsAt: next?.startsAt ?? new Date() })
  desk.at(booking.startsAt)
  await reviewerComes(booking)
  desk.at(new Date(+booking.startsAt + 10 * 60_000))
  await endMissed(desk.ctxFor(job))
  expect(await readCase(ctx, { id: found.id })).toMatchObject({ state: 'invited', misses: 2, hold: 'missed-too-often' })
  await expect(bookTime(ctx, { caseId: found.id, startsAt: booking.startsAt })).rejects.toMatchObject({ code: 'on-hold' })
  const told = await desk.database.db
    .select()
    .from(messages)
    .where(and(eq(messages.kind, 'on-hold'), eq(messages.caseId, found.id)))
  expect(told.length).toBe(1)
})

test('neither came: our fault, nothing counts, and the admins hear of it once', async () => {
  const { ctx, found, booking, personId, before } = await bookLater()
  before(-10)
  await Promise.all([endMissed(desk.ctxFor(job)), endMissed(desk.ctxFor(job))])
  expect(await readCase(ctx, { id: found.id })).toMatchObject({ state: 'invited', misses: 0, attempts: 0, hold: null })
  const ended = await desk.database.db.query.bookings.findFirst({ where: (row, { eq }) => eq(row.id, booking.id) })
  expect(ended?.status).toBe('missed-by-reviewer')
  const rows = await desk.database.db.select().from(messages).where(eq(messages.caseId, found.id))
  expect(rows.filter(row => row.personId === personId && row.kind === 'missed')).toMatchObject([
    { params: { fault: 'missed-by-reviewer', held: expect.any(String) } },
  ])
  expect(rows.filter(row => row.kind === 'unattended')).toMatchObject([
    { params: { code: found.code, startsAt: booking.startsAt.toISOString() } },
  ])
})

test('who looked in before the start and left again is nudged, as they would miss it', async () => {
  const { ctx, booking, personId, before } = await bookLater()
  before(9)
  const ref = { bookingId: booking.id, role: 'applicant' as const, version: booking.version }
  const device = 'device-of-the-phone-02'
  const { session } = await joinCall(ctx, await openLink(ctx, linkCode(ctx, ref)), device)
  const ticket = { ...ref, session, device, until: 0 }
  await enterRoom(ctx, ticket, { camera: true, microphone: true })
  before(7)
  await leaveRoom(ctx, ticket)
  before(-2)
  await Promise.all([sweep(), sweep()])
  expect((await sent(personId)).filter(kind => kind === 'nudge')).toHaveLength(1)
})

test('the applicant waited and the reviewer did not come: our fault, nothing counts', async () => {
  const boss = await desk.addReviewer('值班主管', { roles: ['admin'] })
  const { ctx, found, booking } = await bookLater()
  desk.at(booking.startsAt)
  const ref = { bookingId: booking.id, role: 'applicant' as const, version: booking.version }
  const device = 'device-of-the-phone-01'
  const { session } = await joinCall(ctx, await openLink(ctx, linkCode(ctx, ref)), device)
  await enterRoom(ctx, { ...ref, session, device, until: 0 }, { camera: true, microphone: true })
  desk.at(new Date(+booking.startsAt + 10 * 60_000))
  await Promise.all([endMissed(desk.ctxFor(job)), endMissed(desk.ctxFor(job))])
  expect(await readCase(ctx, { id: found.id })).toMatchObject({ state: 'invited', misses: 0, attempts: 0 })
  // an admin hears who it was, once
  const told = (await desk.database.db.select().from(messages).where(eq(messages.personId, boss.personId))).filter(
    row => row.kind === 'reviewer-missed' && row.caseId === found.id,
  )
  expect(told).toMatchObject([{ params: { staffId: booking.reviewerId, handed: false } }])
  const [member] = await desk.database.db.select().from(staff).where(eq(staff.id, booking.reviewerId))
  expect(await prepareMessage(desk.ctxFor(job), told[0] ?? expect.unreachable())).toMatchObject({
    code: found.code,
    name: member?.name,
    startsAt: booking.startsAt.toISOString(),
  })
  await desk.database.db.update(staff).set({ removedAt: desk.now() }).where(eq(staff.id, boss.id))
  const ended = await desk.database.db.query.bookings.findFirst({ where: (row, { eq }) => eq(row.id, booking.id) })
  expect(ended?.status).toBe('missed-by-reviewer')
})

test('cancelling frees the time at once; a cancelled call reminds nobody', async () => {
  const { ctx, found, booking, personId, before } = await bookLater()
  await cancelBooking(ctx, { caseId: found.id, version: booking.version })
  expect((await findFreeTimes(ctx)).some(time => +time.startsAt === +booking.startsAt)).toBe(true)
  before(10)
  await sweep()
  expect(await sent(personId)).toEqual([])
})

test('a draft left alone lapses after fourteen days, an invited case fourteen days after the invitation', async () => {
  const { person, ctx } = await desk.newApplicant()
  const { found: draft } = await startApplication(ctx, { personId: person.id })
  const { found: invited, personId } = await newInvited(desk)
  // two days before, the invited one is told what it waits for: once
  desk.pass(12 * 24 * 60)
  await Promise.all([warnLapsing(desk.ctxFor(job)), warnLapsing(desk.ctxFor(job))])
  expect((await sent(personId)).filter(kind => kind === 'lapses-soon')).toHaveLength(1)
  const told = await desk.database.db.select().from(messages).where(eq(messages.kind, 'lapses-soon'))
  const soon = told.find(row => row.personId === personId)
  expect(await prepareMessage(desk.ctxFor(job), soon ?? expect.unreachable())).toMatchObject({
    state: 'invited',
    code: invited.code,
  })
  desk.pass(2 * 24 * 60 - 1)
  await lapseOverdue(desk.ctxFor(job))
  expect((await readCase(ctx, { id: draft.id })).state).toBe('draft')
  desk.pass(1)
  await lapseOverdue(desk.ctxFor(job))
  expect((await readCase(ctx, { id: draft.id })).state).toBe('lapsed')
  expect((await readCase(desk.ctxFor(job), { id: invited.id })).state).toBe('lapsed')
  // a card that is edited makes no sound: it is said as well
  expect((await sent(person.id)).at(-1)).toBe('lapsed')
  expect((await sent(personId)).at(-1)).toBe('lapsed')
})

test('a call that lasts an hour is ended for both; the verdict can still be given', async () => {
  const { reviewer, ctx, caseId, booking } = await newReviewed(desk)
  desk.at(new Date(+booking.startsAt + 60 * 60_000))
  await endOverlong(desk.ctxFor(job))
  expect(await findOpenCall(ctx, booking.id)).toBeUndefined()
  await decideCase(reviewer, { caseId, outcome: 'approved', reasons: [], idempotencyKey: 'after-the-call' })
  expect((await readCase(ctx, { id: caseId })).state).toBe('approved')
})

test('a verdict that never comes: after a day the case is free again, through our fault, and nothing counts', async () => {
  const { ctx, caseId, booking, personId } = await newReviewed(desk)
  desk.at(new Date(+booking.startsAt + 24 * 60 * 60_000 - 1))
  await endUnjudged(desk.ctxFor(job))
  expect((await readCase(ctx, { id: caseId })).state).toBe('reviewing')
  desk.pass(1)
  await Promise.all([endUnjudged(desk.ctxFor(job)), endUnjudged(desk.ctxFor(job))])
  expect(await readCase(ctx, { id: caseId })).toMatchObject({ state: 'invited', attempts: 0, misses: 0 })
  expect((await sent(personId)).filter(kind => kind === 'missed')).toHaveLength(1)
})

test('G10: a case on hold does not lapse, the admins are reminded every day, and letting it go on gives all the days anew', async () => {
  const boss = await desk.addReviewer('负责人', { roles: ['admin'] })
  const { ctx, found } = await newInvited(desk)
  await desk.database.db.update(cases).set({ hold: 'attempts-used-up', attempts: 3 }).where(eq(cases.id, found.id))
  const reminders = async () =>
    (await desk.database.db.select().from(messages).where(eq(messages.caseId, found.id))).filter(
      row => row.kind === 'on-hold' && row.personId === boss.personId,
    ).length
  await remindHeld(desk.ctxFor(job))
  expect(await reminders()).toBe(0)
  desk.pass(15 * 24 * 60)
  await lapseOverdue(desk.ctxFor(job))
  await Promise.all([remindHeld(desk.ctxFor(job)), remindHeld(desk.ctxFor(job))])
  expect((await readCase(ctx, { id: found.id })).state).toBe('invited')
  expect(await reminders()).toBe(1)
  await releaseHold(desk.ctxFor(job), { code: found.code, version: found.version })
  await lapseOverdue(desk.ctxFor(job))
  const open = await readCase(ctx, { id: found.id })
  expect(open).toMatchObject({ state: 'invited', hold: null, remindedAt: null })
  expect(open.deadlineAt).toEqual(new Date(+desk.now() + 14 * 24 * 60 * 60_000))
})

test('a held case goes on when an admin says so, once; the second admin sees that it was done', async () => {
  const { ctx, found } = await newInvited(desk)
  await desk.database.db.update(cases).set({ hold: 'attempts-used-up', attempts: 3 }).where(eq(cases.id, found.id))
  const admin = desk.ctxFor(job)
  const press = { code: found.code, version: found.version }
  await expect(releaseHold(ctx, press)).rejects.toMatchObject({ code: 'not-allowed' })
  await releaseHold(admin, press)
  await expect(releaseHold(admin, press)).rejects.toMatchObject({ code: 'stale' })
  expect(await readCase(ctx, { id: found.id })).toMatchObject({ state: 'invited', hold: null, attempts: 2, misses: 0 })
  const [time] = await findFreeTimes(ctx)
  await bookTime(ctx, { caseId: found.id, startsAt: time?.startsAt ?? new Date() })
})
