import { sql } from 'drizzle-orm'
import fc from 'fast-check'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { findFreeTimes } from '../../core/booking/free-times.ts'
import { queueReminders } from '../../core/booking/remind.ts'
import { prepareMessage } from '../../core/message/prepare.ts'
import { bookings } from '../../db/schema/bookings.ts'
import { messages } from '../../db/schema/messages.ts'
import { absences } from '../../db/schema/staff.ts'
import { job } from '../support/desk.ts'
import { isFree, startsOf } from '../support/free-by-hand.ts'
import { countDeadlocks } from '../support/tapping.ts'
import { type Act, acts, actsOfNow, days, done } from './acts.ts'
import { at, begin, createWorld, team, timesTapped, type World } from './world.ts'

let world: World
let desk: World['desk']
beforeAll(async () => {
  world = await createWorld()
  desk = world.desk
})
afterEach(async () => expect(await countDeadlocks(desk)).toBe(0))
afterAll(() => desk?.close())

type Row = typeof bookings.$inferSelect
const active = async (): Promise<Map<string, Row>> => {
  const rows = await desk.database.db.select().from(bookings).where(sql`status = 'active'`)
  return new Map(rows.map(row => [row.caseId, row]))
}

/** The next times of the whole team, taken or not. */
function timesAhead(): Date[] {
  const { policy } = desk.ctxFor(job)
  const all = team.flatMap(hours => startsOf(hours, desk.now(), policy))
  return [...new Set(all)]
    .filter(start => start > +desk.now())
    .sort((a, b) => a - b)
    .slice(0, timesTapped)
    .map(start => new Date(start))
}

async function round(acts: readonly Act[]): Promise<void> {
  const times = timesAhead()
  const before = await active()
  const came = await Promise.all(acts.map(one => done(world, one, times)))
  const now = await active()
  const touchesAll = acts.some(({ act }) => !['tap', 'cancel', 'now', 'leave'].includes(act))
  for (const [index, { caseId }] of world.people.entries()) {
    const own = acts.map((one, at) => ({ one, done: came[at] })).filter(({ one }) => 'who' in one && one.who === index)
    const old = before.get(caseId)
    if (!old || touchesAll || own.some(({ one }) => one.act !== 'tap')) continue
    const targets = own.flatMap(({ one, done }) => (done && one.act === 'tap' ? [+(times[one.slot % times.length] ?? 0)] : []))
    const kept = now.get(caseId)
    expect(kept?.id).toBe(old.id)
    expect([+old.startsAt, ...targets]).toContain(Number(kept?.startsAt))
    if (targets.length === 0) expect(kept).toEqual(old)
  }
}

async function checkAll({ inHours }: { inHours: boolean }): Promise<void> {
  const { db } = desk.database
  const overlaps = await db.execute(sql`
    select a.id from bookings a join bookings b on a.reviewer_id = b.reviewer_id and a.id < b.id
    where a.status in ('active', 'held') and b.status in ('active', 'held')
      and tstzrange(a.starts_at, a.blocked_until) && tstzrange(b.starts_at, b.blocked_until)`)
  expect(overlaps).toHaveLength(0)
  const torn = await db.execute(sql`
    select c.id, c.state, count(b.id) as booked from cases c left join bookings b on b.case_id = c.id and b.status = 'active'
    group by c.id having count(b.id) <> case when c.state = 'booked' then 1 else 0 end`)
  expect(torn).toHaveLength(0)
  const unmatched = await db.execute(sql`
    select p.case_id from places p left join bookings b on b.id = p.booking_id
    where p.booking_id is not null and b.case_id is distinct from p.case_id`)
  expect(unmatched).toHaveLength(0)

  const rows = await db.select().from(bookings)
  const seen = { rows, absences: await db.select().from(absences), now: desk.now(), policy: desk.ctxFor(job).policy }
  const byHand = team.flatMap((hours, index) => {
    const { id } = at(world.members, index)
    const starts = startsOf(hours, desk.now(), seen.policy)
    if (inHours)
      for (const row of rows) if (row.reviewerId === id && row.status === 'active') expect(starts).toContain(+row.startsAt)
    return starts.filter(start => isFree(start, { ...hours, id }, seen)).map(start => `${new Date(start).toISOString()} ${id}`)
  })
  const offered = (await findFreeTimes(desk.ctxFor(job))).flatMap(({ startsAt, reviewerIds }) =>
    reviewerIds.map(id => `${startsAt.toISOString()} ${id}`),
  )
  expect(offered.toSorted()).toEqual(byHand.toSorted())
}

/** Whatever reminder waits speaks of a booking as it stands, or is not said. */
async function checkReminders(): Promise<void> {
  const ctx = desk.ctxFor(job)
  await Promise.all([queueReminders(ctx), queueReminders(ctx)])
  const told = await desk.database.db.select().from(messages).where(sql`kind in ('reminder', 'review-reminder', 'nudge')`)
  const live = await active()
  const twice = await desk.database.db.execute(sql`
    select params ->> 'bookingId' from messages where kind = 'reminder'
    group by params ->> 'bookingId', params ->> 'version', params ->> 'kind' having count(*) > 1`)
  expect(twice).toHaveLength(0)
  for (const row of told) {
    const view = await prepareMessage(ctx, row)
    const booking = live.get(row.caseId ?? '')
    if (view && 'startsAt' in view) expect(view.startsAt).toBe(booking?.startsAt.toISOString())
    const isOfLive = booking && booking.id === row.params.bookingId && Number(row.params.version) >= booking.linksSince
    if (!isOfLive) expect(view).toBeUndefined()
  }
}

async function live(rounds: readonly { pass: number; acts: readonly Act[] }[], how: { inHours: boolean }): Promise<void> {
  await begin(world)
  for (const { pass, acts } of rounds) {
    desk.pass(pass)
    await round(acts)
    await checkAll(how)
    await checkReminders()
  }
}

test('G1, G4: whatever is booked, moved, cancelled, handed over and released at once, no time is lost or had twice, nobody is booked outside hours, and reminders speak of what stands', async () => {
  await fc.assert(
    fc.asyncProperty(days(acts), rounds => live(rounds, { inHours: true })),
    { numRuns: 18, interruptAfterTimeLimit: 100_000 },
  )
}, 120_000)

test('G1: the same with Now, a line and reviewers who come and go', async () => {
  await fc.assert(
    fc.asyncProperty(days(actsOfNow), rounds => live(rounds, { inHours: false })),
    { numRuns: 15, interruptAfterTimeLimit: 100_000 },
  )
}, 120_000)
