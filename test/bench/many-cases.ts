import { sql } from 'drizzle-orm'
import { hashOf } from '../../core/lookup/hash.ts'
import { normaliseName, phoneEnd } from '../../core/lookup/normalise.ts'
import { openLookupKey } from '../../core/vault/lookup-key.ts'
import type { Db } from '../../db/client.ts'
import { job, type TestDesk } from '../support/desk.ts'

const reviewers = 50
/** Of the n-th case: as the desk's codes are written. */
const codeOf = sql.raw(`'M-' || translate(upper(lpad(to_hex(n), 6, '0')), '01', 'XY')`)
export const commonName = '王伟'

/**
 * A desk with so many cases: seven in ten are over, the others stand in every state, some on hold. Calls lie side by side over fifty
 * reviewers, twenty minutes apart, backwards from now; each case has its events, its booking, its call, its verdict and what it is found by.
 */
export async function fillDesk(desk: TestDesk, count: number): Promise<void> {
  for (let index = 0; index < reviewers; index++) await desk.addReviewer(`Bench ${index}`)
  // one connection: the table of what is made is its own
  await desk.database.db.transaction(tx => fill(desk, tx, count))
  await desk.database.db.execute(sql`vacuum analyze`)
}

async function fill(desk: TestDesk, db: Pick<Db, 'execute'>, count: number): Promise<void> {
  const now = sql`${desk.now().toISOString()}::timestamptz`
  await db.execute(sql`create temporary table made as select n, gen_random_uuid() as id, gen_random_uuid() as person,
    (array['approved','approved','approved','approved','rejected','rejected','withdrawn','lapsed','draft','invited',
      'booked','reviewing','confirming','appealed','conditional','submitted','approved','approved','invited','rejected'])[1 + n % 20] as state,
    ${now} - make_interval(mins => 30 + 20 * (n / ${reviewers})) as at from generate_series(1, ${count}::int) n`)
  await db.execute(sql`insert into people (id, telegram_id, locale, created_at)
    select person, 700000000 + n, 'zh-CN', at from made`)
  await db.execute(sql`insert into cases (id, code, person_id, state, scope, hold, deadline_at, device_id, term_months, created_at, submitted_at, decided_at)
    select id, ${codeOf}, person, state, '{identity,environment,questions}',
      case when state = 'invited' and n % 7 = 0 then 'attempts-used-up' end,
      case when state in ('draft', 'invited', 'reviewing', 'confirming', 'appealed', 'conditional') then ${now} + make_interval(mins => n % 10000 - 200) end,
      'phone-pro', 12, at - interval '1 day', case when state <> 'draft' then at - interval '23 hours' end,
      case when state in ('approved', 'rejected', 'conditional') then at + interval '18 minutes' end
    from made`)
  await db.execute(sql`with steps as (
      select *, case when state = 'draft' then 1 when state in ('submitted', 'withdrawn') then 2 when state in ('invited', 'lapsed') then 3
        when state = 'booked' then 4 when state = 'reviewing' then 5 else 6 end as reached from made)
    insert into events (case_code, type, from_state, state, at, payload)
    select ${codeOf}, 'case.' || s, null, s, at - make_interval(mins => 60 * (6 - step::int)), '{}'
    from steps, lateral unnest(array['draft', 'submitted', 'invited', 'booked', 'reviewing', state]) with ordinality x(s, step) where step <= reached`)
  await db.execute(sql`with reviewers as (select id, row_number() over (order by name) - 1 as number from staff where 'reviewer' = any(roles))
    insert into bookings (id, case_id, reviewer_id, starts_at, ends_at, blocked_until, created_at, set_at, status, ended_at)
    select md5('booking' || n)::uuid, made.id, reviewers.id, t.at, t.at + interval '15 minutes', t.at + interval '20 minutes', t.at, t.at,
      case when state = 'booked' then 'active' when n % 16 = 4 then 'missed-by-applicant' else 'attended' end,
      case when state <> 'booked' then t.at + interval '12 minutes' end
    from made join reviewers on reviewers.number = n % ${reviewers},
      lateral (select case when state = 'booked' then ${now} + (${now} - at) else at end as at) t
    where state in ('approved', 'rejected', 'booked', 'confirming', 'appealed', 'conditional')`)
  await db.execute(sql`insert into calls (id, booking_id, opened_at, met_at, ended_at)
    select gen_random_uuid(), id, starts_at, starts_at + interval '1 minute', starts_at + interval '12 minutes' from bookings where status = 'attended'`)
  await db.execute(sql`insert into verdicts (id, case_id, booking_id, reviewer_id, outcome, reasons, idempotency_key, at, status, draw)
    select gen_random_uuid(), case_id, b.id, reviewer_id, case when c.state = 'rejected' then 'rejected' else 'approved' end,
      case when c.state = 'rejected' then array['PURPOSE_UNCLEAR'] else '{}' end, b.id::text, b.ends_at, 'final', 1
    from bookings b join cases c on c.id = b.case_id where b.status = 'attended' and c.state in ('approved', 'rejected')`)
  await fillLookups(desk, db, count)
  await db.execute(sql`drop table made`)
}

/** One name that fifty have, and a thousand ends of phones as they fall. */
async function fillLookups(desk: TestDesk, db: Pick<Db, 'execute'>, count: number): Promise<void> {
  const key = await openLookupKey(desk.ctxFor(job))
  const name = hashOf(key, 'name', normaliseName(commonName)).hash
  const ends = Array.from({ length: 1000 }, (_, end) => {
    const { hash } = hashOf(key, 'phone-end', phoneEnd(String(end).padStart(4, '0')) ?? '')
    return sql`(${end}::int, ${hash}::bytea)`
  })
  await db.execute(sql`insert into lookups (case_id, kind, hash, created_at)
    select id, 'name', case when n % ${Math.ceil(count / 50)}::int = 0 then ${name}::bytea else decode(md5(n::text), 'hex') end, at
      from made where state <> 'draft'
    union all select id, 'number', decode(md5('number' || n), 'hex'), at from made where state <> 'draft'
    union all select id, 'phone-end', ends.hash, at from made
      join (values ${sql.join(ends, sql`, `)}) ends(number, hash) on ends.number = n % 1000 where state <> 'draft'`)
}
