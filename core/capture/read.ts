import { and, asc, eq, isNull, ne } from 'drizzle-orm'
import { captures } from '../../db/schema/captures.ts'
import { files } from '../../db/schema/cases.ts'
import { staff } from '../../db/schema/staff.ts'
import type { CaptureKind } from '../../db/values.ts'
import type { Ctx } from '../context.ts'
import { erasedFile } from '../desk/retention.ts'

export interface Capture {
  id: string
  kind: CaptureKind
  bookingId: string
  callId: string
  reviewerId: string
  width: number
  height: number
  takenAt: Date
  /** a better one of the same call or booking was taken */
  replaced: boolean
  /** keyed hash of the bytes, hex */
  hash: string
  by: string
}

/** Every still of the case that is still kept, in the order in which they were taken. */
export async function readCaptures(ctx: Ctx, caseId: string): Promise<Capture[]> {
  const rows = await ctx.db
    .select({ capture: captures, hash: files.sha256, by: staff.name })
    .from(captures)
    .innerJoin(files, and(eq(files.id, captures.id), ne(files.kind, erasedFile.kind)))
    .innerJoin(staff, eq(staff.id, captures.reviewerId))
    .where(eq(captures.caseId, caseId))
    // those taken within one millisecond: a replaced one came first
    .orderBy(asc(captures.takenAt), asc(captures.replacedAt))
  return rows.map(({ capture: { id, kind, bookingId, callId, reviewerId, width, height, takenAt, replacedAt }, hash, by }) => ({
    ...{ id, kind, bookingId, callId, reviewerId, width, height, takenAt, hash, by },
    replaced: replacedAt !== null,
  }))
}

/** The present still of each kind in this booking, by kind. */
export async function findPresentCaptures(ctx: Ctx, bookingId: string): Promise<Map<CaptureKind, { id: string; hash: string }>> {
  const rows = await ctx.db
    .select({ id: captures.id, kind: captures.kind, hash: files.sha256 })
    .from(captures)
    .innerJoin(files, and(eq(files.id, captures.id), ne(files.kind, erasedFile.kind)))
    .where(and(eq(captures.bookingId, bookingId), isNull(captures.replacedAt)))
  return new Map(rows.map(({ kind, id, hash }) => [kind, { id, hash }]))
}
