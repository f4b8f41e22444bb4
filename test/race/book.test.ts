import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { bookNow, bookTime } from '../../core/booking/book.ts'
import { findFreeTimes } from '../../core/booking/free-times.ts'
import { moveBooking } from '../../core/booking/move.ts'
import { isRefusal } from '../../core/refusal.ts'
import { bookings } from '../../db/schema/bookings.ts'
import { createTestDesk, newInvited, type TestDesk } from '../support/desk.ts'

let desk: TestDesk
beforeAll(async () => {
  desk = await createTestDesk({ connections: 20 })
  await desk.addReviewer('审核员一', { online: true })
})
afterAll(() => desk.close())

const settle = async (tries: Promise<unknown>[]) => {
  const results = await Promise.allSettled(tries)
  const refused = results.flatMap(result => (result.status === 'rejected' ? [result.reason] : []))
  return { won: results.length - refused.length, refused }
}
const active = () => desk.database.db.select().from(bookings).where(eq(bookings.status, 'active'))

test('G1: twenty simultaneous taps book the slot once, everybody else is told that it is taken', async () => {
  const applicants = await Promise.all(Array.from({ length: 20 }, () => newInvited(desk)))
  const [time] = await findFreeTimes(desk.ctxFor({ kind: 'job', name: 'test' }))
  const startsAt = time?.startsAt ?? new Date()
  const { won, refused } = await settle(applicants.map(({ ctx, found }) => bookTime(ctx, { caseId: found.id, startsAt })))
  expect(won).toBe(1)
  expect(refused.every(error => isRefusal(error, 'slot-taken'))).toBe(true)
  expect((await active()).length).toBe(1)
})

test('G2: one person tapping the same time five times at once has one booking', async () => {
  const { ctx, found } = await newInvited(desk)
  const [time] = await findFreeTimes(ctx)
  const startsAt = time?.startsAt ?? new Date()
  const { won } = await settle(Array.from({ length: 5 }, () => bookTime(ctx, { caseId: found.id, startsAt })))
  expect(won).toBe(5)
  expect((await active()).filter(row => row.caseId === found.id).length).toBe(1)
})

test('G1: “now” with one reviewer goes to one of ten', async () => {
  const applicants = await Promise.all(Array.from({ length: 10 }, () => newInvited(desk)))
  const { won, refused } = await settle(applicants.map(({ ctx, found }) => bookNow(ctx, { caseId: found.id })))
  expect(won).toBe(1)
  expect(refused.every(error => isRefusal(error, 'nobody-free'))).toBe(true)
})

test('G1: two people swapping their times lose neither booking and do not wait for each other', async () => {
  const [a, b] = await Promise.all([newInvited(desk), newInvited(desk)])
  const [first, second, third] = (await findFreeTimes(a.ctx)).slice(-3).map(time => time.startsAt)
  if (!first || !second || !third) return expect.unreachable()
  await bookTime(a.ctx, { caseId: a.found.id, startsAt: first })
  await bookTime(b.ctx, { caseId: b.found.id, startsAt: second })
  // a straight swap cannot succeed, since neither is free; both keep what they have
  const swap = await settle([
    moveBooking(a.ctx, { caseId: a.found.id, startsAt: second }),
    moveBooking(b.ctx, { caseId: b.found.id, startsAt: first }),
  ])
  expect(swap.refused.every(error => isRefusal(error, 'slot-taken'))).toBe(true)
  const both = await settle([
    moveBooking(a.ctx, { caseId: a.found.id, startsAt: third }),
    moveBooking(b.ctx, { caseId: b.found.id, startsAt: third }),
  ])
  expect(both.won).toBe(1)
  const mine = (await active()).filter(row => [a.found.id, b.found.id].includes(row.caseId))
  expect(mine.length).toBe(2)
  expect(mine.filter(row => +row.startsAt === +third).length).toBe(1)
})
