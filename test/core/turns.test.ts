import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Busy, turnsAhead } from '../../core/queue/turns.ts'

const length = 20
const span = fc.record({ from: fc.integer({ min: -30, max: 300 }), until: fc.integer({ min: 1, max: 40 }) })
const day = fc.array(
  span.map(({ from, until }): Busy => ({ from, until: from + until })),
  { maxLength: 6 },
)
const team = fc.array(day, { minLength: 1, maxLength: 4 })

test('nobody is promised a turn before one is free, nor after the first that is', () => {
  fc.assert(
    fc.property(team, fc.integer({ min: 1, max: 8 }), (reviewers, people) => {
      const turns = turnsAhead(0, reviewers, people, length)
      expect(turns).toHaveLength(people)
      // in order, and each fits between the busy spans of some reviewer
      expect(turns).toEqual(turns.toSorted((a, b) => a - b))
      for (const turn of turns) {
        expect(turn).toBeGreaterThanOrEqual(0)
        expect(reviewers.some(spans => spans.every(({ from, until }) => turn + length <= from || until <= turn))).toBe(true)
      }
      const [first = 0] = turns
      for (let earlier = 0; earlier < first; earlier++)
        expect(reviewers.some(spans => spans.every(({ from, until }) => earlier + length <= from || until <= earlier))).toBe(
          false,
        )
    }),
    { numRuns: 200 },
  )
})

test('one more reviewer makes nobody wait longer', () => {
  fc.assert(
    fc.property(team, day, fc.integer({ min: 1, max: 8 }), (reviewers, another, people) => {
      const before = turnsAhead(0, reviewers, people, length)
      const after = turnsAhead(0, [...reviewers, another], people, length)
      for (const [index, turn] of after.entries()) expect(turn).toBeLessThanOrEqual(before[index] ?? 0)
    }),
    { numRuns: 200 },
  )
})

test('a booking that comes soon is reckoned with: a call that would run into it waits until after it', () => {
  expect(turnsAhead(0, [[{ from: 15, until: 35 }]], 2, length)).toEqual([35, 55])
  expect(turnsAhead(0, [[{ from: 20, until: 40 }]], 2, length)).toEqual([0, 40])
  expect(turnsAhead(0, [], 3, length)).toEqual([])
})
