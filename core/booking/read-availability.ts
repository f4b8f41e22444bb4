import { sql } from 'drizzle-orm'
import type { Ctx } from '../context.ts'
import { after, days } from '../policy.ts'
import type { Shift, Window, WorkCalendar } from './day-windows.ts'

/** Whom an applicant could get, and what stands in the way; read in one statement, so that it is of one moment. */
export interface Availability {
  staffId: string
  zone: string
  dailyLimit: number | null
  /** the calendar as text: equal texts are equal calendars */
  calendar: string
  /** start and end (buffer included) of what is taken, epoch milliseconds, one after the other, soonest first */
  taken: ArrayLike<number>
  /** absences, epoch milliseconds */
  away: readonly { from: number; until: number }[]
  /** starts of the calls of the last days that are over and count towards a daily limit; epoch milliseconds */
  spent: ArrayLike<number>
}

/** No booking lasts longer than this, buffer included. */
const longestBookingDays = 1

type Row = {
  id: string
  zone: string
  daily_limit: number | null
  calendar: string
  taken: string | null
  spent: string | null
  away: string | null
}

/**
 * Every reviewer's calendar and bookings around the horizon. Instead of rows the database hands over one line a reviewer, with
 * moments in their binary form: to write thousands of them as text, sorted, would cost three times the query. `exceptCase`: its
 * booking is left out. `at`: only what is taken around that moment, its whole local day included.
 */
export async function readAvailability(
  ctx: Ctx,
  { exceptCase, at }: { exceptCase?: string | undefined; at?: Date | undefined } = {},
): Promise<Availability[]> {
  const now = ctx.now()
  const moment = now.toISOString()
  const from = after(now, -days(longestBookingDays)).toISOString()
  const until = after(now, days(ctx.policy.horizonDays + 3)).toISOString()
  const [takenFrom, takenUntil] = at ? [after(at, -days(2)).toISOString(), after(at, days(2)).toISOString()] : [from, until]
  const [firstDate, lastDate] = [after(now, -days(3)).toISOString().slice(0, 10), until.slice(0, 10)]
  const other = exceptCase ? sql`and case_id <> ${exceptCase}` : sql``
  const rows = await ctx.db.execute<Row>(sql`
    with week as (
      select staff_id, json_agg(json_build_array(weekday, start_minute, end_minute) order by weekday, start_minute) as shifts
      from shifts group by staff_id
    ), own as (
      select staff_id, json_object_agg(date, windows order by date) as days
      from day_exceptions where date between ${firstDate}::date and ${lastDate}::date group by staff_id
    ), desk as (
      select json_object_agg(date, works_as order by date) as days
      from desk_days where date between ${firstDate}::date and ${lastDate}::date
    ), taken as (
      select reviewer_id, encode(string_agg(timestamptz_send(starts_at) || timestamptz_send(blocked_until), ''), 'base64') as spans
      from (
        select reviewer_id, case_id, starts_at, blocked_until from bookings
        where status = 'active' and starts_at > ${takenFrom}::timestamptz and starts_at < ${takenUntil}::timestamptz
        union all
        select reviewer_id, case_id, starts_at, blocked_until from bookings
        where status = 'held' and held_until > ${moment}::timestamptz
      ) held
      where blocked_until > ${moment}::timestamptz ${other}
      group by reviewer_id
    ), away as (
      select staff_id, json_agg(json_build_object(
        'from', floor(extract(epoch from from_at) * 1000), 'until', ceil(extract(epoch from until_at) * 1000)))::text as spans
      from absences where until_at > ${moment}::timestamptz and from_at < ${until}::timestamptz group by staff_id
    )
    select staff.id, staff.time_zone as zone, staff.daily_limit, taken.spans as taken, spent.starts as spent, away.spans as away,
      json_build_array(week.shifts, own.days, desk.days)::text as calendar
    from staff
    left join week on week.staff_id = staff.id
    left join own on own.staff_id = staff.id
    cross join desk
    left join taken on taken.reviewer_id = staff.id
    left join away on away.staff_id = staff.id
    left join lateral (
      select encode(string_agg(timestamptz_send(starts_at), ''), 'base64') as starts
      from bookings
      where staff.daily_limit is not null and reviewer_id = staff.id and starts_at > ${from}::timestamptz - interval '1 day'
        and starts_at <= ${moment}::timestamptz ${other}
        and (status in ('attended', 'technical') or (status = 'active' and blocked_until <= ${moment}::timestamptz))
    ) spent on true
    where staff.removed_at is null and 'reviewer' = any(staff.roles)`)
  return rows.map(({ id, zone, daily_limit, calendar, taken, spent, away }) => ({
    staffId: id,
    zone,
    dailyLimit: daily_limit,
    calendar,
    taken: momentsIn(taken),
    spent: momentsIn(spent),
    away: away === null ? [] : (JSON.parse(away) as Availability['away'][number][]),
  }))
}

/** PostgreSQL counts from 2000-01-01, in microseconds. */
const itsEpochMs = Date.UTC(2000, 0, 1)

/** Moments in PostgreSQL's binary form, sorted. One reviewer's spans never overlap (G1), so each keeps its end behind its start. */
function momentsIn(base64: string | null): Float64Array {
  const bytes = Buffer.from(base64 ?? '', 'base64')
  const moments = new Float64Array(bytes.length / 8)
  for (let index = 0; index < moments.length; index++) {
    const micros = bytes.readInt32BE(index * 8) * 2 ** 32 + bytes.readUInt32BE(index * 8 + 4)
    moments[index] = itsEpochMs + micros / 1000
  }
  return moments.sort()
}

type Written = [[number, number, number][] | null, Record<string, Window[]> | null, Record<string, number> | null]

/** The calendar that `readAvailability` wrote as text. */
export function parseCalendar(text: string): WorkCalendar {
  // guarantee: made by the statement above from columns with checks
  const [shifts, own, desk] = JSON.parse(text) as Written
  const week: Shift[] = (shifts ?? []).map(([weekday, startMinute, endMinute]) => ({ weekday, startMinute, endMinute }))
  return { week, days: own ?? {}, desk: desk ?? {} }
}
