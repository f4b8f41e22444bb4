import { Temporal } from 'temporal-polyfill'

/** A stretch of whole local dates, from its first moment (inclusive) to the first moment after it; `dates` in order. */
export interface LocalDays {
  from: Date
  until: Date
  dates: string[]
}

/** The last so many local dates of a zone, today among them. A date whose midnight the clock skips begins with its first moment. */
export function lastDays(zone: string, now: Date, count: number): LocalDays {
  const today = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(zone).toPlainDate()
  const startOf = (date: Temporal.PlainDate) => new Date(date.toZonedDateTime(zone).epochMilliseconds)
  const first = today.subtract({ days: count - 1 })
  const dates = Array.from({ length: count }, (_, index) => first.add({ days: index }).toString())
  return { from: startOf(first), until: startOf(today.add({ days: 1 })), dates }
}
