import { and, eq, isNull, sql } from 'drizzle-orm'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { findFreeTimes } from '../../core/booking/free-times.ts'
import { wantEarlier } from '../../core/waits/want-earlier.ts'
import { bookings, places, waits } from '../../db/schema/bookings.ts'
import { cases } from '../../db/schema/cases.ts'
import { messages } from '../../db/schema/messages.ts'
import { compiled } from '../support/compiled.ts'
import { createTestDesk, job, monday, type TestDesk } from '../support/desk.ts'
import { countDeadlocks, insertInvited, startTapping, type Tap, type TappingProcess, tapAtOnce } from '../support/tapping.ts'

let program: Awaited<ReturnType<typeof compiled>>
let desk: TestDesk
let processes: TappingProcess[]
beforeAll(async () => {
  program = await compiled(import.meta.url, '../support/tapping-process.ts')
})
afterAll(() => program?.remove())
beforeEach(async () => {
  desk = await createTestDesk()
  desk.at(monday)
  processes = await Promise.all([1, 2].map(() => startTapping(desk, program.file)))
})
/** Whatever a test was about, nobody waited for somebody who waited for them. */
afterEach(async () => {
  await Promise.all(processes.map(process => process.stop()))
  expect(await countDeadlocks(desk)).toBe(0)
  await desk.close()
})

const tapAll = async (taps: readonly Tap[]) => (await tapAtOnce(processes, taps)).map(({ came }) => came)
const tally = (came: readonly string[]) =>
  Object.fromEntries([...new Set(came)].sort().map(code => [code, came.filter(each => each === code).length]))
const active = () => desk.database.db.select().from(bookings).where(eq(bookings.status, 'active')).orderBy(bookings.startsAt)
const free = async () => (await findFreeTimes(desk.ctxFor(job))).map(({ startsAt }) => startsAt.toISOString())

test('G1: fifty people tap one time at once, in two processes: one has it, and everybody else is told that it is taken', async () => {
  await desk.addReviewer('审核员一')
  const applicants = await insertInvited(desk, 100)
  for (const [round, startsAt] of (await free()).slice(0, 2).entries()) {
    const taps = applicants.slice(round * 50, round * 50 + 50).map(who => ({ verb: 'book' as const, ...who, startsAt }))
    expect(tally(await tapAll(taps))).toEqual({ 'slot-taken': 49, won: 1 })
    const kept = (await active()).filter(row => row.startsAt.toISOString() === startsAt)
    expect(kept).toHaveLength(1)
    const booked = await desk.database.db.select({ id: cases.id }).from(cases).where(eq(cases.state, 'booked'))
    expect(booked).toHaveLength(round + 1)
  }
})

test('G1: with three reviewers the same time has three, each with a reviewer of their own', async () => {
  for (const name of ['审核员一', '审核员二', '审核员三']) await desk.addReviewer(name)
  const applicants = await insertInvited(desk, 50)
  for (const [round, startsAt] of (await free()).slice(0, 1).entries()) {
    const taps = applicants.slice(round * 50, round * 50 + 50).map(who => ({ verb: 'book' as const, ...who, startsAt }))
    expect(tally(await tapAll(taps))).toEqual({ 'slot-taken': 47, won: 3 })
    const kept = (await active()).filter(row => row.startsAt.toISOString() === startsAt)
    expect(new Set(kept.map(row => row.reviewerId)).size).toBe(3)
  }
})

test('G2: one person’s taps of the same time in two processes are one booking, told once', async () => {
  await desk.addReviewer('审核员一')
  const [who = expect.unreachable()] = await insertInvited(desk, 1)
  const [startsAt = expect.unreachable()] = await free()
  expect(tally(await tapAll(Array.from({ length: 10 }, () => ({ verb: 'book', ...who, startsAt }))))).toEqual({ won: 10 })
  expect(await active()).toHaveLength(1)
  const told = await desk.database.db.select().from(messages).where(eq(messages.kind, 'review-booked'))
  expect(told).toHaveLength(1)
})

test('G1: eight people swap their times around at once in two processes: nobody loses theirs, and no time is had twice', async () => {
  for (const name of ['审核员一', '审核员二']) await desk.addReviewer(name)
  const applicants = await insertInvited(desk, 8)
  const times = (await free()).slice(0, 6)
  const booked = await tapAll(applicants.map((who, index) => ({ verb: 'book', ...who, startsAt: times[index % 4] ?? '' })))
  expect(tally(booked)).toEqual({ won: 8 })
  for (let round = 1; round <= 6; round++) {
    const taps = applicants.map((who, index) => ({
      verb: 'move' as const,
      ...who,
      startsAt: times[(index * 5 + round * (1 + (index % 3))) % times.length] ?? '',
    }))
    expect(['won', 'slot-taken']).toEqual(expect.arrayContaining([...new Set(await tapAll(taps))]))
    const rows = await active()
    expect(new Set(rows.map(row => row.caseId)).size).toBe(8)
    expect(new Set(rows.map(row => `${row.reviewerId} ${+row.startsAt}`)).size).toBe(8)
  }
  // somebody did move: a version is raised by nothing else
  expect((await active()).some(row => row.version > 1)).toBe(true)
})

test('the first tap on an earlier time that was offered to twenty wins, in two processes; the others keep what they have and go on waiting', async () => {
  await desk.addReviewer('审核员一')
  const [early = expect.unreachable(), ...waiting] = await insertInvited(desk, 21)
  const [freed = '', ...later] = await free()
  await tapAll([{ verb: 'book', ...early, startsAt: freed }])
  const booked = await tapAll(waiting.map((who, index) => ({ verb: 'book', ...who, startsAt: later[index + 1] ?? '' })))
  expect(tally(booked)).toEqual({ won: 20 })
  for (const { caseId, personId } of waiting)
    await wantEarlier(desk.ctxFor({ kind: 'applicant', personId }), { caseId, on: true })
  await tapAll([{ verb: 'cancel', ...early, version: 1 }])
  expect(tally(await tapAll(waiting.map(who => ({ verb: 'move', ...who, startsAt: freed }))))).toEqual({
    'slot-taken': 19,
    won: 1,
  })
  const rows = await active()
  expect(new Set(rows.map(row => row.caseId)).size).toBe(20)
  const winner = rows.find(row => row.startsAt.toISOString() === freed) ?? expect.unreachable()
  const left = await desk.database.db.select().from(waits)
  expect(left).toHaveLength(19)
  expect(left.map(row => row.caseId)).not.toContain(winner.caseId)
})

test('both processes call the line’s next at once, again and again: each person is called once, and one call a reviewer', async () => {
  const reviewer = await desk.addReviewer('审核员一', { online: true })
  const line = await insertInvited(desk, 6)
  for (const who of line) {
    desk.at(new Date(+desk.now() + 1000))
    await tapAll([{ verb: 'now', ...who }])
  }
  for (const [index, { personId, caseId }] of line.entries()) {
    expect((await active()).map(row => row.caseId)).toEqual([caseId])
    const turns = and(eq(messages.kind, 'your-turn'), eq(messages.personId, personId))
    // the first spoke at once and needed no turn
    expect(await desk.database.db.select().from(messages).where(turns)).toHaveLength(index === 0 ? 0 : 1)
    await desk.database.db.execute(sql`update bookings set status = 'attended', ended_at = starts_at where case_id = ${caseId}`)
    await desk.database.db.execute(sql`update cases set state = 'approved' where id = ${caseId}`)
    await tapAll(Array.from({ length: 8 }, () => ({ verb: 'move-line' })))
  }
  expect(await desk.database.db.select().from(places)).toEqual([])
  const all = await desk.database.db.select().from(bookings).where(eq(bookings.reviewerId, reviewer.id))
  expect(all.map(row => row.status)).toEqual(Array.from({ length: 6 }, () => 'attended'))
})

test('ten people press Now at once in two processes: one talks, the others stand in line, each in a place of their own', async () => {
  await desk.addReviewer('审核员一', { online: true })
  const people = await insertInvited(desk, 10)
  expect(tally(await tapAll(people.map(who => ({ verb: 'now', ...who }))))).toEqual({ won: 10 })
  expect(await active()).toHaveLength(1)
  expect(await desk.database.db.select().from(places).where(isNull(places.bookingId))).toHaveLength(9)
})
