import { Temporal } from 'temporal-polyfill'
import type { Policy } from '../policy.ts'
import type { MessageKind } from './kinds.ts'

type Hours = Pick<Policy, 'quietFromMinute' | 'quietUntilMinute'>

/**
 * The one rule of the quiet hours (22:00 to 8:00 in the applicant's zone; equal ends: none), and its one table. What is not in it goes at
 * any hour: answers to an act of theirs, verdicts and what follows from them, and whatever belongs to a call within two hours. The day's
 * reminder moves out of the night (`awakeMoment`).
 *
 * waits: it is as true in the morning, and lies in the outbox until then; its chat does not wait with it.
 * put-off: it may not be true by then, so it is not written at all; whoever would write it looks again in the morning.
 */
const atNight: Readonly<Partial<Record<MessageKind, 'waits' | 'put-off'>>> = {
  'again-open': 'waits',
  lapsed: 'waits',
  'earlier-free': 'put-off',
}

export const mayWait = (kind: MessageKind): boolean => atNight[kind] === 'waits'

/** Whether to write it later: it is night where the person is. */
export function isPutOff(kind: MessageKind, now: Date, timeZone: string, hours: Hours): boolean {
  return atNight[kind] === 'put-off' && quietUntil(now, timeZone, hours) !== undefined
}

/** When the quiet hours end in which somebody is now; undefined outside them. */
export function quietUntil(now: Date, timeZone: string, hours: Hours): Date | undefined {
  return quietSpan(now, timeZone, hours)?.until
}

/**
 * When something that is due at `dueAt`, and of no use from `latest` on, is sent: then; or when the quiet hours end; or, where that would
 * be too late, just before they begin: a reminder the evening before beats none.
 */
export function awakeMoment(dueAt: Date, latest: Date, timeZone: string, hours: Hours): Date {
  const quiet = quietSpan(dueAt, timeZone, hours)
  if (!quiet) return dueAt
  return quiet.until < latest ? quiet.until : quiet.from
}

/** The quiet hours around a moment, on the wall clock of the zone: also on a day of 23 or 25 hours. */
function quietSpan(
  moment: Date,
  timeZone: string,
  { quietFromMinute: quietFrom, quietUntilMinute: quietUntil }: Hours,
): { from: Date; until: Date } | undefined {
  if (quietFrom === quietUntil) return undefined
  const today = Temporal.Instant.fromEpochMilliseconds(moment.getTime()).toZonedDateTimeISO(timeZone).toPlainDate()
  // over midnight, the night that began yesterday, or the one that begins today
  const nights = quietFrom < quietUntil ? [today] : [today.subtract({ days: 1 }), today]
  for (const date of nights) {
    const from = clockOn(date, quietFrom, timeZone)
    const until = clockOn(quietFrom < quietUntil ? date : date.add({ days: 1 }), quietUntil, timeZone)
    if (from <= moment && moment < until) return { from, until }
  }
  return undefined
}

/** That minute of the day on that date; one that the clock skips is the moment after the skip. */
export function clockOn(date: Temporal.PlainDate, minuteOfDay: number, timeZone: string): Date {
  const time = { hour: Math.floor(minuteOfDay / 60), minute: minuteOfDay % 60 }
  return new Date(date.toPlainDateTime(time).toZonedDateTime(timeZone, { disambiguation: 'compatible' }).epochMilliseconds)
}
