import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { bookTime } from '../../core/booking/book.ts'
import { cancelBooking } from '../../core/booking/cancel.ts'
import { findFreeTimes } from '../../core/booking/free-times.ts'
import { createTestDesk, job, type TestDesk } from '../support/desk.ts'
import { insertInvited } from '../support/tapping.ts'

/** `FAIR=10000 npx vitest run test/core/fair.test.ts` makes as many as are asked for. */
const bookingCount = Number(process.env.FAIR ?? 200)

let desk: TestDesk
beforeAll(async () => {
  desk = await createTestDesk()
  // every booking weighs, however long ago
  desk.setPolicy({ loadDays: 10_000 })
  for (let number = 1; number <= 5; number++) await desk.addReviewer(`审核员${number}`)
})
afterAll(() => desk?.close())

/** Bookings of each reviewer that weigh. */
const made = async (): Promise<number[]> => {
  const rows = await desk.database.db.execute<{ count: number }>(sql`
    select count(b.id)::int as count from staff s left join bookings b on b.reviewer_id = s.id and b.status in ('active', 'attended')
    group by s.id`)
  return rows.map(({ count }) => count)
}
const spread = (counts: readonly number[]) => Math.max(...counts) - Math.min(...counts)

test('of many bookings, each at a time when all are free, every reviewer has as many as any other, give or take one; what was cancelled does not count', async () => {
  const people = await insertInvited(desk, bookingCount)
  let times = await findFreeTimes(desk.ctxFor(job))
  let spreads = 0
  for (const [index, { caseId, personId }] of people.entries()) {
    if (times.length === 0) {
      desk.pass(8 * 24 * 60)
      times = await findFreeTimes(desk.ctxFor(job))
    }
    const ctx = desk.ctxFor({ kind: 'applicant', personId })
    const { startsAt, reviewerIds } = times.shift() ?? expect.unreachable()
    expect(reviewerIds).toHaveLength(5)
    await bookTime(ctx, { caseId, startsAt })
    if (index % 7 === 3) await cancelBooking(ctx, { caseId, version: 1 })
    if (index % 50 === 0 || index === people.length - 1) spreads = Math.max(spreads, spread(await made()))
  }
  expect(spreads).toBeLessThanOrEqual(1)
  const counts = await made()
  expect(counts.reduce((sum, count) => sum + count, 0)).toBe(people.filter((_, index) => index % 7 !== 3).length)
}, 900_000)
