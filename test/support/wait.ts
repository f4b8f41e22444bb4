import { setTimeout as pause } from 'node:timers/promises'

/**
 * Waits for what a condition gives once it gives something other than false, null or undefined; the only place in the tests that waits.
 * `what` stands in the failure: "the card to be sent".
 */
export async function until<T>(
  condition: () => T | Promise<T>,
  { what, timeoutMs = 5_000 }: { what: string; timeoutMs?: number },
): Promise<NonNullable<Exclude<T, false>>> {
  const end = performance.now() + timeoutMs
  for (let pauseMs = 2; ; pauseMs = Math.min(pauseMs * 1.5, 50)) {
    const value = await condition()
    if (isThere(value)) return value
    if (performance.now() > end) throw new Error(`waited ${timeoutMs} ms in vain for ${what}`)
    await pause(pauseMs)
  }
}

function isThere<T>(value: T): value is NonNullable<Exclude<T, false>> {
  return value !== false && value !== null && value !== undefined
}
