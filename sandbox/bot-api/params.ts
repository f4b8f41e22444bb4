import { BotApiError, badRequest } from './errors.ts'
import { parseMultipart, type Upload } from './multipart.ts'

/** What came with a call, whichever way it came. Values from forms are strings still. */
export interface Params {
  fields: Record<string, unknown>
  files: Map<string, Upload>
}

/** A document of 50 MB, and what stands around it. */
const MAX_BODY_BYTES = 52 * 1024 * 1024

/** Reads query string and body: JSON, urlencoded or multipart. */
export async function readParams(request: Request): Promise<Params> {
  const query = Object.fromEntries(new URL(request.url).searchParams)
  if (request.method === 'GET' || request.method === 'HEAD') return { fields: query, files: new Map() }
  const { fields, files } = parseBody(request.headers.get('content-type') ?? '', await readBody(request))
  return { fields: { ...query, ...fields }, files }
}

export function parseBody(contentType: string, bytes: Uint8Array): Params {
  const none: Params = { fields: {}, files: new Map() }
  if (bytes.length === 0) return none
  const type = contentType.toLowerCase()
  if (type.startsWith('multipart/form-data')) return parseMultipart(contentType, bytes)
  const text = new TextDecoder().decode(bytes)
  if (type.startsWith('application/x-www-form-urlencoded'))
    return { ...none, fields: Object.fromEntries(new URLSearchParams(text)) }
  if (!type.startsWith('application/json')) return none
  const value = parseJson(text)
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw badRequest("can't parse request JSON object")
  return { ...none, fields: Object.fromEntries(Object.entries(value).filter(([, field]) => field !== null)) }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw badRequest("can't parse request JSON object")
  }
}

async function readBody(request: Request): Promise<Uint8Array> {
  const tooLarge = new BotApiError(413, 'Request Entity Too Large')
  if (Number(request.headers.get('content-length') ?? 0) > MAX_BODY_BYTES) throw tooLarge
  if (request.headers.get('content-length') !== null) return new Uint8Array(await request.arrayBuffer())
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of request.body ?? []) {
    size += chunk.length
    if (size > MAX_BODY_BYTES) throw tooLarge
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}
