import { type SQL, sql } from 'drizzle-orm'
import type { Ctx } from '../context.ts'
import { lastDays } from '../desk/local-days.ts'

/** The lists that an admin's queue can be cut down to. */
export const queueFilters = [
  'all',
  'hold',
  'late',
  'today',
  'submitted',
  'invited',
  'booked',
  'reviewing',
  'confirming',
  'appealed',
  'conditional',
  'draft',
] as const
export type QueueFilter = (typeof queueFilters)[number]

/** No list is counted or turned further than this: nobody reads so far, and the answer takes as long as it does with few cases. */
export const mostCounted = 1000

/**
 * Where a list's cases are found: rows of `id`, `held` and `due`, by indexes of their own in that order. The words of the conditions stand
 * in the statement itself, not in parameters, since only so the partial indexes can be used.
 */
export type Source = (most: number) => SQL

/** Whoever waits for a decision of ours, or for the applicant; booked ones are found by their time. */
const waiting = sql.raw(`('submitted', 'invited', 'reviewing', 'confirming', 'conditional', 'appealed')`)
const open = sql.raw(`('submitted', 'invited', 'booked', 'reviewing', 'confirming', 'conditional', 'appealed')`)
const owed = sql.raw(`('submitted', 'reviewing', 'confirming', 'appealed')`)

const ofCases =
  (where: SQL): Source =>
  most =>
    sql`select c.id, c.hold is not null as held, c.deadline_at as due from cases c
    where ${where} order by c.deadline_at, c.id limit ${most}::int`

const ofBookings =
  (where: SQL): Source =>
  most =>
    sql`select c.id, c.hold is not null as held, b.starts_at as due from bookings b join cases c on c.id = b.case_id
    where b.status = 'active' and ${where} order by b.starts_at, b.id limit ${most}::int`

/** What stands in the list. `zone`: whose today is meant. */
export function sourcesOf(ctx: Ctx, filter: QueueFilter, zone: string): Source[] {
  switch (filter) {
    case 'all':
      return [
        held,
        ofCases(sql`c.hold is null and c.state in ${waiting}`),
        ofBookings(sql`c.state = 'booked' and c.hold is null`),
      ]
    case 'hold':
      return [held]
    case 'late':
      return [ofCases(lateNow(ctx))]
    case 'booked':
      return [ofBookings(sql`c.state = 'booked'`)]
    case 'today':
      return [ofBookings(startsToday(ctx, zone))]
    default:
      return [ofCases(inState(filter))]
  }
}

/** How many stand in the list, up to `mostCounted`: by the same indexes, and without a look at any row. All is the sum of the states. */
export function countOf(ctx: Ctx, filter: Exclude<QueueFilter, 'all'>, zone: string): SQL {
  const counted = (from: SQL, where: SQL) =>
    sql`(select count(*)::int from (select 1 from ${from} where ${where} limit ${mostCounted}::int) x)`
  if (filter === 'today') return counted(sql`bookings b`, sql`b.status = 'active' and ${startsToday(ctx, zone)}`)
  if (filter === 'hold') return counted(sql`cases c`, onHold)
  return counted(sql`cases c`, filter === 'late' ? lateNow(ctx) : inState(filter))
}

const inState = (state: QueueFilter): SQL => sql.raw(`c.state = '${state}'`)
const onHold = sql`c.hold is not null and c.state in ${open}`
const held = ofCases(onHold)
const lateNow = (ctx: Ctx): SQL => sql`c.state in ${owed} and c.deadline_at <= ${ctx.now().toISOString()}::timestamptz`

function startsToday(ctx: Ctx, zone: string): SQL {
  const { from, until } = lastDays(zone, ctx.now(), 1)
  return sql`b.starts_at >= ${from.toISOString()}::timestamptz and b.starts_at < ${until.toISOString()}::timestamptz`
}
