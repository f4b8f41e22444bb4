import { and, eq, inArray, isNull, sql } from 'drizzle-orm'
import { deskDays, hoursChanges } from '../../db/schema/hours.ts'
import { staff } from '../../db/schema/staff.ts'
import { appendAudit } from '../audit/append.ts'
import { dateOf, todayIn } from '../booking/local-clock.ts'
import { type Ctx, transact } from '../context.ts'
import { newId } from '../ids.ts'
import { queueMessage } from '../message/queue.ts'
import { refuse } from '../refusal.ts'
import { refuseUnlessAdmin } from '../staff/add.ts'
import { findOutside, type OutsideBooking } from '../staff/find-outside.ts'
import { refuseHours } from '../staff/refuse-hours.ts'
import { type DeskDay, readDeskDays } from '../staff/schedule.ts'
import { chinaDays } from './china-calendar.ts'

export interface ChangedDays {
  /** to undo it by; absent: nothing was different */
  changeId?: string
  /** the days that differ, as they are now and as they were; undefined: an ordinary day */
  differs: { date: string; before: DeskDay | undefined; after: DeskDay | undefined }[]
  /** coming bookings of anybody that lie outside their hours now; they stay */
  outside: OutsideBooking[]
}

/** The days from the office's today on, and the years whose calendar is known and not loaded. */
export async function readDays(ctx: Ctx): Promise<{ days: DeskDay[]; loadable: number[] }> {
  refuseUnlessAdmin(ctx)
  const today = officeToday(ctx)
  const all = await readDeskDays(ctx)
  const known = new Set(all.map(({ date }) => date))
  const thisYear = Number(today.slice(0, 4))
  const loadable = [thisYear, thisYear + 1].filter(year => chinaDays(year).some(({ date }) => date >= today && !known.has(date)))
  return { days: all.filter(({ date }) => date >= today), loadable }
}

/** Makes dates holidays or make-up working days of the whole desk. */
export async function setDeskDays(ctx: Ctx, input: { days: readonly DeskDay[] }): Promise<ChangedDays> {
  const dates = new Set(input.days.map(({ date }) => date))
  return changeDays(ctx, before => [...before.filter(({ date }) => !dates.has(date)), ...input.days])
}

/** Makes dates ordinary days again. */
export async function clearDeskDays(ctx: Ctx, input: { dates: readonly string[] }): Promise<ChangedDays> {
  return changeDays(ctx, before => before.filter(({ date }) => !input.dates.includes(date)))
}

/**
 * Loads what is left of China's calendar of a year, from the office's today on. Refused as `hours-invalid` where that year is not known
 * (year) or nothing of it is left (year-over). Loading it twice changes nothing.
 */
export async function loadChinaDays(ctx: Ctx, input: { year: number }): Promise<ChangedDays> {
  const known = chinaDays(input.year)
  if (known.length === 0) return refuseHours('year', String(input.year))
  const days = known.filter(({ date }) => date >= officeToday(ctx))
  if (days.length === 0) return refuseHours('year-over', String(input.year))
  return setDeskDays(ctx, { days })
}

const officeToday = (ctx: Ctx): string => dateOf(todayIn(ctx.officeTimeZone, ctx.now()))

/** Puts back what a change replaced; `stale` when the days were changed again since, or it is undone already. */
export async function undoDeskDays(ctx: Ctx, input: { changeId: string }): Promise<ChangedDays> {
  return transact(ctx, async ctx => {
    const [change] = await ctx.db.select().from(hoursChanges).where(eq(hoursChanges.id, input.changeId)).for('update')
    if (!change || change.staffId !== null) return refuse('not-found', { what: 'staff' })
    if (change.undoneAt !== null) return refuse('stale', {})
    // guarantee: changes of nobody hold the desk's days, since only `changeDays` writes them
    const [replaced, made] = [change.before as DeskDay[], change.after as DeskDay[]]
    const undone = await changeDays(ctx, now => (differences(now, made).length === 0 ? replaced : refuse('stale', {})))
    await ctx.db.update(hoursChanges).set({ undoneAt: ctx.now() }).where(eq(hoursChanges.id, change.id))
    return undone
  })
}

/** The dates on which two sets of days differ. */
export function differences(before: readonly DeskDay[], after: readonly DeskDay[]): ChangedDays['differs'] {
  const [was, is] = [before, after].map(days => new Map(days.map(day => [day.date, day])))
  const dates = [...new Set([...(was?.keys() ?? []), ...(is?.keys() ?? [])])].sort()
  return dates
    .map(date => ({ date, before: was?.get(date), after: is?.get(date) }))
    .filter(({ before, after }) => written(before) !== written(after))
}

const written = (day: DeskDay | undefined): string => (day ? `${day.worksAs} ${day.name.zh} ${day.name.en}` : '')

/** Every change of the desk's days, one after another; in the desk's audit chain, and told to every reviewer but the one who did it. */
async function changeDays(ctx: Ctx, change: (before: DeskDay[]) => DeskDay[]): Promise<ChangedDays> {
  return transact(ctx, async ctx => {
    refuseUnlessAdmin(ctx)
    await ctx.db.execute(sql`select pg_advisory_xact_lock(hashtextextended('desk-days', 11))`)
    const before = await readDeskDays(ctx)
    const after = change(before)
    const differs = differences(before, after)
    const gone = differs.filter(day => !day.after).map(({ date }) => date)
    if (gone.length > 0) await ctx.db.delete(deskDays).where(inArray(deskDays.date, gone))
    const rows = differs.flatMap(day => (day.after ? [rowOf(day.after)] : []))
    if (rows.length > 0)
      await ctx.db
        .insert(deskDays)
        .values(rows)
        .onConflictDoUpdate({
          target: deskDays.date,
          set: { worksAs: sql`excluded.works_as`, nameZh: sql`excluded.name_zh`, nameEn: sql`excluded.name_en` },
        })
    const outside = await findOutside(ctx)
    if (differs.length === 0) return { differs, outside }
    const changeId = newId(ctx)
    await ctx.db.insert(hoursChanges).values({ id: changeId, before, after, at: ctx.now() })
    await appendAudit(ctx, 'desk', 'days.set', {
      before: differs.map(day => day.before ?? null),
      after: differs.map(day => day.after ?? null),
    })
    await tellReviewers(ctx, changeId)
    return { changeId, differs, outside }
  })
}

const rowOf = ({ date, worksAs, name }: DeskDay) => ({ date, worksAs, nameZh: name.zh, nameEn: name.en })

async function tellReviewers(ctx: Ctx, changeId: string): Promise<void> {
  const reviewers = await ctx.db
    .select({ id: staff.id, personId: staff.personId })
    .from(staff)
    .where(and(isNull(staff.removedAt), sql`'reviewer' = any(${staff.roles})`))
  for (const { id, personId } of reviewers) {
    if (ctx.actor.kind === 'staff' && ctx.actor.staffId === id) continue
    await queueMessage(ctx, { personId, kind: 'desk-days-changed', params: { changeId } })
  }
}
