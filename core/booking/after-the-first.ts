const underWay = new Map<string, Promise<unknown>>()

/**
 * Of many in this process who want the same at once, one goes first; the others wait until it is through and then go side by side. It
 * decides nothing, and nothing relies on it: with fifty taps on one time it spares the database forty-nine transactions that
 * would wait for the first one's end, only to be told no.
 */
export async function afterTheFirst<T>(what: string, work: () => Promise<T>): Promise<T> {
  const first = underWay.get(what)
  if (first) {
    await first.catch(() => undefined)
    return work()
  }
  const own = work()
  underWay.set(what, own)
  return own.finally(() => underWay.delete(what))
}
