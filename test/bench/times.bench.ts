import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { findFreeTimes } from '../../core/booking/free-times.ts'
import { startEmbedded } from '../../db/embedded.ts'
import { migrate } from '../../db/migrate.ts'
import { createTestDesk, job, newInvited } from '../support/desk.ts'
import type { Emit } from './measurement.ts'

export const name = 'times'

const reviewers = 50
const samples = 60
const warmUp = 10
const log = { info: () => undefined, warn: () => undefined, error: () => undefined }

/**
 * The list of free times for 14 days and 50 reviewers, half of whose coming slots are booked; the rest of the bookings lie back. Read by
 * the function that the chat calls, on a database of its own.
 */
export async function run(emit: Emit): Promise<void> {
  const dataDir = await mkdtemp(join(tmpdir(), 'mianshen-bench-'))
  const server = await startEmbedded({ dataDir, log })
  await migrate(server.url)
  const desk = await createTestDesk({ on: { url: server.url, drop: async () => undefined } })
  try {
    for (let index = 0; index < reviewers; index++) await desk.addReviewer(`Bench ${index}`)
    const { found } = await newInvited(desk)
    const { db } = desk.database
    const ctx = { ...desk.ctxFor(job), policy: { ...desk.ctxFor(job).policy, horizonDays: 14 } }
    const now = desk.now().toISOString()
    await bookComing()
    let made = Number((await db.execute<{ count: string }>(sql`select count(*) from bookings`))[0]?.count)
    const p95: number[] = []
    for (const bookings of [10_000, 100_000, 500_000]) {
      await bookPast(bookings - made)
      made = bookings
      await db.execute(sql`analyze bookings`)
      p95.push(await measure())
    }
    const [least = Number.NaN, some = Number.NaN, most = Number.NaN] = p95
    emit({ name: `${name}, 100,000 bookings, p95`, value: some, unit: 'ms', bar: { of: 'value', most: 10 } })
    emit({
      name: `${name}, 500,000 bookings against 10,000, p95`,
      value: most,
      unit: 'ms',
      against: least,
      bar: { of: 'ratio', most: 1.5 },
    })

    async function measure(): Promise<number> {
      const spent: number[] = []
      for (let round = 0; round < warmUp + samples; round++) {
        const started = performance.now()
        const times = await findFreeTimes(ctx)
        if (times.length === 0) throw new Error('no free times to list')
        if (round >= warmUp) spent.push(performance.now() - started)
      }
      return spent.toSorted((a, b) => a - b)[Math.ceil(samples * 0.95) - 1] ?? Number.NaN
    }

    /** Every second slot of the next 14 days, each for a case of its own. */
    async function bookComing(): Promise<void> {
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

    async function bookPast(count: number): Promise<void> {
      await db.execute(sql`
        with reviewers as (select id, row_number() over () as number from staff where 'reviewer' = any(roles))
        insert into bookings (id, case_id, reviewer_id, starts_at, ends_at, blocked_until, status, created_at, set_at, ended_at)
        select gen_random_uuid(), ${found.id}::uuid, reviewers.id, at, at + interval '15 minutes', at + interval '20 minutes', 'attended', at, at, at
        from generate_series(1, ${count}::int) made
        join reviewers on reviewers.number = 1 + made % ${reviewers},
        lateral (select ${now}::timestamptz - make_interval(mins => 30 + 20 * (made / ${reviewers})) as at) times`)
    }
  } finally {
    await desk.close()
    await server.stop()
    await rm(dataDir, { recursive: true, force: true })
  }
}
