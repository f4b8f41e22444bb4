export interface Upload {
  name: string
  type: string
  bytes: Uint8Array
}

export interface FormParts {
  fields: Record<string, string>
  files: Map<string, Upload>
}

/**
 * multipart/form-data as the clients of the Bot API send it: telegraf's, axios's and aiohttp's forms differ in small things
 * that the platform's own parser refuses (short boundaries, `filename*`, a preamble). RFC 7578, read leniently.
 */
export function parseMultipart(contentType: string, body: Uint8Array): FormParts {
  const parts: FormParts = { fields: {}, files: new Map() }
  const boundary = /boundary=(?:"([^"]+)"|([^;\s]+))/i.exec(contentType)
  const delimiter = Buffer.from(`--${boundary?.[1] ?? boundary?.[2] ?? ''}`)
  if (delimiter.length <= 2) return parts
  const buffer = Buffer.from(body.buffer, body.byteOffset, body.byteLength)

  let at = buffer.indexOf(delimiter)
  while (at >= 0) {
    const begin = at + delimiter.length
    if (buffer.toString('latin1', begin, begin + 2) === '--') break
    const headersEnd = buffer.indexOf('\r\n\r\n', begin)
    const next = buffer.indexOf(Buffer.concat([CRLF, delimiter]), Math.max(headersEnd, begin))
    if (headersEnd < 0 || next < 0) break
    addPart(parts, buffer.toString('utf8', begin, headersEnd), buffer.subarray(Math.min(headersEnd + 4, next), next))
    at = next + CRLF.length
  }
  return parts
}

const CRLF = Buffer.from('\r\n')

function addPart(parts: FormParts, headers: string, content: Buffer): void {
  const disposition = /^content-disposition:(.*)$/im.exec(headers)?.[1] ?? ''
  const name = parameter(disposition, 'name')
  if (name === undefined) return
  const extended = /;\s*filename\*=(?:utf-8|iso-8859-1)'[^']*'([^;\s]+)/i.exec(disposition)?.[1]
  const filename = extended === undefined ? parameter(disposition, 'filename') : safeDecode(extended)
  const type = /^content-type:\s*([^\s;]+)/im.exec(headers)?.[1]
  if (filename === undefined && (type === undefined || type.startsWith('text/plain') || type === 'application/json'))
    parts.fields[name] = content.toString('utf8')
  else parts.files.set(name, { name: filename ?? name, type: type ?? 'application/octet-stream', bytes: content })
}

function parameter(disposition: string, name: string): string | undefined {
  const match = new RegExp(`;\\s*${name}=(?:"((?:[^"\\\\]|\\\\.)*)"|([^;\\s]+))`, 'i').exec(disposition)
  return match === null ? undefined : (match[1]?.replace(/\\(.)/g, '$1') ?? match[2])
}

function safeDecode(value: string): string {
  try {
    return decodeURIComponent(value)
  } catch {
    return value
  }
}
