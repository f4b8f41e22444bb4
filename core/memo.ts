/**
 * Remembers what a pure function gave for a key that holds all of its input; forgets the oldest beyond `limit`. Nothing has to be
 * invalidated, and processes cannot disagree: other input is another key.
 */
export function createMemo<T>(limit: number): (key: string, make: () => T) => T {
  const known = new Map<string, T>()
  return (key, make) => {
    const found = known.get(key)
    if (found !== undefined) return found
    const made = make()
    known.set(key, made)
    const [oldest] = known.keys()
    if (known.size > limit && oldest !== undefined) known.delete(oldest)
    return made
  }
}
