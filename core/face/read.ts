import { and, asc, eq, ne } from 'drizzle-orm'
import { captures, faceComparisons, faceDistances } from '../../db/schema/captures.ts'
import { files } from '../../db/schema/cases.ts'
import { staff } from '../../db/schema/staff.ts'
import type { FaceMeasure, PointJudgements } from '../../db/values.ts'
import type { Ctx } from '../context.ts'
import { erasedFile } from '../desk/retention.ts'
import { bandOf, type FaceBand } from './bands.ts'

interface Told {
  cardId: string
  faceId: string
  bookingId: string
  by: string
  at: Date
}
export interface Comparison extends Told {
  points: PointJudgements
}
export interface Distance extends Told {
  outcome: FaceMeasure
  distance: number | null
  band: FaceBand | null
  model: string
  version: string
  cardHash: string
  faceHash: string
}

const kept = and(eq(files.id, captures.id), ne(files.kind, erasedFile.kind))

/** Every comparison by eye in the case whose stills are still kept. */
export async function readComparisons(ctx: Ctx, caseId: string): Promise<Comparison[]> {
  const rows = await ctx.db
    .select({ row: faceComparisons, bookingId: captures.bookingId, by: staff.name })
    .from(faceComparisons)
    .innerJoin(captures, eq(captures.id, faceComparisons.faceId))
    .innerJoin(files, kept)
    .innerJoin(staff, eq(staff.id, faceComparisons.reviewerId))
    .where(eq(captures.caseId, caseId))
    .orderBy(asc(faceComparisons.at))
  return rows.map(({ row: { cardId, faceId, points, at }, bookingId, by }) => ({ cardId, faceId, points, at, bookingId, by }))
}

/** Every distance measured in the case whose stills are still kept. */
export async function readDistances(ctx: Ctx, caseId: string): Promise<Distance[]> {
  const rows = await ctx.db
    .select({ row: faceDistances, bookingId: captures.bookingId, by: staff.name })
    .from(faceDistances)
    .innerJoin(captures, eq(captures.id, faceDistances.faceId))
    .innerJoin(files, kept)
    .innerJoin(staff, eq(staff.id, faceDistances.reviewerId))
    .where(eq(captures.caseId, caseId))
    .orderBy(asc(faceDistances.at))
  return rows.map(({ row: { reviewerId: _, ...row }, bookingId, by }) => ({
    ...row,
    bookingId,
    by,
    band: row.distance === null ? null : bandOf(row.distance),
  }))
}
