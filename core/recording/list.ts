import { and, asc, eq, ne } from 'drizzle-orm'
import { files } from '../../db/schema/cases.ts'
import { recordingParts, recordings } from '../../db/schema/recordings.ts'
import type { Ctx } from '../context.ts'
import { erasedFile } from '../desk/retention.ts'
import type { Recording } from './load.ts'

/** What a console lists of a case's recordings. */
export interface Stretch {
  id: string
  startedAt: Date
  /** null: not known */
  durationMs: number | null
  status: 'running' | 'finishing' | 'ready' | 'gone'
}

/** The recordings of a case, oldest first. Gone: their time is over, or nothing could be recorded. */
export async function listRecordings(ctx: Ctx, caseId: string): Promise<Stretch[]> {
  const rows = await ctx.db.select().from(recordings).where(eq(recordings.caseId, caseId)).orderBy(asc(recordings.startedAt))
  const kept = await ctx.db
    .selectDistinct({ id: recordingParts.recordingId })
    .from(recordingParts)
    .innerJoin(files, eq(files.id, recordingParts.fileId))
    .where(and(eq(files.caseId, caseId), eq(recordingParts.stage, 'piece'), ne(files.kind, erasedFile.kind)))
  const status = ({ id, endedAt, finishedAt }: Recording): Stretch['status'] => {
    if (endedAt === null) return 'running'
    if (finishedAt === null) return 'finishing'
    return kept.some(row => row.id === id) ? 'ready' : 'gone'
  }
  return rows.map(row => ({ id: row.id, startedAt: row.startedAt, durationMs: row.durationMs, status: status(row) }))
}
