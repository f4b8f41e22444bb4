import { closest, distance } from 'fastest-levenshtein'

/**
 * The word that was most likely meant: one that begins so, else the one with the fewest other letters; undefined when nothing is
 * near. `most` letters may differ; without it, as many as half of the word.
 */
export function nearestWord(said: string, words: readonly string[], most?: number): string | undefined {
  if (words.length === 0) return undefined
  const lower = said.toLowerCase()
  const begun = words.find(word => word.startsWith(lower))
  if (begun) return begun
  const word = closest(lower, words)
  return distance(lower, word) <= (most ?? Math.max(2, Math.floor(word.length / 2))) ? word : undefined
}
