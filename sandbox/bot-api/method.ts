import type { z } from 'zod'
import type { World } from '../world.ts'
import { badRequest } from './errors.ts'
import type { Upload } from './multipart.ts'
import type { Params } from './params.ts'

export interface Call {
  world: World
  files: Map<string, Upload>
  /** aborted when the client goes away */
  signal: AbortSignal
}

export type Method = (params: Params, call: Omit<Call, 'files'>) => Promise<unknown>

/** A method of the Bot API: parses what came, in Telegram's words where it does not fit, and runs. */
export function method<S extends z.ZodType>(schema: S, run: (input: z.output<S>, call: Call) => unknown): Method {
  return async ({ fields: given, files }, call) => {
    // Forms send what was not given as empty strings.
    const fields = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== ''))
    const parsed = schema.safeParse(fields)
    if (!parsed.success) throw badRequest(explain(parsed.error.issues[0], fields))
    return run(parsed.data, { ...call, files })
  }
}

const MISSING: Record<string, string> = {
  chat_id: 'chat_id is empty',
  from_chat_id: 'chat_id is empty',
  text: 'message text is empty',
  message_id: 'message identifier is not specified',
  message_ids: 'message identifiers are not specified',
  callback_query_id: 'query is too old and response timeout expired or query ID is invalid',
  user_id: 'invalid user_id specified',
  file_id: 'file_id not specified',
  action: 'wrong parameter action in request',
  commands: "can't parse commands JSON object",
  media: 'object expected as media',
}

function explain(issue: z.core.$ZodIssue | undefined, fields: Record<string, unknown>): string {
  const [field, ...rest] = (issue?.path ?? []).map(String)
  if (field === undefined) return 'invalid parameters'
  if (field === 'language_code') return 'invalid language code specified'
  if (rest.length === 0 && fields[field] === undefined && MISSING[field]) return MISSING[field]
  if (field === 'entities' || field === 'caption_entities')
    return `can't parse entities: field "${rest.at(-1) ?? 'type'}" is invalid`
  return rest.length === 0 ? `invalid ${field} specified` : `can't parse ${field}: field "${rest.join('.')}" is invalid`
}
