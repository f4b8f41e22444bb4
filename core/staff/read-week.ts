import { and, asc, eq, gt, inArray, isNull, lt } from 'drizzle-orm'
import { bookings } from '../../db/schema/bookings.ts'
import { staff } from '../../db/schema/staff.ts'
import { endOf, type WorkCalendar, windowsOn } from '../booking/day-windows.ts'
import { dateOf, type LocalClock, localClock, todayIn, wallAt, weekdayOf } from '../booking/local-clock.ts'
import type { Ctx } from '../context.ts'
import { readAbsences } from './absences.ts'
import { readDeskDays, readSchedule } from './schedule.ts'

/** Minutes of the local day, 0–1440. */
export interface Stretch {
  from: number
  until: number
}

/** One local date of a member: when the member works, what is booked, and why it is not as in other weeks. */
export interface WorkDay {
  date: string
  shifts: Stretch[]
  booked: Stretch[]
  /** the parts of the shifts that fall away: ill or on leave */
  away: Stretch[]
  why: 'own' | 'holiday' | 'works' | null
  name: { zh: string; en: string } | null
}

export interface TwoWeeks {
  name: string
  zone: string
  today: string
  days: WorkDay[]
}

const dayMs = 86_400_000
const shown = 14

/** The current and the following week of a member, Monday first, in the member's zone. Undefined for who is on the staff no longer. */
export async function readTwoWeeks(ctx: Ctx, staffId: string): Promise<TwoWeeks | undefined> {
  const [member] = await ctx.db
    .select()
    .from(staff)
    .where(and(eq(staff.id, staffId), isNull(staff.removedAt)))
  if (!member) return undefined
  const [schedule, desk] = [await readSchedule(ctx, member), await readDeskDays(ctx)]
  const today = todayIn(schedule.timeZone, ctx.now())
  const first = today - weekdayOf(today) + 1
  const calendar: WorkCalendar = {
    week: schedule.week,
    days: Object.fromEntries(schedule.days.map(({ date, windows }) => [date, windows])),
    desk: Object.fromEntries(desk.map(({ date, worksAs }) => [date, worksAs])),
  }
  // a shift and a call may reach over midnight
  const shifts = Array.from({ length: shown + 1 }, (_, index) => first - 1 + index).flatMap(day =>
    windowsOn(calendar, day).map(window => ({ from: wallAt(day, window.startMinute), until: wallAt(day, endOf(window)) })),
  )
  const clock = localClock(schedule.timeZone, first - 1, first + shown)
  const booked = await readBooked(ctx, staffId, clock, first)
  const away = await readAway(ctx, staffId, clock, first)
  const days = Array.from({ length: shown }, (_, index): WorkDay => {
    const date = dateOf(first + index)
    const holiday = desk.find(day => day.date === date)
    const own = date in (calendar.days ?? {})
    const why = own ? 'own' : holiday ? (holiday.worksAs === 0 ? 'holiday' : 'works') : null
    const inDay = (spans: readonly Stretch[]) => partsIn(spans, (first + index) * dayMs)
    const [works, missing] = [inDay(shifts), inDay(away)]
    const lost = works.flatMap(shift => overlapsOf(shift, missing))
    return { date, shifts: works, booked: inDay(booked), away: lost, why, name: own ? null : (holiday?.name ?? null) }
  })
  return { name: member.name, zone: schedule.timeZone, today: dateOf(today), days }
}

/** What is booked in those weeks, on the wall clock. */
async function readBooked(ctx: Ctx, staffId: string, clock: LocalClock, first: number): Promise<Stretch[]> {
  const rows = await ctx.db
    .select({ startsAt: bookings.startsAt, endsAt: bookings.endsAt })
    .from(bookings)
    .where(
      and(
        eq(bookings.reviewerId, staffId),
        inArray(bookings.status, ['active', 'attended']),
        gt(bookings.startsAt, new Date((first - 2) * dayMs)),
        lt(bookings.startsAt, new Date((first + shown + 1) * dayMs)),
      ),
    )
    .orderBy(asc(bookings.startsAt))
  return rows.map(({ startsAt, endsAt }) => ({ from: clock.wallOf(+startsAt), until: clock.wallOf(+endsAt) }))
}

/** When the member is away in those weeks, on the wall clock, which is asked about no other days. */
async function readAway(ctx: Ctx, staffId: string, clock: LocalClock, first: number): Promise<Stretch[]> {
  const [from, until] = [new Date((first - 1) * dayMs), new Date((first + shown + 1) * dayMs)]
  const spans = (await readAbsences(ctx, from, until)).filter(({ id }) => id === staffId)
  return spans.map(span => ({
    from: clock.wallOf(Math.max(span.from, +from)),
    until: clock.wallOf(Math.min(span.until, +until)),
  }))
}

/** The parts of spans of wall time that lie in the day, in its minutes. */
function partsIn(spans: readonly Stretch[], start: number): Stretch[] {
  return spans
    .map(({ from, until }) => ({ from: Math.max(0, (from - start) / 60_000), until: Math.min(1440, (until - start) / 60_000) }))
    .filter(({ from, until }) => from < until)
}

/** The parts of a stretch that others cover. */
function overlapsOf(stretch: Stretch, others: readonly Stretch[]): Stretch[] {
  return others
    .map(({ from, until }) => ({ from: Math.max(stretch.from, from), until: Math.min(stretch.until, until) }))
    .filter(({ from, until }) => from < until)
}
