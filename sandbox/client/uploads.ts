import { MAX_FILE_BYTES, storeFile } from '../attachments.ts'
import type { Content } from '../bot-api/deliver.ts'
import { MAX_CAPTION } from '../bot-api/deliver.ts'
import { BotApiError } from '../bot-api/errors.ts'
import type { Upload } from '../bot-api/multipart.ts'
import { readParams } from '../bot-api/params.ts'
import { MAX_PHOTO_BYTES, NotAPhoto, storePhoto } from '../photos.ts'
import type { Files } from '../store/files.ts'
import { formatTyped } from '../text/format.ts'
import { lengthOf } from '../text/formatted.ts'
import { ClientError } from './errors.ts'

export interface UserUpload {
  file: Upload
  caption: Content
}

/** The `file` and `caption` of a form; what a client would not send is refused as a client would say it. */
export async function readUpload(request: Request): Promise<UserUpload> {
  const { fields, files } = await readParams(request).catch((error: unknown) => {
    throw error instanceof BotApiError && error.code === 413 ? tooBig() : error
  })
  const file = files.get('file')
  if (!file || file.bytes.length === 0) throw new ClientError('empty-file')
  if (file.bytes.length > MAX_FILE_BYTES) throw tooBig()
  const { text, entities } = formatTyped(typeof fields.caption === 'string' ? fields.caption : '')
  if (lengthOf(text) > MAX_CAPTION) throw new ClientError('caption-too-long')
  if (text === '') return { file, caption: {} }
  return { file, caption: { caption: text, ...(entities.length > 0 ? { caption_entities: entities } : {}) } }
}

const tooBig = () => new ClientError('file-too-big')

export async function takePhoto(store: Files, { file, caption }: UserUpload): Promise<Content> {
  if (file.bytes.length > MAX_PHOTO_BYTES) throw new ClientError('photo-too-big')
  try {
    return { photo: await storePhoto(store, file.bytes), ...caption }
  } catch (error) {
    if (!(error instanceof NotAPhoto)) throw error
    throw new ClientError(error.reason === 'dimensions' ? 'photo-dimensions' : 'not-a-picture')
  }
}

export async function takeDocument(store: Files, { file, caption }: UserUpload): Promise<Content> {
  return { ...(await storeFile(store, 'document', file)), ...caption }
}
