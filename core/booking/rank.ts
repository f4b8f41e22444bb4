/** A reviewer who could take a booking, with what decides the order. Counts are of bookings that weigh: held or attended, no no-shows. */
export interface Candidate {
  id: string
  weight: number
  speaks: boolean
  /** had this case before */
  earlier: boolean
  /** since when there, epoch ms; undefined: longer than the counts reach back */
  since: number | undefined
  /** when each of the bookings that weigh was made, epoch ms, counted by the `since` of all candidates: see `bucketOf` */
  counts: ReadonlyMap<number, number>
}

/** Bookings made before the first of the sorted moments fall into bucket 0, between the first and the second into 1, and so on. */
export function bucketOf(moment: number, sorted: readonly number[]): number {
  return sorted.filter(since => since <= moment).length
}

/**
 * Best first: who speaks the applicant's language, who did not have the case before, who has the least load for the weight; equal ones
 * as the dice fall.
 */
export function rank(candidates: readonly Candidate[], dice: (id: string) => number): string[] {
  const loads = relativeLoads(candidates)
  const thrown = new Map(candidates.map(({ id }) => [id, dice(id)]))
  const keysOf = ({ id, speaks, earlier }: Candidate) => [
    speaks ? 0 : 1,
    earlier ? 1 : 0,
    loads.get(id) ?? 0,
    thrown.get(id) ?? 0,
  ]
  return candidates
    .map(candidate => ({ id: candidate.id, keys: keysOf(candidate) }))
    .sort((a, b) => compare(a.keys, b.keys))
    .map(({ id }) => id)
}

function compare(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((key, index) => key !== b[index])
  return at < 0 ? 0 : (a[at] ?? 0) - (b[at] ?? 0)
}

/**
 * Bookings for one unit of weight. Whoever came later starts at the mean of those who were there: with nothing, a newcomer would be
 * given every booking until the others are reached.
 */
export function relativeLoads(candidates: readonly Candidate[]): Map<string, number> {
  const sinces = sincesOf(candidates)
  const head = new Map<string, number>()
  const byArrival = candidates.toSorted((a, b) => (a.since ?? 0) - (b.since ?? 0))
  for (const { id, since, weight, counts } of byArrival) {
    if (since === undefined) continue
    const bucket = bucketOf(since, sinces)
    const before = (of: Candidate) => countUpTo(of.counts, bucket) + (head.get(of.id) ?? 0)
    const others = byArrival.filter(other => other.id !== id && (other.since ?? 0) < since)
    const mean = others.reduce((sum, other) => sum + before(other) / other.weight, 0) / (others.length || 1)
    head.set(id, Math.max(0, mean * weight - countUpTo(counts, bucket)))
  }
  return new Map(
    candidates.map(({ id, weight, counts }) => [
      id,
      (countUpTo(counts, Number.POSITIVE_INFINITY) + (head.get(id) ?? 0)) / weight,
    ]),
  )
}

export function sincesOf(candidates: readonly Pick<Candidate, 'since'>[]): number[] {
  return [...new Set(candidates.flatMap(({ since }) => since ?? []))].sort((a, b) => a - b)
}

/** Of the buckets before this one: what was made before the moment that opens it. */
function countUpTo(counts: ReadonlyMap<number, number>, bucket: number): number {
  let sum = 0
  for (const [at, count] of counts) if (at < bucket) sum += count
  return sum
}
