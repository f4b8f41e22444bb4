import type { Problem } from '../../api/contract.ts'
import { localeOf, pageLanguage } from '../shared/language.ts'

/** A refusal in the API's own words, or `network` (status 0) when no answer came. */
export class ApiError extends Error {
  readonly problem: ProblemWithWay
  constructor(problem: ProblemWithWay) {
    super(problem.code)
    this.problem = problem
  }
  get code(): string {
    return this.problem.code
  }
  /** Asking again in a moment may help: nothing was refused. */
  get passing(): boolean {
    const { status } = this.problem
    return status === 0 || status === 408 || status === 429 || status >= 500
  }
}

/** A refused link may carry the way back to the chat. */
export type ProblemWithWay = Problem & { chatUrl?: string }

interface Options {
  method?: 'GET' | 'POST' | 'PUT'
  /** JSON, or the bytes of a file */
  body?: unknown
  /** the page may go away while it is on its way */
  keepalive?: boolean
  timeoutMs?: number
}

/**
 * The JSON of an answer, or an ApiError. The shape is trusted: pages and API are built and served together,
 * and `api/contract.ts` types both ends.
 */
export async function api<T>(path: string, options: Options = {}): Promise<T> {
  const answer = await ask(path, options)
  const body: unknown = await answer.json().catch(() => undefined)
  if (!answer.ok) throw new ApiError(problemOf(answer.status, body))
  return body as T
}

async function ask(path: string, { method = 'GET', body, keepalive, timeoutMs = 15_000 }: Options): Promise<Response> {
  try {
    return await fetch(path, {
      method,
      headers: {
        accept: 'application/json',
        'accept-language': localeOf(pageLanguage.get()),
        ...(body === undefined ? {} : { 'content-type': body instanceof Blob ? body.type : 'application/json' }),
      },
      body: body === undefined || body instanceof Blob ? body : JSON.stringify(body),
      credentials: 'same-origin',
      cache: 'no-store',
      keepalive: keepalive ?? false,
      signal: AbortSignal.timeout(timeoutMs),
    })
  } catch {
    throw new ApiError({ type: 'about:blank', title: 'No answer', status: 0, code: 'network' })
  }
}

function problemOf(status: number, body: unknown): ProblemWithWay {
  const known = typeof body === 'object' && body !== null ? body : {}
  const code = 'code' in known && typeof known.code === 'string' ? known.code : `status-${status}`
  return { type: 'about:blank', title: code, ...known, status, code }
}

/** `otherwise`: what it means here when it was not the API that said no. */
export function asApiError(error: unknown, otherwise = 'unknown'): ApiError {
  if (error instanceof ApiError) return error
  return new ApiError({ type: 'about:blank', title: String(error), status: 500, code: otherwise })
}
