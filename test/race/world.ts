import { expect } from 'vitest'
import type { Member } from '../../core/staff/add.ts'
import { setDailyLimit, setHours, setZone } from '../../core/staff/hours.ts'
import { createTestDesk, job, monday, type TestDesk } from '../support/desk.ts'
import type { Hours } from '../support/free-by-hand.ts'
import { insertInvited } from '../support/tapping.ts'

/** Neighbouring times overlap, so that each tap stands in the way of several. */
const rules = { stepMinutes: 10, horizonDays: 1 }
export const applicantCount = 6
export const timesTapped = 14
/** Day shifts, two shifts with a limit and a zone off by a quarter of an hour, and nights on the other side of the earth. */
export const team: readonly Hours[] = [
  { zone: 'Asia/Shanghai', windows: [[540, 720]], limit: null },
  {
    zone: 'Asia/Kathmandu',
    windows: [
      [420, 510],
      [545, 630],
    ],
    limit: 3,
  },
  { zone: 'America/New_York', windows: [[1200, 1470]], limit: null },
]
const everyDay = [1, 2, 3, 4, 5, 6, 7]

export interface World {
  desk: TestDesk
  members: Member[]
  people: { caseId: string; personId: string }[]
}

/** A desk with the team and the applicants. Close its desk. */
export async function createWorld(): Promise<World> {
  const desk = await createTestDesk({ connections: 12 })
  desk.setPolicy(rules)
  const members: Member[] = []
  for (const [index, { zone, windows, limit }] of team.entries()) {
    const member = await desk.addReviewer(`审核员${index}`)
    await setZone(desk.ctxFor(job), { staffId: member.id, timeZone: zone })
    const week = everyDay.flatMap(weekday =>
      windows.map(([startMinute, until]) => ({ weekday, startMinute, endMinute: until % 1440 })),
    )
    await setHours(desk.ctxFor(job), { staffId: member.id, weekdays: everyDay, windows: week })
    await setDailyLimit(desk.ctxFor(job), { staffId: member.id, limit })
    members.push(member)
  }
  const people = await insertInvited(desk, applicantCount)
  await desk.database.sql`update cases set scope = '{identity,environment,questions}'`
  return { desk, members, people }
}

/** As on the first morning: nobody booked, nobody away, nothing said. */
export async function begin({ desk }: World): Promise<void> {
  desk.at(monday)
  for (const table of ['reminders', 'places', 'waits', 'absences', 'bookings', 'messages'])
    await desk.database.sql.unsafe(`delete from ${table}`)
  await desk.database.sql`update cases set state = 'invited', misses = 0, hold = null`
  await desk.database.sql`update staff set status = 'offline'`
}

export const at = <T>(list: readonly T[], index: number): T => list[index] ?? expect.unreachable()
