/**
 * A second, naive way to the same answer, for property tests: it steps through every minute of UTC, asks Intl what the wall clock
 * shows, and notes the first minute at which it shows each time. No arithmetic with offsets, and nothing of the code under test.
 */
const dayMs = 86_400_000
const formats = new Map<string, Intl.DateTimeFormat>()
const walls = new Map<string, string[]>()

function formatOf(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone)
  if (known) return known
  const digits = { year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' } as const
  const made = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, hourCycle: 'h23', ...digits })
  formats.set(zone, made)
  return made
}

/** `2026-03-29 01:40`, as the clock of the zone shows it. */
export const wallShown = (zone: string, moment: number): string => formatOf(zone).format(moment)

function wallsOfUtcDay(zone: string, day: number): string[] {
  const key = `${zone} ${day}`
  const known = walls.get(key)
  if (known) return known
  const made = Array.from({ length: 1440 }, (_, minute) => wallShown(zone, day * dayMs + minute * 60_000))
  walls.set(key, made)
  return made
}

/** Wall time → the first moment at which the clock shows it, for the local dates from `firstDay` to `lastDay` and a day more. */
export function firstMoments(zone: string, firstDay: number, lastDay: number): Map<string, number> {
  const moments = new Map<string, number>()
  for (let day = firstDay - 2; day <= lastDay + 3; day++) {
    for (const [minute, wall] of wallsOfUtcDay(zone, day).entries())
      if (!moments.has(wall)) moments.set(wall, day * dayMs + minute * 60_000)
  }
  return moments
}

export const writtenDate = (day: number): string => new Date(day * dayMs).toISOString().slice(0, 10)

/** `2026-03-30 00:20` for minute 1460 of 2026-03-29. */
export function writtenWall(day: number, minute: number): string {
  return new Date(day * dayMs + minute * 60_000).toISOString().slice(0, 16).replace('T', ' ')
}
