import { createHash } from 'node:crypto'
import { eq, inArray, sql } from 'drizzle-orm'
import { cases, files } from '../../db/schema/cases.ts'
import { recordings } from '../../db/schema/recordings.ts'
import { appendAudit } from '../audit/append.ts'
import { commit, commitmentSalt } from '../audit/commitment.ts'
import type { Case } from '../case/load.ts'
import { type Ctx, transact } from '../context.ts'
import { erasedFile } from '../desk/retention.ts'
import { fileHash } from '../lookup/hash.ts'
import { openCaseKey } from '../vault/case-key.ts'
import { openLookupKey } from '../vault/lookup-key.ts'
import { unseal } from '../vault/seal.ts'
import { type Part, partPlace, type Recording, readParts } from './load.ts'
import { storePart } from './store-part.ts'

/** A worker that has been silent for so long is dead. Machine time. */
const takenOverAfterMinutes = 10

/** A player reads a piece at a time, wherever its owner seeks: the whole need never be opened. */
export const pieceBytes = 512 * 1024

const waiting = sql`ended_at is not null and finished_at is null
  and (taken_at is null or taken_at < clock_timestamp() - make_interval(mins => ${takenOverAfterMinutes}))`

/** True where a worker has something to do. */
export async function isRecordingWaiting(ctx: Ctx): Promise<boolean> {
  return (await ctx.db.$count(recordings, waiting)) > 0
}

/** Takes the oldest ended recording that is to be finished; undefined when there is none. */
export async function takeRecording(ctx: Ctx): Promise<Recording | undefined> {
  const [taken] = await ctx.db
    .update(recordings)
    .set({ takenAt: sql`clock_timestamp()` })
    .where(sql`${recordings.id} = (select id from recordings where ${waiting} order by ended_at limit 1 for update skip locked)`)
    .returning()
  return taken
}

async function findCase(ctx: Ctx, { caseId }: Recording): Promise<Case> {
  const [found] = await ctx.db.select().from(cases).where(eq(cases.id, caseId))
  if (!found) throw new Error('a recording without its case')
  return found
}

/** The chunks of a recording, opened and in order; none when they were erased. Throws when one was changed, moved or is of another case. */
export async function openChunks(ctx: Ctx, recording: Recording): Promise<Buffer[]> {
  const found = await findCase(ctx, recording)
  const parts = await readParts(ctx, recording.id, 'chunk')
  if (found.sealedKey === null || parts.length === 0) return []
  const key = openCaseKey(ctx, found)
  return Promise.all(parts.map(async part => openPart(ctx, key, part)))
}

export async function openPart(ctx: Ctx, key: Buffer, part: Part): Promise<Buffer> {
  return unseal(key, await ctx.files.get(part.fileId), partPlace(part))
}

/** Keeps the finished file in pieces, gives its chunks up, and writes to the trail what it is. */
export async function keepFinished(
  ctx: Ctx,
  recording: Recording,
  { bytes, durationMs }: { bytes: Buffer; durationMs: number | null },
): Promise<void> {
  await transact(ctx, async ctx => {
    const found = await findCase(ctx, recording)
    if (found.sealedKey === null) return finishEmpty(ctx, recording)
    const key = openCaseKey(ctx, found)
    const lookupKey = await openLookupKey(ctx)
    const digest = (piece: Buffer) => createHash('sha256').update(piece).digest('hex')
    for (let start = 0, number = 0; start < bytes.length; start += pieceBytes, number++) {
      const piece = bytes.subarray(start, start + pieceBytes)
      const sha256 = fileHash(lookupKey, digest(piece))
      await storePart(ctx, key, recording, { stage: 'piece', number, bytes: piece, sha256 })
    }
    await giveUpChunks(ctx, recording.id)
    await ctx.db
      .update(recordings)
      .set({ finishedAt: ctx.now(), durationMs, size: bytes.length })
      .where(eq(recordings.id, recording.id))
    const content = commit(commitmentSalt(ctx, found), 'content', digest(bytes))
    const done = { recording: recording.id, durationMs, size: bytes.length, content }
    await appendAudit(ctx, found.id, 'recording.finished', done)
  })
}

/** Nothing could be made of it: no chunk came, or none is left. */
export async function finishEmpty(ctx: Ctx, recording: Recording): Promise<void> {
  const done = { finishedAt: ctx.now(), durationMs: 0, size: 0 }
  await ctx.db.update(recordings).set(done).where(eq(recordings.id, recording.id))
}

async function giveUpChunks(ctx: Ctx, recordingId: string): Promise<void> {
  const ids = (await readParts(ctx, recordingId, 'chunk')).map(part => part.fileId)
  if (ids.length > 0) await ctx.db.update(files).set(erasedFile).where(inArray(files.id, ids))
}
