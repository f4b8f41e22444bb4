import { pino } from 'pino'
import { describeError } from '../core/database-errors.ts'

/** JSON lines on standard error. Errors pass through describeError: no SQL, no parameters, nothing that somebody typed (G7). */
export function createLog(level: string, name: string) {
  return pino(
    { name, level, serializers: { err: describeError, error: describeError } },
    pino.destination({ dest: 2, sync: true }),
  )
}
