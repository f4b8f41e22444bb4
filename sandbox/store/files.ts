import { createHash, randomBytes } from 'node:crypto'
import { jsonb } from './json.ts'
import type { Sql } from './schema.ts'

/** Of which kind a file is sent; a photo's id cannot be sent as a document, as in Telegram. */
export type FileKind = 'photo' | 'document' | 'video' | 'audio' | 'voice' | 'animation' | 'sticker' | 'thumbnail'

export interface StoredFile {
  fileId: string
  uniqueId: string
  kind: FileKind
  /** where a bot downloads it, below `/file/bot<token>/` */
  path: string
  size: number
  /** what stands in a message that carries this file: a `Document`, or for a photo all its `PhotoSize`s */
  media: unknown
}

export interface FileIds {
  fileId: string
  uniqueId: string
}

const CHUNK_BYTES = 1024 * 1024

/** Telegram's ids begin with a mark of their kind. */
const MARKS: Record<FileKind, [id: string, folder: string]> = {
  photo: ['AgACAgUAAx', 'photos'],
  document: ['BQACAgUAAx', 'documents'],
  video: ['BAACAgUAAx', 'videos'],
  audio: ['CQACAgUAAx', 'music'],
  voice: ['AwACAgUAAx', 'voice'],
  animation: ['CgACAgUAAx', 'animations'],
  sticker: ['CAACAgUAAx', 'stickers'],
  thumbnail: ['AAMCBQADGQ', 'thumbnails'],
}

/** A fresh file id each time; the unique id is the same for the same bytes, as Telegram promises. */
export function mintFileIds(kind: FileKind, bytes: Uint8Array): FileIds {
  const digest = createHash('sha256').update(kind).update(bytes).digest('base64url')
  return { fileId: MARKS[kind][0] + randomBytes(42).toString('base64url'), uniqueId: `AgAD${digest.slice(0, 12)}` }
}

export type Files = ReturnType<typeof openFiles>

export function openFiles(sql: Sql) {
  return {
    async save(ids: FileIds, kind: FileKind, extension: string, bytes: Uint8Array, media: unknown): Promise<void> {
      await sql.begin(async tx => {
        await tx`
          insert into sandbox.files (file_id, unique_id, kind, path, size, media)
          values (${ids.fileId}, ${ids.uniqueId}, ${kind},
            ${`${MARKS[kind][1]}/file_`}::text || nextval('sandbox.file_ids') || ${extension}, ${bytes.length}, ${jsonb(tx, media)})`
        for (let part = 0; part * CHUNK_BYTES < bytes.length; part++) {
          const chunk = Buffer.from(bytes.subarray(part * CHUNK_BYTES, (part + 1) * CHUNK_BYTES))
          await tx`insert into sandbox.file_chunks (file_id, part, bytes) values (${ids.fileId}, ${part}, ${chunk})`
        }
      })
    },

    find: (fileId: string): Promise<StoredFile | undefined> =>
      first(sql<Row[]>`select * from sandbox.files where file_id = ${fileId}`),
    findByPath: (path: string): Promise<StoredFile | undefined> =>
      first(sql<Row[]>`select * from sandbox.files where path = ${path}`),

    async read(fileId: string): Promise<Uint8Array<ArrayBuffer>> {
      const chunks = await sql<{ bytes: Buffer }[]>`
        select bytes from sandbox.file_chunks where file_id = ${fileId} order by part`
      return new Uint8Array(Buffer.concat(chunks.map(chunk => chunk.bytes)))
    },
  }
}

interface Row {
  file_id: string
  unique_id: string
  kind: FileKind
  path: string
  size: number
  media: unknown
}

async function first(query: Promise<Row[]>): Promise<StoredFile | undefined> {
  const row = (await query)[0]
  return row && { fileId: row.file_id, uniqueId: row.unique_id, kind: row.kind, path: row.path, size: row.size, media: row.media }
}
