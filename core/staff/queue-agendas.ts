import { and, asc, eq, gte, isNull, lt } from 'drizzle-orm'
import { Temporal } from 'temporal-polyfill'
import { agendas, bookings } from '../../db/schema/bookings.ts'
import { cases } from '../../db/schema/cases.ts'
import { devices } from '../../db/schema/catalogue.ts'
import { staff } from '../../db/schema/staff.ts'
import { isConfirmed } from '../booking/confirm.ts'
import type { Booking } from '../booking/load.ts'
import { type Ctx, transact } from '../context.ts'
import { groupBy } from '../group-by.ts'
import { callUrl, deviceName } from '../message/prepare.ts'
import { queueMessage } from '../message/queue.ts'
import { clockOn } from '../message/quiet-hours.ts'
import type { AgendaView } from '../message/view.ts'
import { after, days, minutes, type Policy } from '../policy.ts'

/** An agenda that could not be sent for so long is dropped: the day is under way, and `/agenda` shows it. */
const lateMinutes = 4 * 60
/** Who begins before the agenda's hour hears an hour before the first call. */
const headStartMinutes = 60

/** When a reviewer's agenda of a local date is due, given the day's first call. */
export function agendaDueAt(day: string, timeZone: string, first: Date, policy: Policy): Date {
  const usual = clockOn(Temporal.PlainDate.from(day), policy.agendaAt, timeZone)
  const early = after(first, -minutes(headStartMinutes))
  return early < usual ? early : usual
}

/** Queues the day's agenda for every reviewer whose morning it is and who has a call to come: once a local date. */
export async function queueAgendas(ctx: Ctx): Promise<number> {
  let queued = 0
  for (const { member, day, dueAt } of await readDays(ctx)) {
    const expiresAt = after(dueAt, minutes(lateMinutes))
    if (dueAt > ctx.now() || expiresAt <= ctx.now()) continue
    if (await queueAgenda(ctx, member, day, expiresAt)) queued++
  }
  return queued
}

type Member = typeof staff.$inferSelect
interface Day {
  member: Member
  /** local date */
  day: string
  dueAt: Date
}

/**
 * The local dates within a day from now on which reviewers have a call to come. One that was given to them after the agenda was due
 * makes none: they have just heard of it.
 */
async function readDays(ctx: Ctx): Promise<Day[]> {
  const rows = await ctx.db
    .select({ member: staff, booking: bookings })
    .from(bookings)
    .innerJoin(staff, eq(staff.id, bookings.reviewerId))
    .where(
      and(
        eq(bookings.status, 'active'),
        isNull(staff.removedAt),
        gte(bookings.startsAt, ctx.now()),
        lt(bookings.startsAt, after(ctx.now(), days(1) + minutes(headStartMinutes))),
      ),
    )
    .orderBy(asc(bookings.startsAt))
  const byDay = groupBy(rows, ({ member, booking }) => `${member.id} ${localDay(booking.startsAt, member.timeZone)}`)
  return [...byDay.values()].flatMap(own => {
    const [first] = own
    if (!first) return []
    const { member, booking } = first
    const day = localDay(booking.startsAt, member.timeZone)
    const dueAt = agendaDueAt(day, member.timeZone, booking.startsAt, ctx.policy)
    return own.some(({ booking }) => booking.setAt <= dueAt) ? [{ member, day, dueAt }] : []
  })
}

async function queueAgenda(ctx: Ctx, member: Member, day: string, expiresAt: Date): Promise<boolean> {
  return transact(ctx, async ctx => {
    const marked = await ctx.db
      .insert(agendas)
      .values({ staffId: member.id, day, at: ctx.now() })
      .onConflictDoNothing()
      .returning()
    if (marked.length === 0) return false
    await queueMessage(ctx, { personId: member.personId, kind: 'agenda', params: { staffId: member.id, day }, expiresAt })
    return true
  })
}

/** What stands on that date now; undefined when nothing does any more. */
export async function prepareAgenda(
  ctx: Ctx,
  { staffId, day }: { staffId: string; day: string },
): Promise<AgendaView | undefined> {
  const rows = await ctx.db
    .select({ booking: bookings, code: cases.code, device: devices, timeZone: staff.timeZone })
    .from(bookings)
    .innerJoin(cases, eq(cases.id, bookings.caseId))
    .innerJoin(staff, eq(staff.id, bookings.reviewerId))
    .leftJoin(devices, eq(devices.id, cases.deviceId))
    .where(
      and(
        eq(bookings.reviewerId, staffId),
        eq(bookings.status, 'active'),
        gte(bookings.startsAt, ctx.now()),
        lt(bookings.startsAt, after(ctx.now(), days(2))),
      ),
    )
    .orderBy(asc(bookings.startsAt))
  const calls = rows
    .filter(({ booking, timeZone }) => localDay(booking.startsAt, timeZone) === day)
    .map(({ booking, code, device }) => callOf(ctx, booking, code, deviceName(device)))
  return calls.length > 0 ? { kind: 'agenda', day, calls } : undefined
}

function callOf(
  ctx: Ctx,
  booking: Booking,
  code: string,
  device: AgendaView['calls'][number]['device'],
): AgendaView['calls'][number] {
  const startsAt = booking.startsAt.toISOString()
  return { code, startsAt, device, confirmed: isConfirmed(booking), url: callUrl(ctx, booking, 'reviewer') }
}

export const localDay = (moment: Date, timeZone: string): string =>
  Temporal.Instant.fromEpochMilliseconds(moment.getTime()).toZonedDateTimeISO(timeZone).toPlainDate().toString()
