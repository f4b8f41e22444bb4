import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { findFreeTimes } from '../../core/booking/free-times.ts'
import type { Ctx } from '../../core/context.ts'
import { type Db, openDatabase } from '../../db/client.ts'
import { startEmbedded } from '../../db/embedded.ts'
import { migrate } from '../../db/migrate.ts'
import { createTestDesk, job, newInvited, type TestDesk } from '../support/desk.ts'
import type { Emit } from './measurement.ts'

export const name = 'times'

const reviewers = 50
const samples = 60
const warmUp = 10
const log = { info: () => undefined, warn: () => undefined, error: () => undefined }

/**
 * The list of free times for 14 days and 50 reviewers, half of whose coming slots are booked; the rest of the bookings lie back. Read by
 * the function that the chat calls, from a database of each size; the sizes take turns, so that what else the machine does meets all.
 */
export async function run(emit: Emit): Promise<void> {
  const dataDir = await mkdtemp(join(tmpdir(), 'mianshen-bench-'))
  const server = await startEmbedded({ dataDir, log })
  const desks: TestDesk[] = []
  try {
    const spent = new Map<number, number[]>()
    const lists: { size: number; ctx: Ctx }[] = []
    for (const size of [10_000, 100_000, 500_000]) {
      const desk = await openDeskOf(server.url, size)
      desks.push(desk)
      lists.push({ size, ctx: await fill(desk, size) })
      spent.set(size, [])
    }
    for (let round = 0; round < warmUp + samples; round++) {
      for (const { size, ctx } of lists) {
        const started = performance.now()
        const times = await findFreeTimes(ctx)
        if (times.length === 0) throw new Error('no free times to list')
        if (round >= warmUp) spent.get(size)?.push(performance.now() - started)
      }
    }
    const p95 = (size: number): number => spent.get(size)?.toSorted((a, b) => a - b)[Math.ceil(samples * 0.95) - 1] ?? Number.NaN
    emit({ name: `${name}, 100,000 bookings, p95`, value: p95(100_000), unit: 'ms', bar: { of: 'value', most: 10 } })
    emit({
      name: `${name}, 500,000 bookings against 10,000, p95`,
      value: p95(500_000),
      unit: 'ms',
      against: p95(10_000),
      bar: { of: 'ratio', most: 1.5 },
    })
  } finally {
    for (const desk of desks) await desk.close()
    await server.stop()
    await rm(dataDir, { recursive: true, force: true })
  }
}

async function openDeskOf(serverUrl: string, size: number): Promise<TestDesk> {
  const url = new URL(serverUrl)
  url.pathname = `/times_${size}`
  const { db, close } = openDatabase(serverUrl, { max: 1 })
  await db.execute(sql.raw(`create database times_${size}`))
  await close()
  await migrate(url.href)
  return createTestDesk({ on: { url: url.href, drop: async () => undefined } })
}

/** Reviewers, and as many bookings; then what autovacuum would do before long. */
async function fill(desk: TestDesk, size: number): Promise<Ctx> {
  for (let index = 0; index < reviewers; index++) await desk.addReviewer(`Bench ${index}`)
  const { found } = await newInvited(desk)
  const { db } = desk.database
  const now = desk.now().toISOString()
  await bookComing(db, now)
  const made = Number((await db.execute<{ count: string }>(sql`select count(*) from bookings`))[0]?.count)
  await bookPast(db, now, { caseId: found.id, count: size - made })
  await db.execute(sql`vacuum analyze`)
  return { ...desk.ctxFor(job), policy: { ...desk.ctxFor(job).policy, horizonDays: 14 } }
}

/** Every second slot of the next 14 days, each for a case of its own. */
async function bookComing(db: Db, now: string): Promise<void> {
  const slots = sql`
    select staff.id as reviewer, day + make_interval(mins => 40 * slot) as starts, row_number() over () as number
    from staff, generate_series(${now}::timestamptz, ${now}::timestamptz + interval '13 days', interval '1 day') day,
      generate_series(0, 12) slot where 'reviewer' = any(roles)`
  await db.execute(sql`
    with slots as (${slots}), persons as (
      insert into people (id, telegram_id, locale, created_at)
      select gen_random_uuid(), 900000000 + number, 'en', ${now}::timestamptz from slots returning id, telegram_id
    ), booked as (
      insert into cases (id, code, person_id, state, scope, created_at)
      select gen_random_uuid(), 'B-' || (telegram_id - 900000000), id, 'booked', '{identity}', ${now}::timestamptz from persons
      returning id, code
    )
    insert into bookings (id, case_id, reviewer_id, starts_at, ends_at, blocked_until, created_at, set_at)
    select gen_random_uuid(), booked.id, reviewer, starts, starts + interval '15 minutes', starts + interval '20 minutes',
      ${now}::timestamptz, ${now}::timestamptz
    from slots join booked on booked.code = 'B-' || slots.number`)
}

async function bookPast(db: Db, now: string, { caseId, count }: { caseId: string; count: number }): Promise<void> {
  await db.execute(sql`
    with reviewers as (select id, row_number() over () as number from staff where 'reviewer' = any(roles))
    insert into bookings (id, case_id, reviewer_id, starts_at, ends_at, blocked_until, status, created_at, set_at, ended_at)
    select gen_random_uuid(), ${caseId}::uuid, reviewers.id, at, at + interval '15 minutes', at + interval '20 minutes', 'attended', at, at, at
    from generate_series(1, ${count}::int) made
    join reviewers on reviewers.number = 1 + made % ${reviewers},
    lateral (select ${now}::timestamptz - make_interval(mins => 30 + 20 * (made / ${reviewers})) as at) times`)
}
