import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { sql } from 'drizzle-orm'
import { findFreeTimes } from '../../core/booking/free-times.ts'
import { setHours } from '../../core/staff/hours.ts'
import { parseHours } from '../../core/staff/parse-hours.ts'
import { openDatabase } from '../../db/client.ts'
import { startEmbedded } from '../../db/embedded.ts'
import { migrate } from '../../db/migrate.ts'
import { createTestDesk, job, type TestDesk } from '../support/desk.ts'
import {
  countDeadlocks,
  insertInvited,
  startTapping,
  type Tap,
  type Tapped,
  type TappingProcess,
  tapAtOnce,
} from '../support/tapping.ts'
import { until } from '../support/wait.ts'
import { type Emit, median, percentile } from './measurement.ts'

export const name = 'taps'

const slots = 200
const warmUp = 10
const people = 50
const log = { info: () => undefined, warn: () => undefined, error: () => undefined }

/**
 * Fifty people tap the same time at once, in two processes, for each of 200 times of one reviewer; against as many bare inserts under
 * the same exclusion constraint, over the same connections. The two take turns, and turns at going first. On a durable database.
 */
export async function run(emit: Emit): Promise<void> {
  const dataDir = await mkdtemp(join(tmpdir(), 'mianshen-bench-'))
  const server = await startEmbedded({ dataDir, log })
  try {
    await migrate(server.url)
    const { taps, bare, booked } = await onDesk(server.url, race)
    const won = (rounds: Tapped[][]) => rounds.map(round => round.filter(({ came }) => came === 'won').length)
    const winners = won(taps).reduce((sum, count) => sum + count, 0)
    if (winners !== booked) throw new Error(`${winners} were told that they have a time, ${booked} have one`)
    if (won(bare).some(count => count !== 1)) throw new Error('the bare inserts did not have one winner a time')
    const [spent, floor] = [taps, bare].map(rounds => rounds.flat().map(({ ms }) => ms)) as [number[], number[]]
    emit({ name: `${name}, winners`, value: winners, unit: 'winners', bar: { of: 'value', most: slots } })
    const once = won(taps).filter(count => count === 1).length
    emit({ name: `${name}, times with one winner`, value: once, unit: 'times', bar: { of: 'value', least: slots } })
    emit({ name: `${name}, deadlocks`, value: await deadlocksOf(server.url), unit: 'deadlocks', bar: { of: 'value', most: 0 } })
    emit({ name: `${name}, a tap, p50`, value: median(spent), unit: 'ms', against: median(floor) })
    const bar = { of: 'ratio', most: 2 } as const
    emit({ name: `${name}, a tap, p99`, value: percentile(spent, 99), unit: 'ms', against: percentile(floor, 99), bar })
  } finally {
    await server.stop()
    await rm(dataDir, { recursive: true, force: true })
  }
}

/** Two processes of a desk, closed again whatever becomes of `body`. */
async function onDesk<T>(url: string, body: (desk: TestDesk, processes: TappingProcess[]) => Promise<T>): Promise<T> {
  const desk = await createTestDesk({ on: { url, drop: async () => undefined } })
  const file = fileURLToPath(new URL('../support/tapping-process.js', import.meta.url))
  const processes: TappingProcess[] = []
  try {
    for (let made = 0; made < 2; made++) processes.push(await startTapping(desk, file))
    return await body(desk, processes)
  } finally {
    await Promise.all(processes.map(process => process.stop()))
    await desk.close()
  }
}

async function race(desk: TestDesk, processes: TappingProcess[]) {
  const { db } = desk.database
  const { id: reviewerId } = await desk.addReviewer('Bench')
  await setHours(desk.ctxFor(job), { staffId: reviewerId, ...parseHours('daily 8:00-22:00') })
  const times = (await findFreeTimes(desk.ctxFor(job))).slice(0, warmUp + slots).map(({ startsAt }) => startsAt.toISOString())
  if (times.length < warmUp + slots) throw new Error('too few times to tap')
  const applicants = await insertInvited(desk, people * times.length)
  await db.execute(sql`
    create table bare_times (
      id uuid primary key, reviewer_id uuid not null, starts_at timestamptz not null, blocked_until timestamptz not null,
      exclude using gist (reviewer_id with =, tstzrange(starts_at, blocked_until) with &&))`)
  await db.execute(sql`vacuum analyze`)
  const [taps, bare]: [Tapped[][], Tapped[][]] = [[], []]
  for (const [round, startsAt] of times.entries()) {
    const own = applicants.slice(round * people, (round + 1) * people)
    const contests: { made: Tap[]; kept: Tapped[][] }[] = [
      { made: own.map(who => ({ verb: 'book', ...who, startsAt })), kept: taps },
      { made: own.map(() => ({ verb: 'bare', reviewerId, startsAt })), kept: bare },
    ]
    for (const { made, kept } of round % 2 === 0 ? contests : contests.reverse()) {
      const came = await tapAtOnce(processes, made)
      const other = came.find(({ came }) => came !== 'won' && came !== 'slot-taken')
      if (other) throw new Error(`a tap came to ${other.came}`)
      if (round >= warmUp) kept.push(came)
    }
  }
  const [row] = await db.execute<{ booked: number }>(sql`
    select count(*)::int as booked from bookings where status = 'active' and starts_at >= ${times[warmUp]}::timestamptz`)
  return { taps, bare, booked: Number(row?.booked) }
}

/** A connection hands in what it counted when it ends, so once all of them have. */
async function deadlocksOf(url: string): Promise<number> {
  const database = openDatabase(url, { max: 1 })
  try {
    const isAlone = async () => {
      const others = await database.sql`
        select pid from pg_stat_activity
        where datname = current_database() and pid <> pg_backend_pid() and backend_type = 'client backend'`
      return others.length === 0
    }
    await until(isAlone, { what: 'every other connection to have ended' })
    return await countDeadlocks({ database })
  } finally {
    await database.close()
  }
}
