import { asc, eq } from 'drizzle-orm'
import { dayExceptions, deskDays, shifts } from '../../db/schema/hours.ts'
import { staff } from '../../db/schema/staff.ts'
import type { Shift, Window, WorkCalendar } from '../booking/day-windows.ts'
import type { Ctx } from '../context.ts'
import { newId } from '../ids.ts'

export interface DayException {
  date: string
  windows: Window[]
}

/** All that says when a member works; small enough to be kept whole before and after each change. */
export interface Schedule {
  timeZone: string
  dailyLimit: number | null
  week: Shift[]
  /** by date */
  days: DayException[]
}

export interface DeskDay {
  date: string
  /** 0 closed; 1 Monday … 7 Sunday: that weekday's windows hold */
  worksAs: number
  name: { zh: string; en: string }
}

/** A member's weekly windows, Monday first. */
async function readWeek(ctx: Ctx, staffId: string): Promise<Shift[]> {
  return ctx.db
    .select({ weekday: shifts.weekday, startMinute: shifts.startMinute, endMinute: shifts.endMinute })
    .from(shifts)
    .where(eq(shifts.staffId, staffId))
    .orderBy(asc(shifts.weekday), asc(shifts.startMinute))
}

export async function readSchedule(
  ctx: Ctx,
  member: Pick<typeof staff.$inferSelect, 'id' | 'timeZone' | 'dailyLimit'>,
): Promise<Schedule> {
  const days = await ctx.db
    .select({ date: dayExceptions.date, windows: dayExceptions.windows })
    .from(dayExceptions)
    .where(eq(dayExceptions.staffId, member.id))
    .orderBy(asc(dayExceptions.date))
  const { timeZone, dailyLimit } = member
  return { timeZone, dailyLimit, week: await readWeek(ctx, member.id), days }
}

export async function writeSchedule(ctx: Ctx, staffId: string, { timeZone, dailyLimit, week, days }: Schedule): Promise<void> {
  await ctx.db.update(staff).set({ timeZone, dailyLimit }).where(eq(staff.id, staffId))
  await ctx.db.delete(shifts).where(eq(shifts.staffId, staffId))
  await ctx.db.delete(dayExceptions).where(eq(dayExceptions.staffId, staffId))
  if (week.length > 0) await ctx.db.insert(shifts).values(week.map(shift => ({ id: newId(ctx), staffId, ...shift })))
  if (days.length > 0) await ctx.db.insert(dayExceptions).values(days.map(day => ({ staffId, ...day })))
}

/** Holidays and make-up working days of the desk, by date. */
export async function readDeskDays(ctx: Ctx): Promise<DeskDay[]> {
  const rows = await ctx.db.select().from(deskDays).orderBy(asc(deskDays.date))
  return rows.map(({ date, worksAs, nameZh, nameEn }) => ({ date, worksAs, name: { zh: nameZh, en: nameEn } }))
}

/** The same as the slots are made from. */
export function calendarOf({ week, days }: Pick<Schedule, 'week' | 'days'>, desk: readonly DeskDay[]): WorkCalendar {
  return {
    week,
    days: Object.fromEntries(days.map(({ date, windows }) => [date, windows])),
    desk: Object.fromEntries(desk.map(({ date, worksAs }) => [date, worksAs])),
  }
}
