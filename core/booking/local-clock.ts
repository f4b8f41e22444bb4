import { Temporal } from 'temporal-polyfill'
import { createMemo } from '../memo.ts'

export const dayMs = 86_400_000
const minuteMs = 60_000

/** A local date as days since 1970-01-01; a wall clock as milliseconds since 1970-01-01T00:00 of that clock. No zone in either. */
export const dayNumber = (date: string): number => Date.parse(date) / dayMs
export const dateOf = (day: number): string => new Date(day * dayMs).toISOString().slice(0, 10)
/** 1 Monday … 7 Sunday; day 0 was a Thursday. */
export const weekdayOf = (day: number): number => ((((day + 3) % 7) + 7) % 7) + 1
export const wallAt = (day: number, minute: number): number => day * dayMs + minute * minuteMs

/** The wall clock of one zone over some days. */
export interface LocalClock {
  /** The first moment (epoch ms) at which the clock shows `wall`; undefined when it never does, because the clock skips it. */
  momentOf(wall: number): number | undefined
  /** What the clock shows at a moment. */
  wallOf(moment: number): number
  /** The local date of a moment, as a day number. */
  dayOf(moment: number): number
}

/** Between `from` (inclusive) and `until` a zone keeps one offset to UTC; milliseconds. */
interface Stretch {
  from: number
  until: number
  offset: number
}

/** Offsets lie within a day of UTC, Apia's jump over the date line included; a shift ends at most two days after its date begins. */
const marginMs = 3 * dayMs
const clocks = createMemo<LocalClock>(500)

/** The clock of an IANA zone, right for wall times from `firstDay` to the end of the day after `lastDay`. */
export function localClock(zone: string, firstDay: number, lastDay: number): LocalClock {
  return clocks(`${zone} ${firstDay} ${lastDay}`, () => {
    const stretches = stretchesOf(zone, firstDay * dayMs - marginMs, lastDay * dayMs + marginMs)
    return clockOf(stretches)
  })
}

function clockOf(stretches: readonly Stretch[]): LocalClock {
  const wallOf = (moment: number): number => {
    const stretch = stretches.find(({ until }) => moment < until) ?? stretches.at(-1)
    return moment + (stretch?.offset ?? 0)
  }
  return {
    wallOf,
    dayOf: moment => Math.floor(wallOf(moment) / dayMs),
    momentOf(wall) {
      for (const { from, until, offset } of stretches) {
        const moment = wall - offset
        if (moment >= from && moment < until) return moment
      }
      return undefined
    },
  }
}

/** Asked of Temporal once per zone and days, instead of once per slot. */
function stretchesOf(zone: string, from: number, until: number): Stretch[] {
  const stretches: Stretch[] = []
  let at = Temporal.Instant.fromEpochMilliseconds(from).toZonedDateTimeISO(zone)
  for (;;) {
    const next = at.getTimeZoneTransition('next')
    const end = Math.min(next?.epochMilliseconds ?? until, until)
    stretches.push({ from: at.epochMilliseconds, until: end, offset: at.offsetNanoseconds / 1e6 })
    if (!next || end >= until) return stretches
    at = next
  }
}

/** Today's local date in a zone, as a day number. */
export function todayIn(zone: string, now: Date): number {
  const day = Math.floor(now.getTime() / dayMs)
  return localClock(zone, day - 1, day + 1).dayOf(now.getTime())
}
