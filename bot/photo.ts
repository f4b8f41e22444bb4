import type { Api } from 'grammy'
import { GrammyError } from 'grammy'
import { cleanPhoto, maxPhotoBytes } from '../core/application/clean-photo.ts'
import type { Log } from '../core/context.ts'
import { describeError } from '../core/database-errors.ts'
import type { ReceivedFile, ReceivedPhoto } from './scene.ts'

const downloadSeconds = 15

export interface Downloads {
  api: Api
  token: string
  /** of the Bot API, without a slash at the end */
  apiRoot: string
  log: Log
}

/** Fetches a picture and makes it fit to be kept; whatever goes wrong becomes a problem that the sender can mend. */
export async function receivePhoto(from: Downloads, file: { fileId: string; size: number | undefined }): Promise<ReceivedPhoto> {
  const received = await receiveFile(from, file, maxPhotoBytes)
  if (!received.ok) return received
  try {
    return await cleanPhoto(received.bytes)
  } catch (error) {
    from.log.warn({ error: describeError(error) }, 'a photo could not be read')
    return { ok: false, problem: 'not-received' }
  }
}

/** Fetches a file of at most so many bytes. */
export async function receiveFile(
  from: Downloads,
  file: { fileId: string; size: number | undefined },
  mostBytes: number,
): Promise<ReceivedFile> {
  if (file.size !== undefined && file.size > mostBytes) return { ok: false, problem: 'too-big' }
  try {
    const bytes = await download(from, file.fileId, mostBytes)
    return bytes ? { ok: true, bytes } : { ok: false, problem: 'too-big' }
  } catch (error) {
    if (error instanceof GrammyError && /file is too big/i.test(error.description)) return { ok: false, problem: 'too-big' }
    from.log.warn({ error: describeError(error) }, 'a file could not be fetched')
    return { ok: false, problem: 'not-received' }
  }
}

/** The file's bytes; undefined once there are more than may be. Its address holds the token, so it stands in no error. */
async function download({ api, token, apiRoot }: Downloads, fileId: string, mostBytes: number): Promise<Buffer | undefined> {
  const { file_path: path } = await api.getFile(fileId)
  if (path === undefined) throw new Error('the file has no path')
  const response = await fetch(`${apiRoot}/file/bot${token}/${path}`, { signal: AbortSignal.timeout(downloadSeconds * 1000) })
  if (!response.ok || !response.body) throw new Error(`the download answered ${response.status}`)
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of response.body) {
    length += chunk.byteLength
    if (length > mostBytes) return undefined
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}
