import { and, eq, isNull } from 'drizzle-orm'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { bookTime } from '../../core/booking/book.ts'
import { findFreeTimes } from '../../core/booking/free-times.ts'
import { findActiveBooking } from '../../core/booking/load.ts'
import { queueReminders } from '../../core/booking/remind.ts'
import { findTimesFor } from '../../core/booking/times-for.ts'
import { joinCall } from '../../core/call/join.ts'
import { linkCode, openLink } from '../../core/call/link.ts'
import { enterRoom } from '../../core/call/room.ts'
import { readCase } from '../../core/case/load.ts'
import { readStatusCard } from '../../core/case/status-card.ts'
import { withdrawCase } from '../../core/case/withdraw.ts'
import { moveLine } from '../../core/queue/call-up.ts'
import { readLine } from '../../core/queue/line.ts'
import { refreshOffers } from '../../core/queue/refresh-offers.ts'
import { leaveLine, startNow } from '../../core/queue/start-now.ts'
import type { Member } from '../../core/staff/add.ts'
import { setDailyLimit } from '../../core/staff/hours.ts'
import { setStatus } from '../../core/staff/set-status.ts'
import { places } from '../../db/schema/bookings.ts'
import { messages } from '../../db/schema/messages.ts'
import { actorOfMember, createTestDesk, job, monday, newInvited, type TestDesk } from '../support/desk.ts'

type Invited = Awaited<ReturnType<typeof newInvited>>

let desk: TestDesk
let reviewer: Member
afterAll(() => desk?.close())
beforeEach(async () => {
  await desk?.close()
  desk = await createTestDesk()
  desk.at(monday)
  reviewer = await desk.addReviewer('审核员一', { online: true })
})

const move = () => moveLine(desk.ctxFor(job))
const now = ({ ctx, found }: Invited) => startNow(ctx, { caseId: found.id })
const cardOf = ({ ctx, found }: Invited) => readStatusCard(ctx, found.id)
const kinds = async ({ personId }: Invited) =>
  (await desk.database.db.select().from(messages).where(eq(messages.personId, personId)).orderBy(messages.id))
    .map(({ kind, params }) => (kind === 'turn-passed' ? `${kind} ${params.last}` : kind))
    .filter(kind => kind !== 'status-card' && kind !== 'receipt')
/** The first one talks at once, the others are in line behind. */
async function line(count: number) {
  const people: Invited[] = []
  for (let number = 0; number < count; number++) {
    people.push(await newInvited(desk))
    desk.at(new Date(+desk.now() + 1000))
    await now(people.at(-1) ?? expect.unreachable())
  }
  return people
}
const end = async ({ found }: Invited) => {
  await desk.database.sql`update bookings set status = 'attended', ended_at = now() where case_id = ${found.id}`
  await desk.database.sql`update cases set state = 'approved' where id = ${found.id}`
}
async function come({ ctx, found }: Invited) {
  const booking = (await findActiveBooking(ctx, found.id)) ?? expect.unreachable()
  const ref = { bookingId: booking.id, role: 'applicant' as const, version: booking.version }
  const device = `device-of-${found.code}`
  const { session } = await joinCall(ctx, await openLink(ctx, linkCode(ctx, ref)), device)
  await enterRoom(ctx, { ...ref, session, device, until: 0 }, { camera: true, microphone: true })
}

test('nobody free but somebody online: a place and an estimate, which move as the line does', async () => {
  const [first, second, third] = await line(3)
  if (!first || !second || !third) return expect.unreachable()
  expect((await readCase(first.ctx, { id: first.found.id })).state).toBe('booked')
  expect((await cardOf(second)).queue).toEqual({ place: 1, minutes: 20 })
  expect((await cardOf(third)).queue).toEqual({ place: 2, minutes: 40 })
  expect(await now(third)).toMatchObject({ place: 2 })
  // who looks on is told what a place would take
  const onlooker = await newInvited(desk)
  expect((await cardOf(onlooker)).offer).toMatchObject({ now: false, wait: 60 })
  await end(first)
  await Promise.all([move(), move(), move()])
  expect((await readCase(second.ctx, { id: second.found.id })).state).toBe('booked')
  expect(await kinds(second)).toEqual(['your-turn'])
  expect((await cardOf(third)).queue).toEqual({ place: 1, minutes: 20 })
  expect((await kinds(third)).length).toBe(0)
})

test('the estimate reckons with bookings to come', async () => {
  const booked = await newInvited(desk)
  const free = await findFreeTimes(booked.ctx)
  const [soon] = free
  await bookTime(booked.ctx, { caseId: booked.found.id, startsAt: soon?.startsAt ?? monday })
  // nine minutes before it nobody can begin any more
  desk.at(new Date(+(soon?.startsAt ?? 0) - 9 * 60_000))
  const waiting = await newInvited(desk)
  await now(waiting)
  expect((await cardOf(waiting)).queue).toEqual({ place: 1, minutes: 30 })
})

test('the turn waits two minutes, then the next is called; the place is kept once, and given up the second time; no miss is counted', async () => {
  const [first, second, third] = await line(3)
  if (!first || !second || !third) return expect.unreachable()
  await end(first)
  await move()
  expect(await kinds(second)).toEqual(['your-turn'])
  desk.pass(1)
  await move()
  expect(await kinds(second)).toEqual(['your-turn'])
  desk.pass(1)
  await Promise.all([move(), move()])
  await queueReminders(desk.ctxFor(job))
  expect(await kinds(second)).toEqual(['your-turn', 'turn-passed false'])
  expect(await kinds(third)).toEqual(['your-turn'])
  await come(third)
  await move()
  expect(await desk.database.db.select().from(places)).toMatchObject([{ caseId: second.found.id, passed: 1 }])
  await end(third)
  await move()
  desk.pass(2)
  await move()
  expect(await kinds(second)).toEqual(['your-turn', 'turn-passed false', 'your-turn', 'turn-passed true'])
  expect(await desk.database.db.select().from(places)).toEqual([])
  expect(await readCase(second.ctx, { id: second.found.id })).toMatchObject({
    state: 'invited',
    misses: 0,
    attempts: 0,
    hold: null,
  })
})

test('whoever has a turn is never told that the booking is kept while the turn passes: no nudge, however the sweeps fall', async () => {
  const [first, second] = await line(2)
  if (!first || !second) return expect.unreachable()
  // the one who could begin at once, and does not come
  desk.pass(2)
  await queueReminders(desk.ctxFor(job))
  await move()
  expect(await kinds(first)).toEqual(['turn-passed false'])
  // the one who was called up then
  desk.pass(2)
  await queueReminders(desk.ctxFor(job))
  await move()
  expect(await kinds(second)).toEqual(['your-turn', 'turn-passed false'])
})

test('eight who press at once each read their own place, as they stand in the line', async () => {
  await line(1)
  const people: Invited[] = []
  for (let number = 0; number < 8; number++) people.push(await newInvited(desk))
  const said = await Promise.all(people.map(now))
  const places = said.map(started => ('place' in started ? started.place : 0))
  expect(places.toSorted()).toEqual([1, 2, 3, 4, 5, 6, 7, 8])
  for (const [index, person] of people.entries()) expect((await cardOf(person)).queue?.place).toBe(places[index])
})

test('several who were called and did not come go behind those who wait: nobody is put back', async () => {
  const people = await line(3)
  const colleagues = [await desk.addReviewer('审核员二'), await desk.addReviewer('审核员三')]
  for (const colleague of colleagues) await setStatus(desk.ctxFor(actorOfMember(colleague)), { status: 'online' })
  const waiting = [await newInvited(desk), await newInvited(desk), await newInvited(desk), await newInvited(desk)]
  for (const person of waiting) {
    desk.at(new Date(+desk.now() + 1000))
    await now(person)
  }
  desk.pass(2)
  await Promise.all([move(), move()])
  const called = [...waiting.slice(0, 3)]
  for (const { ctx, found } of called) expect((await readCase(ctx, { id: found.id })).state).toBe('booked')
  const left = [...waiting.slice(3), ...people]
  expect(await Promise.all(left.map(async person => (await cardOf(person)).queue?.place))).toEqual([1, 2, 3, 4])
})

test('a call that nobody joined uses up no daily limit; with nobody left who can take them today, those in line are told so', async () => {
  await setDailyLimit(desk.ctxFor(job), { staffId: reviewer.id, limit: 1 })
  const [first, second] = await line(1)
  if (!first || second) return expect.unreachable()
  // the limit is used up while the call stands: no turn is promised, and nobody joins
  const onlooker = await newInvited(desk)
  expect((await cardOf(onlooker)).offer).not.toHaveProperty('wait')
  await expect(now(onlooker)).rejects.toMatchObject({ code: 'nobody-free' })
  await setDailyLimit(desk.ctxFor(job), { staffId: reviewer.id, limit: 2 })
  await now(onlooker)
  expect((await cardOf(onlooker)).queue).toEqual({ place: 1, minutes: 20 })
  await setDailyLimit(desk.ctxFor(job), { staffId: reviewer.id, limit: 1 })
  expect((await cardOf(onlooker)).queue).toEqual({ place: 1 })
  // not joined: the next is called at once
  desk.pass(2)
  await move()
  expect((await readCase(onlooker.ctx, { id: onlooker.found.id })).state).toBe('booked')
})

test('no turn is promised with a reviewer who may not have the case', async () => {
  const [, own] = await line(2)
  if (!own) return expect.unreachable()
  await desk.database.sql`update cases set person_id = ${reviewer.personId} where id = ${own.found.id}`
  const onlooker = await newInvited(desk)
  expect((await cardOf(onlooker)).offer).toMatchObject({ wait: 20 })
  expect((await readLine(desk.ctxFor(job)))[0]).toMatchObject({ place: 1, minutes: null })
})

test('a reviewer who comes online calls the first in line at once', async () => {
  const [first, second] = await line(2)
  if (!first || !second) return expect.unreachable()
  const colleague = await desk.addReviewer('审核员二')
  await setStatus(desk.ctxFor(actorOfMember(colleague)), { status: 'online' })
  expect(await findActiveBooking(second.ctx, second.found.id)).toMatchObject({ reviewerId: colleague.id, startsAt: desk.now() })
})

test('nobody comes past those who wait: who presses Now while a reviewer is free and others are in line goes behind them', async () => {
  const [first, second] = await line(2)
  if (!first || !second) return expect.unreachable()
  await end(first)
  const late = await newInvited(desk)
  desk.pass(1)
  expect(await now(late)).toMatchObject({ place: 2 })
  await move()
  expect((await readCase(second.ctx, { id: second.found.id })).state).toBe('booked')
  expect((await cardOf(late)).queue?.place).toBe(1)
})

test('a place ends by leaving, by booking a time and by withdrawing; the others move up', async () => {
  const [, leaves, books, withdraws, stays] = await line(5)
  if (!leaves || !books || !withdraws || !stays) return expect.unreachable()
  await leaveLine(leaves.ctx, { caseId: leaves.found.id })
  await expect(leaveLine(leaves.ctx, { caseId: leaves.found.id })).rejects.toMatchObject({ code: 'stale' })
  const free = await findFreeTimes(books.ctx)
  await bookTime(books.ctx, { caseId: books.found.id, startsAt: free.at(-1)?.startsAt ?? monday })
  await withdrawCase(withdraws.ctx, { caseId: withdraws.found.id })
  await move()
  expect((await cardOf(stays)).queue?.place).toBe(1)
  const waiting = await desk.database.db.select().from(places).where(isNull(places.bookingId))
  expect(waiting.map(row => row.caseId)).toEqual([stays.found.id])
})

test('who pressed Now and does not come keeps a place once, like anybody in the line, and is then told; no miss is counted', async () => {
  const [first] = await line(1)
  if (!first) return expect.unreachable()
  desk.pass(1)
  await move()
  // pressed again: the same booking, and not a minute more
  await now(first)
  desk.pass(1)
  await Promise.all([move(), move()])
  // nobody else waits: it is their turn again at once
  expect(await kinds(first)).toEqual(['turn-passed false', 'your-turn'])
  desk.pass(2)
  await move()
  await queueReminders(desk.ctxFor(job))
  expect(await kinds(first)).toEqual(['turn-passed false', 'your-turn', 'turn-passed true'])
  expect(await desk.database.db.select().from(places)).toEqual([])
  const { found, ctx } = first
  expect(await readCase(ctx, { id: found.id })).toMatchObject({ state: 'invited', misses: 0, attempts: 0, hold: null })
})

test('who pressed Now and comes needs no turn any more', async () => {
  const [first] = await line(1)
  if (!first) return expect.unreachable()
  await come(first)
  desk.pass(5)
  await move()
  expect(await desk.database.db.select().from(places)).toEqual([])
  expect(await findActiveBooking(first.ctx, first.found.id)).toMatchObject({ status: 'active' })
})

test('what those in line will need of a reviewer is booked away by nobody: they were first', async () => {
  const [, second] = await line(2)
  if (!second) return expect.unreachable()
  const onlooker = await newInvited(desk)
  // a moment past 9:20 the first one is through, and the second a moment past 9:40
  const [nearest] = (await findTimesFor(onlooker.ctx, onlooker.found)).map(({ startsAt }) => startsAt.toISOString())
  expect(nearest).toBe('2026-11-23T02:00:00.000Z')
  const startsAt = new Date('2026-11-23T01:40:00Z')
  await expect(bookTime(onlooker.ctx, { caseId: onlooker.found.id, startsAt })).rejects.toMatchObject({ code: 'slot-taken' })
  // in one's own way one does not stand
  expect((await findTimesFor(second.ctx, second.found)).map(time => +time.startsAt)).toContain(+startsAt)
  await leaveLine(second.ctx, { caseId: second.found.id })
  expect((await findTimesFor(onlooker.ctx, onlooker.found)).map(time => +time.startsAt)).toContain(+startsAt)
})

test('cards that offer times are drawn again when the last reviewer leaves and when the first comes, once', async () => {
  const looker = await newInvited(desk)
  await desk.database.sql`update cases set card_message_id = 7 where id = ${looker.found.id}`
  const drawn = async () => {
    const card = and(eq(messages.kind, 'status-card'), eq(messages.personId, looker.personId), eq(messages.status, 'queued'))
    const waiting = await desk.database.db.delete(messages).where(card).returning()
    return waiting.length
  }
  const sweep = () => refreshOffers(desk.ctxFor(job))
  await drawn()
  await Promise.all([sweep(), sweep()])
  expect(await drawn()).toBe(1)
  await sweep()
  expect(await drawn()).toBe(0)
  await setStatus(desk.ctxFor(actorOfMember(reviewer)), { status: 'break' })
  await sweep()
  expect(await drawn()).toBe(1)
  expect((await cardOf(looker)).offer).toMatchObject({ now: false })
  expect((await cardOf(looker)).offer).not.toHaveProperty('wait')
  await setStatus(desk.ctxFor(actorOfMember(reviewer)), { status: 'online' })
  await sweep()
  expect(await drawn()).toBe(1)
  expect((await cardOf(looker)).offer).toMatchObject({ now: true })
})

test('nobody online: no line begins, and one that stands keeps its places', async () => {
  const [, waits] = await line(2)
  await setStatus(desk.ctxFor(actorOfMember(reviewer)), { status: 'break' })
  const late = await newInvited(desk)
  await expect(now(late)).rejects.toMatchObject({ code: 'nobody-free' })
  await move()
  expect(waits && (await cardOf(waits)).queue).toEqual({ place: 1 })
  const drawn = and(eq(messages.kind, 'status-card'), eq(messages.personId, waits?.personId ?? ''))
  expect((await desk.database.db.select().from(messages).where(drawn)).length).toBeGreaterThan(0)
})
