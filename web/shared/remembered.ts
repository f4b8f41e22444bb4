/** localStorage that never throws: private windows and blocked storage just forget. */
export function recall(key: string): string | undefined {
  try {
    return localStorage.getItem(key) ?? undefined
  } catch {
    return undefined
  }
}

export function remember(key: string, value: string): void {
  try {
    localStorage.setItem(key, value)
  } catch {
    // nothing to do: the choice lasts as long as the page
  }
}
