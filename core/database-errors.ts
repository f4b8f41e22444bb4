/** Drizzle wraps what the driver throws: the SQLSTATE is on the cause. */
function sqlState(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null) return undefined
  const cause = 'cause' in error ? error.cause : error
  if (typeof cause !== 'object' || cause === null || !('code' in cause)) return undefined
  // five characters, and not Node's ENOENT and the like
  return typeof cause.code === 'string' && /^(?=.*\d)[0-9A-Z]{5}$/.test(cause.code) ? cause.code : undefined
}

/** 40001 serialization failure, 40P01 deadlock: the same transaction may succeed when run again. */
export function isSerializationFailure(error: unknown): boolean {
  const state = sqlState(error)
  return state === '40001' || state === '40P01'
}

/** 23P01: the time is taken (constraint one_reviewer_one_time). */
export function isExclusionViolation(error: unknown): boolean {
  return sqlState(error) === '23P01'
}

/** What may stand in a log: Drizzle's own message holds the SQL and its parameters, so never that. */
export function describeError(error: unknown): { name: string; sqlState?: string; message: string; stack?: string } {
  const state = sqlState(error)
  if (state !== undefined) return { name: 'DatabaseError', sqlState: state, message: `SQLSTATE ${state}` }
  if (error instanceof Error) {
    if (error.message.startsWith('Failed query')) return { name: error.name, message: 'a query failed' }
    return { name: error.name, message: error.message, ...(error.stack ? { stack: error.stack } : {}) }
  }
  if (isDescribed(error)) return error
  return { name: 'Unknown', message: typeof error }
}

/** A log's serializer may meet what was described already. */
function isDescribed(error: unknown): error is { name: string; message: string } {
  return typeof error === 'object' && error !== null && 'name' in error && 'message' in error && typeof error.message === 'string'
}
