import { extname } from 'node:path'
import type { Message } from '@grammyjs/types'
import type { Upload } from './bot-api/multipart.ts'
import { makeThumbnail } from './photos.ts'
import { type FileKind, type Files, mintFileIds } from './store/files.ts'

export type MediaKind = 'photo' | 'document' | 'video' | 'audio' | 'voice' | 'animation'
export type Media = Pick<Message, MediaKind>

export const MAX_FILE_BYTES = 50 * 1024 * 1024

const MIME_TYPES: Record<string, string> = {
  '.csv': 'text/csv',
  '.gif': 'image/gif',
  '.heic': 'image/heic',
  '.html': 'text/html',
  '.ics': 'text/calendar',
  '.jpeg': 'image/jpeg',
  '.jpg': 'image/jpeg',
  '.json': 'application/json',
  '.m4a': 'audio/mp4',
  '.mp3': 'audio/mpeg',
  '.mp4': 'video/mp4',
  '.ogg': 'audio/ogg',
  '.pdf': 'application/pdf',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain',
  '.webm': 'video/webm',
  '.webp': 'image/webp',
  '.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  '.zip': 'application/zip',
}

/** What a client says of a file beside its bytes. */
export interface FileFacts {
  duration?: number | undefined
  width?: number | undefined
  height?: number | undefined
  title?: string | undefined
  performer?: string | undefined
}

/** Stores any file but a photo and describes it as a message does. */
export async function storeFile(
  files: Files,
  kind: Exclude<MediaKind, 'photo'>,
  upload: Upload,
  facts: FileFacts = {},
): Promise<Media> {
  const ids = mintFileIds(kind, upload.bytes)
  const name = upload.name.split(/[\\/]/).pop() || 'file'
  const common = {
    file_id: ids.fileId,
    file_unique_id: ids.uniqueId,
    file_name: name,
    mime_type: MIME_TYPES[extname(name).toLowerCase()] ?? upload.type,
    file_size: upload.bytes.length,
  }
  const media = await describe(files, kind, upload, common, facts)
  await files.save(ids, kind, extname(name).replace(/[^.\w-]/g, ''), upload.bytes, media)
  return media
}

interface Common {
  file_id: string
  file_unique_id: string
  file_name: string
  mime_type: string
  file_size: number
}

async function describe(files: Files, kind: FileKind, upload: Upload, common: Common, facts: FileFacts): Promise<Media> {
  const { duration = 0, width = 0, height = 0, title, performer } = facts
  if (kind === 'video') return { video: { ...common, duration, width, height } }
  if (kind === 'animation') return { animation: { ...common, duration, width, height } }
  if (kind === 'audio')
    return { audio: { ...common, duration, ...(title ? { title } : {}), ...(performer ? { performer } : {}) } }
  if (kind === 'voice') {
    const { file_name: _name, ...voice } = common
    return { voice: { ...voice, duration } }
  }
  const thumbnail = common.mime_type.startsWith('image/') ? await storeThumbnail(files, upload.bytes) : undefined
  return { document: { ...common, ...(thumbnail ? { thumbnail } : {}) } }
}

async function storeThumbnail(files: Files, bytes: Uint8Array) {
  const small = await makeThumbnail(bytes)
  if (!small) return undefined
  const ids = mintFileIds('thumbnail', small.bytes)
  const { width, height } = small
  const thumbnail = { file_id: ids.fileId, file_unique_id: ids.uniqueId, file_size: small.bytes.length, width, height }
  await files.save(ids, 'thumbnail', '.jpg', small.bytes, thumbnail)
  return thumbnail
}
