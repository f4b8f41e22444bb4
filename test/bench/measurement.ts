/** What a benchmark emits; `scripts/bench.mjs` adds the ratio to `against`, and whether the bar holds. */
export interface Measurement {
  name: string
  value: number
  unit: string
  /** the same quantity of the floor or the peer, measured in the same run */
  against?: number
  bar?: { of: 'value' | 'ratio' } & ({ most: number } | { least: number })
}

export type Emit = (measurement: Measurement) => void

export function median(values: number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  const upper = sorted[middle] ?? Number.NaN
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2
}

export function percentile(values: number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.ceil((share / 100) * sorted.length) - 1)] ?? Number.NaN
}
