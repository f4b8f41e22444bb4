import { afterAll, beforeAll, expect, test } from 'vitest'
import { withdrawCase } from '../../core/case/withdraw.ts'
import { keepDays } from '../../core/stats/kept-days.ts'
import { type Period, readStats, type Stats } from '../../core/stats/read-stats.ts'
import { decideCase } from '../../core/verdict/decide.ts'
import { dayFigures } from '../../db/schema/desk.ts'
import { actorOfMember, createTestDesk, job, newInvited, newReviewed, type TestDesk } from '../support/desk.ts'

let desk: TestDesk
beforeAll(async () => {
  desk = await createTestDesk()
  await desk.addReviewer('周老师', { online: true })
})
afterAll(() => desk.close())

const read = (period: Period): Promise<Stats> => readStats(desk.ctxFor(job), { period })

async function decide(outcome: 'approved' | 'rejected', reasons: string[]): Promise<void> {
  const { reviewer, caseId, booking } = await newReviewed(desk)
  desk.at(new Date(booking.startsAt.getTime() + 5 * 60_000))
  await decideCase({ ...reviewer, now: desk.now }, { caseId, outcome, reasons, idempotencyKey: `stats-${caseId}` })
}

test('G10: a day on which nothing happened has zeros, and no wait', async () => {
  const stats = await read('month')
  expect(stats.funnel).toEqual({ draft: 0, submitted: 0, booked: 0, reviewing: 0, decided: 0, approved: 0 })
  expect(stats.waits).toEqual({ call: undefined, start: undefined, verdict: undefined })
  expect(stats.reviewers).toEqual([])
  expect(stats.dates).toHaveLength(30)
})

test('G10: each figure is a count of what happened, on the date of the office on which it did', async () => {
  await decide('approved', [])
  await decide('rejected', ['PURPOSE_UNCLEAR'])
  const { ctx, found } = await newInvited(desk)
  await withdrawCase(ctx, { caseId: found.id })
  const stats = await read('today')
  expect(stats.dates).toEqual(['2026-11-23'])
  expect(stats.funnel).toEqual({ draft: 3, submitted: 3, booked: 2, reviewing: 2, decided: 2, approved: 1 })
  expect(stats.withdrawn).toBe(1)
  expect(stats.attendance).toMatchObject({ attended: 2, 'missed-by-applicant': 0 })
  expect(stats.outcomes).toMatchObject({ approved: 1, rejected: 1, retry: 0 })
  expect(stats.reasons).toEqual([{ reason: 'PURPOSE_UNCLEAR', count: 1 }])
  expect(stats.waits.start).toEqual({ count: 2, median: 1, ninth: 1 })
  expect(stats.waits.call?.count).toBe(2)
  expect(stats.reviewers).toMatchObject([{ name: '周老师', calls: 2, missed: 0, verdicts: 2, passed: 1 }])
})

test('a date that is over is counted once and kept; it stands in the week and the month, and no longer in today', async () => {
  const before = await read('today')
  desk.pass(24 * 60)
  await keepDays(desk.ctxFor(job))
  const kept = await desk.database.db.select().from(dayFigures)
  expect(kept.map(({ day }) => day)).toEqual(expect.arrayContaining((await read('month')).dates.slice(0, -1)))
  expect((await read('today')).funnel.submitted).toBe(0)
  for (const period of ['week', 'month'] as const) {
    const { funnel, reviewers, daily } = await read(period)
    expect({ funnel, reviewers }).toEqual({ funnel: before.funnel, reviewers: before.reviewers })
    expect(daily.at(-2)).toEqual({ date: '2026-11-23', submitted: 3, passed: 1, other: 1 })
  }
})

test('a reviewer reads no figures of the desk', async () => {
  const member = await desk.addReviewer('No Admin')
  await expect(readStats(desk.ctxFor(actorOfMember(member)), { period: 'week' })).rejects.toMatchObject({ code: 'not-allowed' })
})
