import type { Outcome } from '../../db/values.ts'
import { findReason, type Reason } from '../verdict/rules.ts'

export type Family = Reason['family']

/** Two people agree who come to the same outcome; their reasons may differ. */
export const agree = (one: Outcome, other: Outcome | null): boolean => one === other

/** The families of reasons that a verdict stands on, each once. */
export const familiesOf = (codes: readonly string[]): Family[] => [
  ...new Set(codes.flatMap(code => findReason(code)?.family ?? [])),
]

/** In how many of so many verdicts. */
export interface Share {
  count: number
  of: number
}

export interface Drift {
  family: Family
  own: Share
  desk: Share
  /** percentage points above the desk (or below, negative), rounded */
  points: number
}

/** Fewer verdicts say nothing, and a smaller difference is chance. */
const leastVerdicts = 10
const leastPoints = 15

export const percent = ({ count, of }: Share): number => (of === 0 ? 0 : Math.round((count / of) * 100))

type Counts = ReadonlyMap<Family, number>

/**
 * How often somebody gives a family of reasons, beside the whole desk, in percentage points: what can be checked with a pencil. The largest
 * difference first.
 */
export function driftOf(own: { verdicts: number; counts: Counts }, desk: { verdicts: number; counts: Counts }): Drift[] {
  const families = [...desk.counts.keys()]
  return families
    .map(family => {
      const mine = { count: own.counts.get(family) ?? 0, of: own.verdicts }
      const all = { count: desk.counts.get(family) ?? 0, of: desk.verdicts }
      return { family, own: mine, desk: all, points: percent(mine) - percent(all) }
    })
    .sort((a, b) => Math.abs(b.points) - Math.abs(a.points))
}

/** Worth a talk: enough verdicts, and a difference that is more than chance would make. */
export const standsOut = ({ own, points }: Drift): boolean => own.of >= leastVerdicts && Math.abs(points) >= leastPoints

/** Of an even number the lower middle one; null of none. */
export function median(values: readonly number[]): number | null {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? null
}
