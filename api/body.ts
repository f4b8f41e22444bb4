import { zValidator } from '@hono/zod-validator'
import type { ZodType } from 'zod'
import { invalidBody } from './problem.ts'

/** The JSON body by a schema; a wrong one is answered with 422 and says what was wrong where. */
export function jsonBody<S extends ZodType>(schema: S) {
  return zValidator('json', schema, (result, c) => {
    if (!result.success) return invalidBody(c, result.error)
  })
}
