import { eq } from 'drizzle-orm'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { bookTime } from '../../core/booking/book.ts'
import { cancelBooking } from '../../core/booking/cancel.ts'
import { findFreeTimes } from '../../core/booking/free-times.ts'
import { moveBooking } from '../../core/booking/move.ts'
import { readStatusCard } from '../../core/case/status-card.ts'
import { prepareMessage } from '../../core/message/prepare.ts'
import type { Member } from '../../core/staff/add.ts'
import { setHours } from '../../core/staff/hours.ts'
import { offerEarlier } from '../../core/waits/offer-earlier.ts'
import { wantEarlier } from '../../core/waits/want-earlier.ts'
import { waits } from '../../db/schema/bookings.ts'
import { messages } from '../../db/schema/messages.ts'
import { people } from '../../db/schema/people.ts'
import { createTestDesk, job, monday, newInvited, type TestDesk } from '../support/desk.ts'

type Booked = Awaited<ReturnType<typeof bookAt>>

let desk: TestDesk
let reviewer: Member
afterAll(() => desk?.close())
beforeEach(async () => {
  await desk?.close()
  desk = await createTestDesk()
  desk.at(monday)
  reviewer = await desk.addReviewer('审核员一')
  // one hour a day, three slots, today and tomorrow only
  await setHours(desk.ctxFor(job), {
    staffId: reviewer.id,
    weekdays: [1, 2, 3, 4, 5, 6, 7],
    windows: [1, 2].map(weekday => ({ weekday, startMinute: 10 * 60, endMinute: 11 * 60 })),
  })
})

const sweep = () => offerEarlier(desk.ctxFor(job))
const wait = ({ ctx, found }: Pick<Booked, 'ctx' | 'found'>, on = true) => wantEarlier(ctx, { caseId: found.id, on })
const offers = async (personId: string) =>
  (await desk.database.db.select().from(messages).where(eq(messages.personId, personId)).orderBy(messages.id)).filter(
    row => row.kind === 'earlier-free',
  )

/** Books the slot with that number, counted over today and tomorrow. */
async function bookAt(index: number) {
  const invited = await newInvited(desk)
  const [first] = await findFreeTimes(invited.ctx)
  const day = 24 * 60 * 60_000
  const base = +new Date('2026-11-23T02:00:00Z')
  const startsAt = new Date(base + (index > 2 ? day : 0) + (index % 3) * 20 * 60_000)
  expect(first).toBeDefined()
  const { booking } = await bookTime(invited.ctx, { caseId: invited.found.id, startsAt })
  return { ...invited, booking, startsAt }
}

test('a freed time is offered to those whose time is later, once; first tap wins, and the other keeps what he has', async () => {
  const [early, , , one, two] = [await bookAt(0), await bookAt(1), await bookAt(2), await bookAt(3), await bookAt(4)]
  await wait(one)
  await wait(two)
  // nothing can become free before the first time of all
  await expect(wait(early)).rejects.toMatchObject({ code: 'nothing-earlier' })
  expect(await sweep()).toBe(0)
  await cancelBooking(early.ctx, { caseId: early.found.id, version: 1 })
  await Promise.all([sweep(), sweep(), sweep()])
  expect(await sweep()).toBe(0)
  for (const { personId } of [one, two]) expect(await offers(personId)).toHaveLength(1)
  // who cancelled wants nothing any more
  expect(await offers(early.personId)).toEqual([])
  const [offer] = await offers(one.personId)
  const view = await prepareMessage(desk.ctxFor(job), offer ?? expect.unreachable())
  expect(view).toMatchObject({ kind: 'earlier-free', startsAt: early.startsAt.toISOString(), booked: { version: 1 } })
  const tries = await Promise.allSettled(
    [one, two].map(({ ctx, found }) => moveBooking(ctx, { caseId: found.id, startsAt: early.startsAt })),
  )
  expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  // the wish is fulfilled for one, and stands for the other, whose message says nothing that is no longer so
  const [left] = await desk.database.db.select().from(waits)
  const loser = [one, two].find(({ found }) => found.id === left?.caseId) ?? expect.unreachable()
  const [stale] = await offers(loser.personId)
  expect(await prepareMessage(desk.ctxFor(job), stale ?? expect.unreachable())).toBeUndefined()
})

test('a time that only moved into reach is no news; new hours are', async () => {
  await Promise.all([bookAt(0), bookAt(1)])
  const last = await bookAt(5)
  await wait(last)
  // the third slot of today was free already, and passes; tomorrow's first is then the nearest
  desk.at(new Date('2026-11-23T02:30:00Z'))
  expect(await sweep()).toBe(0)
  const windows = [1, 2].map(weekday => ({ weekday, startMinute: 10 * 60, endMinute: 12 * 60 }))
  await setHours(desk.ctxFor(job), { staffId: reviewer.id, weekdays: [1, 2], windows })
  expect(await sweep()).toBe(1)
  expect(await sweep()).toBe(0)
  expect((await offers(last.personId))[0]?.params).toEqual({ startsAt: '2026-11-23T03:00:00.000Z' })
})

test('somebody with no time at all hears of the first that comes, and then no more once it is booked', async () => {
  for (let index = 0; index < 6; index++) await bookAt(index)
  // the week after is out of the horizon but for one day
  const invited = await newInvited(desk)
  await wait(invited)
  const [before] = await findFreeTimes(invited.ctx)
  const windows = [{ weekday: 1, startMinute: 15 * 60, endMinute: 16 * 60 }]
  await setHours(desk.ctxFor(job), { staffId: reviewer.id, weekdays: [1], windows })
  expect(await sweep()).toBe(1)
  const [offer] = await offers(invited.personId)
  const startsAt = new Date(String(offer?.params.startsAt))
  expect(+startsAt).toBeLessThan(+(before?.startsAt ?? Number.POSITIVE_INFINITY))
  await bookTime(invited.ctx, { caseId: invited.found.id, startsAt })
  expect(await desk.database.db.select().from(waits)).toEqual([])
})

test('whoever sleeps is asked in the morning, if it is still free', async () => {
  const [early, , , later] = [await bookAt(0), await bookAt(1), await bookAt(2), await bookAt(3)]
  await desk.database.db.update(people).set({ timeZone: 'America/New_York' }).where(eq(people.id, later.personId))
  await wait(later)
  await cancelBooking(early.ctx, { caseId: early.found.id, version: 1 })
  // nine in the morning in Shanghai is eight in the evening in New York: not yet quiet; at eleven it is
  desk.at(new Date('2026-11-23T01:30:00Z'))
  await desk.database.db.update(people).set({ timeZone: 'America/Sao_Paulo' }).where(eq(people.id, later.personId))
  expect(await sweep()).toBe(0)
  await desk.database.db.update(people).set({ timeZone: 'Asia/Shanghai' }).where(eq(people.id, later.personId))
  expect(await sweep()).toBe(1)
})

test('a wish that can no longer come true ends, and the card is drawn without it', async () => {
  const [, later] = [await bookAt(0), await bookAt(1)]
  expect((await readStatusCard(later.ctx, later.found.id)).isEarliest).toBeUndefined()
  await wait(later)
  // twenty minutes before the call nothing earlier can be booked
  desk.at(new Date(+later.startsAt - 20 * 60_000))
  await desk.database.db.delete(messages)
  expect(await sweep()).toBe(0)
  expect(await desk.database.db.select().from(waits)).toEqual([])
  expect(await desk.database.db.select({ kind: messages.kind }).from(messages)).toEqual([{ kind: 'status-card' }])
  const card = await readStatusCard(later.ctx, later.found.id)
  expect(card).toMatchObject({ isEarliest: true })
  expect(card.wantsEarlier).toBeUndefined()
  await expect(wait(later)).rejects.toMatchObject({ code: 'nothing-earlier' })
})

test('leaving the list ends it; joining twice is joining once', async () => {
  const [early, , , later] = [await bookAt(0), await bookAt(1), await bookAt(2), await bookAt(3)]
  await Promise.all([wait(later), wait(later)])
  await wait(later, false)
  await cancelBooking(early.ctx, { caseId: early.found.id, version: 1 })
  expect(await sweep()).toBe(0)
  expect(await offers(later.personId)).toEqual([])
})
