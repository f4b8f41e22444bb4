import { sql } from 'drizzle-orm'
import type { Ctx } from '../context.ts'
import { localClock, todayIn } from './local-clock.ts'
import type { Availability } from './read-availability.ts'

/** How many more calls a reviewer may have today, by their own calendar. */
export function callsLeftToday({ zone, dailyLimit, taken, spent }: Availability, now: Date): number {
  if (dailyLimit === null) return Number.POSITIVE_INFINITY
  const today = todayIn(zone, now)
  const clock = localClock(zone, today - 1, today + 1)
  const starts = [...Array.from(spent), ...Array.from(taken).filter((_, index) => index % 2 === 0)]
  return Math.max(0, dailyLimit - starts.filter(start => clock.dayOf(start) === today).length)
}

/**
 * Those of the reviewers who have room on the day of a call, in the order given. No constraint holds a daily limit, so who has one is
 * locked until the transaction ends and counted again. All are locked at once, in the order of the ids, with the locks of movers
 * (see `lockReviewers`). `wait` false, for who holds such locks already: somebody else's reviewer is passed over, not waited for.
 */
export async function keepBelowLimit(
  ctx: Ctx,
  reviewers: readonly string[],
  { caseId, startsAt, wait = true }: { caseId: string; startsAt: Date; wait?: boolean },
): Promise<readonly string[]> {
  const ids = JSON.stringify(reviewers)
  const lock = wait
    ? sql`pg_advisory_xact_lock(hashtextextended(id::text, 11)) is not null`
    : sql`pg_try_advisory_xact_lock(hashtextextended(id::text, 11))`
  const limited = await ctx.db.execute<{ id: string; locked: boolean }>(sql`
    select id, ${lock} as locked from (
      select id from staff
      where daily_limit is not null and id in (select value::uuid from jsonb_array_elements_text(${ids}::jsonb)) order by id
    ) sorted`)
  if (limited.length === 0) return reviewers
  const full = await findFull(ctx, ids, { caseId, startsAt })
  const missed = limited.filter(({ locked }) => !locked).map(({ id }) => id)
  const left = new Set([...full, ...missed])
  return reviewers.filter(id => !left.has(id))
}

/** Counted as the list of free times counts (see `readAvailability`): by the local date on which a call begins. */
async function findFull(ctx: Ctx, ids: string, { caseId, startsAt }: { caseId: string; startsAt: Date }): Promise<string[]> {
  const [start, now] = [startsAt.toISOString(), ctx.now().toISOString()]
  const rows = await ctx.db.execute<{ id: string }>(sql`
    select id from staff
    where daily_limit is not null and id in (select value::uuid from jsonb_array_elements_text(${ids}::jsonb)) and daily_limit <= (
      select count(*) from bookings
      where reviewer_id = staff.id and case_id <> ${caseId}
        and starts_at between ${start}::timestamptz - interval '2 days' and ${start}::timestamptz + interval '2 days'
        and (starts_at at time zone staff.time_zone)::date = (${start}::timestamptz at time zone staff.time_zone)::date
        and (status in ('active', 'attended', 'technical')
          or (status = 'held' and held_until > ${now}::timestamptz)))`)
  return rows.map(({ id }) => id)
}
