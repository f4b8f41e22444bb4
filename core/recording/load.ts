import { and, asc, eq, ne } from 'drizzle-orm'
import { consents, files } from '../../db/schema/cases.ts'
import { recordingParts, recordings } from '../../db/schema/recordings.ts'
import type { Case } from '../case/load.ts'
import type { Ctx } from '../context.ts'
import { erasedFile } from '../desk/retention.ts'

export type Recording = typeof recordings.$inferSelect
export type Part = typeof recordingParts.$inferSelect
type Stage = Part['stage']

/** Of files that hold a part of a recording. */
export const recordingKind = 'recording'

/** A sealed part opens only as what it is: it cannot be put in another's place, or into another recording. */
export const partPlace = ({ recordingId, stage, number }: Pick<Part, 'recordingId' | 'stage' | 'number'>): string =>
  `recordings/${recordingId}/${stage}/${number}`

/** Whether this case's calls are recorded: the desk wants it, and the applicant agreed and has not taken it back. */
export async function mayRecord(ctx: Ctx, found: Pick<Case, 'id'>): Promise<boolean> {
  if (ctx.policy.callsRecorded === 0) return false
  const [consent] = await ctx.db
    .select({ given: consents.given })
    .from(consents)
    .where(and(eq(consents.caseId, found.id), eq(consents.kind, 'recording')))
  return consent?.given === true
}

/** The parts of one stage whose bytes are still kept, in order. */
export async function readParts(ctx: Ctx, recordingId: string, stage: Stage): Promise<Part[]> {
  const rows = await ctx.db
    .select({ part: recordingParts })
    .from(recordingParts)
    .innerJoin(files, eq(files.id, recordingParts.fileId))
    .where(and(eq(recordingParts.recordingId, recordingId), eq(recordingParts.stage, stage), ne(files.kind, erasedFile.kind)))
    .orderBy(asc(recordingParts.number))
  return rows.map(({ part }) => part)
}

export async function findRecording(ctx: Ctx, id: string): Promise<Recording | undefined> {
  const [found] = await ctx.db.select().from(recordings).where(eq(recordings.id, id))
  return found
}
