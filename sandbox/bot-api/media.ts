import { basename } from 'node:path'
import type { PhotoSize } from '@grammyjs/types'
import { type FileFacts, MAX_FILE_BYTES, type Media, type MediaKind, storeFile } from '../attachments.ts'
import { MAX_PHOTO_BYTES, NotAPhoto, storePhoto } from '../photos.ts'
import { isLoopbackHost } from '../text/links.ts'
import { BotApiError, badRequest } from './errors.ts'
import type { Call } from './method.ts'
import type { Upload } from './multipart.ts'

/**
 * A file as a bot names it: uploaded under its own field or as `attach://name`, by the file id of an earlier message, or by
 * URL. Only loopback URLs are fetched: the sandbox does not reach out.
 */
export async function takeMedia(
  call: Call,
  kind: MediaKind,
  field: string,
  value: unknown,
  facts: FileFacts = {},
): Promise<Media> {
  const upload = call.files.get(field)
  if (upload) return storeUpload(call, kind, upload, facts)
  const name = typeof value === 'string' ? value.trim() : ''
  if (name === '') throw badRequest(`there is no ${kind} in the request`)
  if (name.startsWith('attach://')) {
    const attached = call.files.get(name.slice('attach://'.length))
    if (!attached) throw badRequest(`there is no ${kind} in the request`)
    return storeUpload(call, kind, attached, facts)
  }
  if (/^https?:\/\//i.test(name)) return storeUpload(call, kind, await fetchFile(name, call.signal), facts)
  return reuse(call, kind, name)
}

async function storeUpload({ world }: Call, kind: MediaKind, upload: Upload, facts: FileFacts): Promise<Media> {
  if (upload.bytes.length === 0) throw badRequest('file must be non-empty')
  if (upload.bytes.length > MAX_FILE_BYTES) throw new BotApiError(413, 'Request Entity Too Large')
  if (kind !== 'photo') return storeFile(world.files, kind, upload, facts)
  const { length } = upload.bytes
  if (length > MAX_PHOTO_BYTES)
    throw badRequest(`file of size ${length} bytes is too big for a photo; the maximum size is ${MAX_PHOTO_BYTES} bytes`)
  try {
    return { photo: await storePhoto(world.files, upload.bytes) }
  } catch (error) {
    if (!(error instanceof NotAPhoto)) throw error
    throw badRequest(error.reason === 'dimensions' ? 'PHOTO_INVALID_DIMENSIONS' : 'IMAGE_PROCESS_FAILED')
  }
}

async function reuse({ world }: Call, kind: MediaKind, fileId: string): Promise<Media> {
  const file = await world.files.find(fileId)
  if (!file) throw badRequest('wrong file identifier/HTTP URL specified')
  if (file.kind !== kind) throw badRequest(`can't use file of type ${titled(file.kind)} as ${titled(kind)}`)
  // Sound: `storePhoto` and `storeFile` wrote it, for this kind.
  return kind === 'photo' ? { photo: file.media as PhotoSize[] } : (file.media as Media)
}

async function fetchFile(url: string, signal: AbortSignal): Promise<Upload> {
  const { hostname, pathname } = parseUrl(url)
  if (!isLoopbackHost(hostname)) throw badRequest('failed to get HTTP URL content')
  const response = await fetch(url, { signal, redirect: 'error' }).catch(() => undefined)
  if (!response?.ok) throw badRequest('failed to get HTTP URL content')
  const type = response.headers.get('content-type')?.split(';')[0] ?? 'application/octet-stream'
  return { name: basename(pathname) || 'file', type, bytes: new Uint8Array(await response.arrayBuffer()) }
}

function parseUrl(url: string): URL {
  try {
    return new URL(url)
  } catch {
    throw badRequest('wrong file identifier/HTTP URL specified')
  }
}

const titled = (kind: string) => kind.charAt(0).toUpperCase() + kind.slice(1)
