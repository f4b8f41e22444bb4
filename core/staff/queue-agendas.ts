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

/** A call so long before the agenda's hour is one of the small hours: it has an agenda to itself, and the morning's comes all the same. */
const smallHoursMinutes = 60

/** The agenda that a call belongs to. */
export interface AgendaDue {
  /** local date */
  day: string
  /** names the agenda of that date: the day's, or that of its small hours */
  key: string
  /** where this is the first call of that agenda */
  dueAt: Date
}

/** To which agenda of a reviewer a call belongs, and when that is due if no call of it is sooner. */
export function agendaOf(startsAt: Date, timeZone: string, policy: Policy): AgendaDue {
  const day = localDay(startsAt, timeZone)
  const usual = clockOn(Temporal.PlainDate.from(day), policy.agendaAt, timeZone)
  const early = after(startsAt, -minutes(headStartMinutes))
  const isSmallHours = startsAt < after(usual, -minutes(smallHoursMinutes))
  return { day, key: isSmallHours ? `${day} early` : day, dueAt: early < usual ? early : usual }
}

/** Queues the day's agenda for every reviewer whose morning it is and who has a call to come, and one before calls in the small hours: each once a local date. */
export async function queueAgendas(ctx: Ctx): Promise<number> {
  let queued = 0
  for (const { member, day, key, dueAt } of await readDays(ctx)) {
    const expiresAt = after(dueAt, minutes(lateMinutes))
    if (dueAt > ctx.now() || expiresAt <= ctx.now()) continue
    if (await queueAgenda(ctx, member, { day, key }, expiresAt)) queued++
  }
  return queued
}

type Member = typeof staff.$inferSelect
interface Day extends AgendaDue {
  member: Member
}

/**
 * The agendas of the local dates within a day from now on which reviewers have a call to come. One that was given to them after the
 * agenda was due makes none: they have just heard of it.
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
  const calls = rows.map(row => ({ ...row, agenda: agendaOf(row.booking.startsAt, row.member.timeZone, ctx.policy) }))
  const byAgenda = groupBy(calls, ({ member, agenda }) => `${member.id} ${agenda.key}`)
  return [...byAgenda.values()].flatMap(own => {
    const [first] = own
    if (!first) return []
    const { member, agenda } = first
    return own.some(({ booking }) => booking.setAt <= agenda.dueAt) ? [{ member, ...agenda }] : []
  })
}

async function queueAgenda(
  ctx: Ctx,
  member: Member,
  { day, key }: Pick<AgendaDue, 'day' | 'key'>,
  expiresAt: Date,
): Promise<boolean> {
  return transact(ctx, async ctx => {
    const marked = await ctx.db
      .insert(agendas)
      .values({ staffId: member.id, day: key, at: ctx.now() })
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

const localDay = (moment: Date, timeZone: string): string =>
  Temporal.Instant.fromEpochMilliseconds(moment.getTime()).toZonedDateTimeISO(timeZone).toPlainDate().toString()
