import { createHash } from 'node:crypto'
import { and, eq, sql } from 'drizzle-orm'
import { cases, files } from '../../db/schema/cases.ts'
import { recordingParts, recordings } from '../../db/schema/recordings.ts'
import { type Ctx, transact } from '../context.ts'
import { fileHash } from '../lookup/hash.ts'
import { refuse } from '../refusal.ts'
import { openCaseKey } from '../vault/case-key.ts'
import { openLookupKey } from '../vault/lookup-key.ts'
import { findOwnRecording } from './end.ts'
import { mayRecord } from './load.ts'
import { storePart } from './store-part.ts'

/** Two seconds of picture and sound take a tenth of it. */
export const mostChunkBytes = 4 * 1024 * 1024

interface Chunk {
  recordingId: string
  /** counted from 0, without a gap */
  number: number
  bytes: Buffer
}

/**
 * Keeps the next chunk of a recording, sealed and durable when it resolves (G9). The same chunk again changes nothing. Refused as
 * `not-found` to anybody but the one who records, `stale` after the end, out of order, or with other bytes under a number
 * that was kept; `not-allowed` once the applicant has taken the consent back.
 */
export async function keepChunk(ctx: Ctx, { recordingId, number, bytes }: Chunk): Promise<void> {
  await transact(ctx, async ctx => {
    const own = await findOwnRecording(ctx, recordingId)
    const [recording = own] = await ctx.db.select().from(recordings).where(eq(recordings.id, recordingId)).for('update')
    const sha256 = fileHash(await openLookupKey(ctx), createHash('sha256').update(bytes).digest('hex'))
    const chunks = and(eq(recordingParts.recordingId, recordingId), eq(recordingParts.stage, 'chunk'))
    const [kept] = await ctx.db
      .select({ sha256: files.sha256 })
      .from(recordingParts)
      .innerJoin(files, eq(files.id, recordingParts.fileId))
      .where(and(chunks, eq(recordingParts.number, number)))
    if (kept?.sha256 === sha256) return
    if (kept || recording.endedAt !== null || number !== (await ctx.db.$count(recordingParts, chunks))) return refuse('stale', {})
    const [found] = await ctx.db.select().from(cases).where(eq(cases.id, recording.caseId))
    if (!found || !(await mayRecord(ctx, found))) return refuse('not-allowed', {})
    await storePart(ctx, openCaseKey(ctx, found), recording, { stage: 'chunk', number, bytes, sha256 })
    await ctx.db.update(recordings).set({ heardAt: sql`clock_timestamp()` }).where(eq(recordings.id, recordingId))
  })
}
