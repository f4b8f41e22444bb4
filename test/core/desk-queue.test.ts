import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { bookTime } from '../../core/booking/book.ts'
import { findFreeTimes } from '../../core/booking/free-times.ts'
import { mostCounted, type QueueFilter } from '../../core/case/queue-filters.ts'
import { type Queue, readQueue } from '../../core/case/read-queue.ts'
import { startApplication } from '../../core/case/start.ts'
import { cases } from '../../db/schema/cases.ts'
import { actorOfMember, createTestDesk, job, newInvited, newReviewed, type TestDesk } from '../support/desk.ts'

let desk: TestDesk
const codes: Record<string, string> = {}
beforeAll(async () => {
  desk = await createTestDesk()
  await desk.addReviewer('周老师', { online: true })
  await desk.addReviewer('Head', { roles: ['admin'] })
  const { person, ctx } = await desk.newApplicant()
  codes.draft = (await startApplication(ctx, { personId: person.id })).found.code
  codes.invited = (await newInvited(desk)).found.code
  codes.held = (await newInvited(desk)).found.code
  await desk.database.db.update(cases).set({ hold: 'attempts-used-up' }).where(eq(cases.code, codes.held))
  codes.today = await booked(0)
  codes.tomorrow = await booked(24 * 60)
  const reviewed = await newReviewed(desk)
  codes.reviewing = (await desk.database.db.select().from(cases).where(eq(cases.id, reviewed.caseId)))[0]?.code ?? ''
  await desk.database.db
    .update(cases)
    .set({ deadlineAt: new Date(desk.now().getTime() - 60_000) })
    .where(eq(cases.id, reviewed.caseId))
})
afterAll(() => desk.close())

/** Booked at the first time that is free from so many minutes on. */
async function booked(minutes: number): Promise<string> {
  const { ctx, found } = await newInvited(desk)
  const from = desk.now().getTime() + minutes * 60_000
  const free = (await findFreeTimes(ctx)).find(({ startsAt }) => startsAt.getTime() >= from)
  await bookTime(ctx, { caseId: found.id, startsAt: free?.startsAt ?? desk.now() })
  return found.code
}

async function read(filter: QueueFilter, { page = 1, size = 20 } = {}): Promise<Queue> {
  return readQueue(desk.ctxFor(job), { filter, page, size, zone: 'Asia/Shanghai' })
}
const listed = async (filter: QueueFilter) => (await read(filter)).entries.map(({ code }) => code)

test('every open case stands once, those on hold first and then by time; drafts in a list of their own', async () => {
  expect(await listed('all')).toEqual([codes.held, codes.today, codes.reviewing, codes.tomorrow, codes.invited])
  expect(await listed('draft')).toEqual([codes.draft])
})

test('each list holds what it says, and is counted', async () => {
  expect(await listed('hold')).toEqual([codes.held])
  expect(await listed('today')).toEqual([codes.today, codes.reviewing])
  expect(await listed('booked')).toEqual([codes.today, codes.tomorrow])
  expect(await listed('reviewing')).toEqual([codes.reviewing])
  expect(await listed('late')).toEqual([codes.reviewing])
  expect(await listed('appealed')).toEqual([])
  expect((await read('all')).counts).toEqual([
    { filter: 'all', count: 5 },
    { filter: 'hold', count: 1 },
    { filter: 'late', count: 1 },
    { filter: 'today', count: 2 },
    { filter: 'invited', count: 2 },
    { filter: 'booked', count: 2 },
    { filter: 'reviewing', count: 1 },
    { filter: 'draft', count: 1 },
  ])
})

test('who has the next move is named, and what is overdue is marked', async () => {
  const { entries } = await read('all')
  const about = Object.fromEntries(entries.map(({ code, responsible, late }) => [code, { ...responsible, late }]))
  expect(about[codes.held ?? '']).toEqual({ kind: 'admins', late: false })
  expect(about[codes.today ?? '']).toEqual({ kind: 'member', name: '周老师', late: false })
  expect(about[codes.reviewing ?? '']).toEqual({ kind: 'member', name: '周老师', late: true })
  expect(about[codes.invited ?? '']).toEqual({ kind: 'applicant', late: false })
})

test('pages turn through the whole list without a gap, and a page past the last is the last', async () => {
  const pages = await Promise.all([1, 2, 3].map(page => read('all', { page, size: 2 })))
  expect(pages.flatMap(({ entries }) => entries.map(({ code }) => code))).toEqual(await listed('all'))
  expect((await read('all', { page: 99, size: 2 })).page).toBe(3)
})

test('a list is counted up to a thousand and no further, whatever there is', async () => {
  await desk.database.sql`
    with persons as (
      insert into people (id, telegram_id, locale, created_at)
      select gen_random_uuid(), 800000 + n, 'en', now() from generate_series(1, 1200) n returning id, telegram_id
    )
    insert into cases (id, code, person_id, state, scope, created_at, deadline_at)
    select gen_random_uuid(), 'Q-' || telegram_id, id, 'conditional', '{identity}', now(), now() from persons`
  const { counts, pages } = await read('conditional', { size: 8 })
  expect(counts.find(({ filter }) => filter === 'conditional')?.count).toBe(mostCounted)
  expect(pages).toBe(mostCounted / 8)
})

test('a reviewer reads no queue', async () => {
  const member = await desk.addReviewer('No Admin')
  const ctx = desk.ctxFor(actorOfMember(member))
  await expect(readQueue(ctx, { filter: 'all', page: 1, size: 8, zone: 'UTC' })).rejects.toMatchObject({ code: 'not-allowed' })
})
