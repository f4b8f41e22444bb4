import { and, eq, inArray } from 'drizzle-orm'
import { hoursChanges } from '../../db/schema/hours.ts'
import { people } from '../../db/schema/people.ts'
import { staff } from '../../db/schema/staff.ts'
import { appendAudit } from '../audit/append.ts'
import { endOf, findOverlap, type Shift, type Window } from '../booking/day-windows.ts'
import { type Ctx, transact } from '../context.ts'
import { newId } from '../ids.ts'
import { queueMessage } from '../message/queue.ts'
import { refuse } from '../refusal.ts'
import { type Member, refuseUnlessAdmin } from './add.ts'
import { findOutside, type OutsideBooking } from './find-outside.ts'
import { differs, diffOf, type HoursDiff, holdsAlready } from './hours-diff.ts'
import { refuseHours } from './refuse-hours.ts'
import { type DeskDay, readDeskDays, readSchedule, type Schedule, writeSchedule } from './schedule.ts'

export interface ChangedHours {
  /** to undo it by; absent: nothing was different */
  changeId?: string
  member: Member
  diff: HoursDiff
  after: Schedule
  /** coming bookings that lie outside the hours now; they stay */
  outside: OutsideBooking[]
}

interface OfMember {
  staffId: string
}

/** Replaces the weekly windows on the weekdays named; no windows: days off. Refused with `hours-invalid` where shifts overlap, or one has no room for a review. */
export async function setHours(
  ctx: Ctx,
  { staffId, weekdays, windows }: OfMember & { weekdays: readonly number[]; windows: readonly Shift[] },
): Promise<ChangedHours> {
  refuseTooShort(ctx, windows)
  return changeHours(ctx, staffId, before => ({
    ...before,
    week: [...before.week.filter(shift => !weekdays.includes(shift.weekday)), ...windows],
  }))
}

/** Replaces the windows of local dates; none: days off; null: the week holds there again. */
export async function setDays(
  ctx: Ctx,
  { staffId, dates, windows }: OfMember & { dates: readonly string[]; windows: readonly Window[] | null },
): Promise<ChangedHours> {
  refuseTooShort(ctx, windows ?? [])
  return changeHours(ctx, staffId, (before, desk) =>
    windows !== null && dates.every(date => holdsAlready(before, desk, date, windows))
      ? before
      : {
          ...before,
          days: [
            ...before.days.filter(({ date }) => !dates.includes(date)),
            ...(windows === null ? [] : dates.map(date => ({ date, windows: [...windows] }))),
          ],
        },
  )
}

/** At most so many calls on one local date; null: no limit. */
export async function setDailyLimit(ctx: Ctx, { staffId, limit }: OfMember & { limit: number | null }): Promise<ChangedHours> {
  return changeHours(ctx, staffId, before => ({ ...before, dailyLimit: limit }))
}

/** The IANA zone on whose clock the member's hours are; what a browser told of the member's zone before no longer counts. */
export async function setZone(ctx: Ctx, { staffId, timeZone }: OfMember & { timeZone: string }): Promise<ChangedHours> {
  return transact(ctx, async ctx => {
    const own = ctx.db.select({ id: staff.personId }).from(staff).where(eq(staff.id, staffId))
    await ctx.db
      .update(people)
      .set({ timeZone: null, timeZoneLearnt: false })
      .where(and(inArray(people.id, own), people.timeZoneLearnt))
    return changeHours(ctx, staffId, before => ({ ...before, timeZone }))
  })
}

/** Puts back what a change replaced; `stale` when the hours were changed again since, or it is undone already. */
export async function undoHours(ctx: Ctx, input: { changeId: string }): Promise<ChangedHours> {
  return transact(ctx, async ctx => {
    const [change] = await ctx.db.select().from(hoursChanges).where(eq(hoursChanges.id, input.changeId)).for('update')
    if (!change?.staffId) return refuse('not-found', { what: 'staff' })
    if (change.undoneAt !== null) return refuse('stale', {})
    // guarantee: changes of a member hold schedules, since only `changeHours` writes them
    const [replaced, made] = [change.before as Schedule, change.after as Schedule]
    const undone = await changeHours(ctx, change.staffId, now => (isSame(now, made) ? replaced : refuse('stale', {})))
    await ctx.db.update(hoursChanges).set({ undoneAt: ctx.now() }).where(eq(hoursChanges.id, change.id))
    return undone
  })
}

/**
 * Every change of a member's hours: by an admin, or the member for themselves. Bookings already made stay. The whole schedule before and
 * after goes into the desk's audit chain, and the member hears of it, unless it was their own doing.
 */
async function changeHours(
  ctx: Ctx,
  staffId: string,
  change: (before: Schedule, desk: readonly DeskDay[]) => Schedule,
): Promise<ChangedHours> {
  return transact(ctx, async ctx => {
    const isOwn = ctx.actor.kind === 'staff' && ctx.actor.staffId === staffId
    if (!isOwn) refuseUnlessAdmin(ctx)
    const [member] = await ctx.db.select().from(staff).where(eq(staff.id, staffId)).for('update')
    if (!member || member.removedAt !== null) return refuse('not-found', { what: 'staff' })
    const before = await readSchedule(ctx, member)
    const desk = await readDeskDays(ctx)
    const wanted = change(before, desk)
    refuseOverlap(wanted.week)
    await writeSchedule(ctx, staffId, wanted)
    const { timeZone, dailyLimit } = wanted
    const after = await readSchedule(ctx, { id: staffId, timeZone, dailyLimit })
    const outside = await findOutside(ctx, [staffId])
    const diff = diffOf(before, after, desk)
    if (isSame(before, after)) return { member, diff, after, outside }
    const changeId = newId(ctx)
    await ctx.db.insert(hoursChanges).values({ id: changeId, staffId, before, after, at: ctx.now() })
    await appendAudit(ctx, 'desk', 'hours.set', { staff: staffId, before, after })
    // the process itself seeds hours: nobody need hear of that, nor of an entry that leaves the working times as they were
    if (!isOwn && ctx.actor.kind === 'staff' && differs(diff))
      await queueMessage(ctx, { personId: member.personId, kind: 'hours-changed', params: { changeId } })
    return { changeId, member: { ...member, timeZone, dailyLimit }, diff, after, outside }
  })
}

function refuseOverlap(week: readonly Shift[]): void {
  const overlap = findOverlap(week)
  if (overlap) refuseHours('overlap-days', overlap.map(clockOfWindow).join(' '), { shifts: overlap })
}

/** A shift in which not one review fits would be accepted and never offered. */
function refuseTooShort({ policy }: Ctx, windows: readonly Window[]): void {
  const short = windows.find(window => endOf(window) - window.startMinute < policy.slotMinutes)
  if (short) refuseHours('too-short', clockOfWindow(short), { minutes: policy.slotMinutes })
}

const clockOfWindow = ({ startMinute, endMinute }: Window): string => `${clock(startMinute)}-${clock(endMinute)}`

const clock = (minute: number): string => `${Math.floor(minute / 60)}:${String(minute % 60).padStart(2, '0')}`

const isSame = (a: Schedule, b: Schedule): boolean => JSON.stringify(inOrder(a)) === JSON.stringify(inOrder(b))

/** jsonb keeps keys in an order of its own. */
function inOrder({ timeZone, dailyLimit, week, days }: Schedule): unknown {
  const plain = ({ startMinute, endMinute }: Window) => [startMinute, endMinute]
  return [
    timeZone,
    dailyLimit,
    week.map(shift => [shift.weekday, ...plain(shift)]),
    days.map(({ date, windows }) => [date, windows.map(plain)]),
  ]
}
