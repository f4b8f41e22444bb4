import type { Figures } from './figures.ts'

/** Of so many waits: half were over within `median` minutes, nine in ten within `ninth`. */
export interface Wait {
  count: number
  median: number
  ninth: number
}

/** From how many took how many minutes, in steps of `step`; undefined where there were none. A step counts with its end: nobody waited longer. */
export function waitOf(figures: Figures, prefix: string, step = 1): Wait | undefined {
  const steps = Object.entries(figures)
    .flatMap(([key, count]): [number, number][] => {
      const minutes = key.startsWith(`${prefix}.`) ? Number(key.slice(prefix.length + 1)) : Number.NaN
      return Number.isNaN(minutes) ? [] : [[minutes, count]]
    })
    .sort(([a], [b]) => a - b)
  const count = steps.reduce((sum, [, times]) => sum + times, 0)
  if (count === 0) return undefined
  const within = (share: number): number => {
    let seen = 0
    for (const [minutes, times] of steps) {
      seen += times
      if (seen >= count * share) return minutes + step
    }
    return Number.POSITIVE_INFINITY
  }
  return { count, median: within(0.5), ninth: within(0.9) }
}
