import { and, gt, lt } from 'drizzle-orm'
import { absences } from '../../db/schema/staff.ts'
import type { Ctx } from '../context.ts'

export interface Absence {
  id: string
  from: number
  until: number
}

/** Who of the staff is away in some part of that time. `id` is the member's. */
export async function readAbsences(ctx: Ctx, from: Date, until: Date): Promise<Absence[]> {
  const rows = await ctx.db
    .select({ id: absences.staffId, from: absences.fromAt, until: absences.untilAt })
    .from(absences)
    .where(and(gt(absences.untilAt, from), lt(absences.fromAt, until)))
  return rows.map(row => ({ id: row.id, from: +row.from, until: +row.until }))
}

/** The absences that are on or to come, soonest first, by member. */
export async function listAway(ctx: Ctx): Promise<{ staffId: string; fromAt: Date; untilAt: Date }[]> {
  return ctx.db
    .select({ staffId: absences.staffId, fromAt: absences.fromAt, untilAt: absences.untilAt })
    .from(absences)
    .where(gt(absences.untilAt, ctx.now()))
    .orderBy(absences.fromAt)
}
