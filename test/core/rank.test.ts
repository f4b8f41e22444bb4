import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bucketOf, type Candidate, rank, relativeLoads, sincesOf } from '../../core/booking/rank.ts'

interface Member {
  id: string
  weight: number
  since?: number
}

/** Gives `count` bookings, one after the other, each to the best of those who are there by then. */
function give(members: readonly Member[], count: number, from = 0, made: Map<string, number[]> = new Map()) {
  let seed = 7
  const dice = () => {
    seed = (seed * 1103515245 + 12345) % 2147483648
    return seed
  }
  for (let at = from; at < from + count; at++) {
    const there = members.filter(({ since = 0 }) => since <= at)
    const sinces = sincesOf(there.map(({ since }) => ({ since })))
    const candidates: Candidate[] = there.map(({ id, weight, since }) => {
      const counts = new Map<number, number>()
      for (const moment of made.get(id) ?? []) {
        const bucket = bucketOf(moment, sinces)
        counts.set(bucket, (counts.get(bucket) ?? 0) + 1)
      }
      return { id, weight, since, counts, speaks: true, earlier: false }
    })
    const [best = ''] = rank(candidates, dice)
    made.set(best, [...(made.get(best) ?? []), at])
  }
  return made
}

const sizes = (made: Map<string, number[]>) => [...made.values()].map(own => own.length)
const plain = (id: string, more: Partial<Candidate> = {}): Candidate => ({
  id,
  weight: 1,
  speaks: true,
  earlier: false,
  since: undefined,
  counts: new Map(),
  ...more,
})

describe('who gets the next booking', () => {
  test('10,000 bookings over reviewers of equal weight differ by one at most', () => {
    // whole loads are enough here: without latecomers one bucket holds everything
    const counts = new Map<string, number>(Array.from({ length: 7 }, (_, index) => [`r${index}`, 0]))
    for (let number = 0; number < 10_000; number++) {
      const candidates = [...counts].map(([id, count]) => plain(id, { counts: new Map([[0, count]]) }))
      const [best = ''] = rank(candidates, () => Math.random())
      counts.set(best, (counts.get(best) ?? 0) + 1)
    }
    expect(Math.max(...counts.values()) - Math.min(...counts.values())).toBeLessThanOrEqual(1)
  })

  test('bookings follow the weights, whatever they are, to within one round', () => {
    const weights = fc.array(fc.integer({ min: 1, max: 10 }), { minLength: 2, maxLength: 6 })
    fc.assert(
      fc.property(weights, weights => {
        const members = weights.map((weight, index) => ({ id: `r${index}`, weight }))
        const total = weights.reduce((sum, weight) => sum + weight, 0)
        const made = give(members, total * 10)
        for (const { id, weight } of members) expect(Math.abs((made.get(id)?.length ?? 0) - weight * 10)).toBeLessThanOrEqual(1)
      }),
      { numRuns: 25 },
    )
  })

  test('a weight of two takes two of three', () => {
    const made = give(
      [
        { id: 'two', weight: 2 },
        { id: 'one', weight: 1 },
      ],
      600,
    )
    expect([made.get('two')?.length, made.get('one')?.length]).toEqual([400, 200])
  })

  test('a newcomer starts at the mean: neither flooded nor passed over', () => {
    const veterans = ['a', 'b', 'c'].map(id => ({ id, weight: 1 }))
    const made = give(veterans, 300)
    give([...veterans, { id: 'new', weight: 1, since: 300 }], 40, 300, made)
    expect(made.get('new')?.length).toBeGreaterThanOrEqual(9)
    expect(made.get('new')?.length).toBeLessThanOrEqual(11)
    expect(sizes(made).reduce((sum, count) => sum + count, 0)).toBe(340)
  })

  test('of two newcomers the later one starts at the mean that counts the earlier one’s start', () => {
    const counts = new Map([[0, 10]])
    const loads = relativeLoads([
      plain('old', { counts }),
      plain('new', { since: 100 }),
      plain('newer', { since: 200, weight: 2 }),
    ])
    expect([...loads]).toEqual([
      ['old', 10],
      ['new', 10],
      ['newer', 10],
    ])
  })

  test('the language comes first, then not having had the case, then the load', () => {
    const busy = new Map([[0, 9]])
    const order = rank(
      [
        plain('other-language', { speaks: false }),
        plain('earlier', { earlier: true }),
        plain('busy', { counts: busy }),
        plain('idle'),
      ],
      () => 0,
    )
    expect(order).toEqual(['idle', 'busy', 'earlier', 'other-language'])
  })
})
