import { and, eq, inArray } from 'drizzle-orm'
import { dayFigures } from '../../db/schema/desk.ts'
import type { Ctx } from '../context.ts'
import { lastDays } from '../desk/local-days.ts'
import { after, minutes } from '../policy.ts'
import { type Figures, readFigures } from './figures.ts'

/** A day is counted for good so long after it ended: what was dated before midnight has been written by then. */
const settledMinutes = 10
export const longestDays = 30

/**
 * The figures of each of the desk's last local dates. A date that is over never changes any more: it is counted once and kept, so that
 * a month takes hardly longer than a day, however many cases there are.
 */
export async function readDays(ctx: Ctx, count: number): Promise<{ date: string; figures: Figures }[]> {
  const zone = ctx.officeTimeZone
  const { dates } = lastDays(zone, ctx.now(), count)
  const kept = new Map(
    (await ctx.db.select().from(dayFigures).where(keptOf(zone, dates))).map(({ day, figures }) => [day, figures]),
  )
  const days: { date: string; figures: Figures }[] = []
  for (const [index, date] of dates.entries()) {
    const known = kept.get(date)
    days.push({ date, figures: known ?? (await countDay(ctx, date, dates.length - 1 - index)) })
  }
  return days
}

const keptOf = (zone: string, dates: readonly string[]) => and(eq(dayFigures.zone, zone), inArray(dayFigures.day, [...dates]))

/** Counts one date, and keeps it where it is over. `back`: how many days ago it was. */
async function countDay(ctx: Ctx, day: string, back: number): Promise<Figures> {
  const zone = ctx.officeTimeZone
  const { from } = lastDays(zone, ctx.now(), back + 1)
  const until = back === 0 ? lastDays(zone, ctx.now(), 1).until : lastDays(zone, ctx.now(), back).from
  const figures = await readFigures(ctx, { from, until })
  if (after(until, minutes(settledMinutes)) <= ctx.now())
    await ctx.db.insert(dayFigures).values({ day, zone, figures }).onConflictDoNothing()
  return figures
}

/** Counts the dates of the last month that are over and were not counted yet, so that nobody has to wait for them. */
export async function keepDays(ctx: Ctx): Promise<void> {
  const { dates } = lastDays(ctx.officeTimeZone, ctx.now(), longestDays)
  const kept = await ctx.db.$count(dayFigures, keptOf(ctx.officeTimeZone, dates))
  if (kept < longestDays - 1) await readDays(ctx, longestDays)
}
