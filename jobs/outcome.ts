import { GrammyError, HttpError } from 'grammy'
import { describeError } from '../core/database-errors.ts'
import type { Delivery } from '../core/message/settle.ts'

/** After so many attempts a person looks at it: with the back-off below that is about three hours of trying. */
const mostAttempts = 40
const longestWaitSeconds = 300

/**
 * What a failed send means for its row. 403 is final (blocked, deactivated, never started); 429 says how long to wait; other 4xx will
 * not get better; the rest (5xx, network) may, and a network error means perhaps sent.
 */
export function outcomeOf(error: unknown, attempts: number): Delivery {
  const text = describe(error)
  if (error instanceof GrammyError) {
    const { error_code: code, parameters } = error
    if (code === 429) return { end: 'retry', afterSeconds: parameters.retry_after ?? 1, error: text }
    if (code < 500) return { end: 'parked', error: text }
  }
  if (attempts >= mostAttempts) return { end: 'parked', error: text }
  return { end: 'retry', afterSeconds: Math.min(longestWaitSeconds, 2 ** Math.min(attempts, 9) / 2), error: text }
}

/** What an admin reads of it; Telegram's own words, never what was sent. */
function describe(error: unknown): string {
  if (error instanceof GrammyError) return `${error.error_code} ${error.description}`
  if (error instanceof HttpError) return 'the messenger could not be reached'
  return describeError(error).message
}
