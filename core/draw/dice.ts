import { createHmac } from 'node:crypto'

export interface Dice {
  /** a whole number from 0 below `sides`, each as likely as any other */
  below(sides: number): number
  /** one of them */
  pick<T>(from: readonly T[]): T
  /** all of them, in some order */
  shuffle<T>(from: readonly T[]): T[]
}

const range = 2 ** 48

/**
 * Chance that can be checked later: the same seed and purpose give the same throws. The n-th throw is HMAC-SHA256 of `<purpose>/<n>`
 * under the seed, of which the first 48 bits count; a throw in the last, incomplete part of the range is thrown again.
 */
export function createDice(seed: Buffer, purpose: string): Dice {
  let thrown = 0
  const below = (sides: number): number => {
    const fair = range - (range % sides)
    for (;;) {
      const value = createHmac('sha256', seed).update(`${purpose}/${thrown++}`).digest().readUIntBE(0, 6)
      if (value < fair) return value % sides
    }
  }
  const shuffle = <T>(from: readonly T[]): T[] => {
    const left = [...from]
    return from.flatMap(() => left.splice(below(left.length), 1))
  }
  const pick = <T>(from: readonly T[]): T => {
    const [one] = from.slice(below(from.length))
    if (one === undefined) throw new Error('nothing to pick from')
    return one
  }
  return { below, pick, shuffle }
}
