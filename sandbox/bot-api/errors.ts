/** A refusal in Telegram's own shape: the HTTP status equals `code`. */
export class BotApiError extends Error {
  readonly code: number
  readonly parameters: { retry_after?: number } | undefined

  constructor(code: number, description: string, parameters?: { retry_after?: number }) {
    super(description)
    this.code = code
    this.parameters = parameters
  }
}

export const badRequest = (text: string) => new BotApiError(400, `Bad Request: ${text}`)
export const forbidden = (text: string) => new BotApiError(403, `Forbidden: ${text}`)
export const conflict = (text: string) => new BotApiError(409, `Conflict: ${text}`)
export const tooManyRequests = (seconds: number) =>
  new BotApiError(429, `Too Many Requests: retry after ${seconds}`, { retry_after: seconds })

export interface ApiAnswer {
  status: number
  body: Record<string, unknown>
}

export function asAnswer(error: BotApiError): ApiAnswer {
  const body = { ok: false, error_code: error.code, description: error.message }
  return { status: error.code, body: error.parameters ? { ...body, parameters: error.parameters } : body }
}
