import type { Context } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { ZodError } from 'zod'
import type { Log } from '../core/context.ts'
import { describeError } from '../core/database-errors.ts'
import { Refusal, type RefusalCode } from '../core/refusal.ts'
import type { Problem } from './contract.ts'

/** The one table from a refusal's code to an HTTP status. */
const statuses: Record<RefusalCode, ContentfulStatusCode> = {
  'not-found': 404,
  'not-allowed': 403,
  stale: 409,
  'answer-invalid': 422,
  'application-incomplete': 409,
  'order-expired': 410,
  'slot-taken': 409,
  'too-soon': 409,
  'nobody-free': 409,
  'nothing-earlier': 409,
  paused: 409,
  'on-hold': 409,
  'too-late': 409,
  'link-unknown': 404,
  'link-over': 410,
  'too-early': 425,
  'wrong-role': 403,
  'launch-invalid': 403,
  'other-device': 409,
  'other-browser': 409,
  'check-open': 409,
  'check-not-passed': 409,
  'reason-needed': 422,
  'reason-unfit': 422,
  'not-met': 409,
  'patience-used': 409,
  'parts-open': 409,
  'part-unfit': 422,
  'no-picture': 409,
  'answer-closed': 409,
  'code-spent': 409,
  'capture-invalid': 422,
  'proof-needed': 409,
  'no-consent': 403,
  'entry-first': 409,
  'same-person': 403,
  'worse-than-appealed': 409,
  'reviewer-busy': 409,
  'note-needed': 422,
  'conditions-unfit': 422,
  'appeal-closed': 409,
  'hours-invalid': 422,
  'away-invalid': 422,
  'file-invalid': 422,
  'policy-invalid': 422,
  'last-admin': 409,
  'claim-refused': 403,
  'signed-out': 401,
}

/** RFC 9457. The code is stable; the pages word it in the reader's language. */
export function problem(c: Context, status: ContentfulStatusCode, code: string, more: Partial<Problem> = {}): Response {
  const body: Problem = { type: 'about:blank', title: code.replaceAll('-', ' '), status, code, ...more }
  return c.body(JSON.stringify(body), status, { 'content-type': 'application/problem+json' })
}

/** Everything that a route threw: refusals by the table, bodies that are not JSON, and the unknown, logged under an id that the user sees. */
export function problemOf(c: Context, error: unknown, log: Log, errorId: string, more: Partial<Problem> = {}): Response {
  if (error instanceof Refusal) {
    const details: Record<string, unknown> = error.details
    const opensAt = typeof details.opensAt === 'string' ? { opensAt: details.opensAt } : {}
    const why = details.why ?? details.problem
    const detail = typeof why === 'string' ? { detail: why } : {}
    const code: RefusalCode = error.code
    return problem(c, statuses[code], code, { ...opensAt, ...detail, ...more })
  }
  if (isHttpException(error)) return problem(c, error.status, error.status === 400 ? 'malformed-json' : 'http-error')
  log.error({ err: describeError(error), errorId }, 'a request failed')
  return problem(c, 500, 'internal', { errorId, ...more })
}

function isHttpException(error: unknown): error is { status: ContentfulStatusCode } {
  return error instanceof Error && 'status' in error && typeof error.status === 'number' && error.status < 500
}

/** What a body got wrong, path by path; values are not repeated. */
export function invalidBody(c: Context, error: Pick<ZodError, 'issues'>): Response {
  const errors = error.issues.map(({ path, message }) => ({ path: path.join('.'), message }))
  return problem(c, 422, 'invalid-body', { errors })
}
