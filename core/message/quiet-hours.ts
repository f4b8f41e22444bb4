import { Temporal } from 'temporal-polyfill'
import type { Policy } from '../policy.ts'
import type { MessageKind } from './kinds.ts'

type Hours = Pick<Policy, 'quietFromMinute' | 'quietUntilMinute'>

/**
 * The one rule of the quiet hours (22:00 to 8:00 in the applicant's zone; equal ends: none). What is on the person's own account goes at
 * any hour: answers to an act of theirs, verdicts and what follows from them, and whatever belongs to a call within two hours. The day's
 * reminder moves out of them (`awakeMoment`); the kinds below wait in the outbox until they end, and their chat does not wait with them.
 */
const waiting: ReadonlySet<MessageKind> = new Set(['again-open'])

export const mayWait = (kind: MessageKind): boolean => waiting.has(kind)

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
