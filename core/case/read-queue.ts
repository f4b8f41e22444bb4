import { and, asc, eq, isNotNull, notInArray, sql } from 'drizzle-orm'
import { bookings } from '../../db/schema/bookings.ts'
import { cases } from '../../db/schema/cases.ts'
import type { CaseState } from '../../db/values.ts'
import type { Ctx } from '../context.ts'
import { refuseUnlessAdmin } from '../staff/add.ts'
import { isPromised } from '../verdict/clock.ts'
import { closedStates } from './states.ts'

export interface QueueEntry {
  code: string
  state: CaseState
  hold: string | null
  deadlineAt: string | null
  /** of the booking that holds its time now */
  startsAt: string | null
  /** a decision was promised for then, and is not there */
  late: boolean
}

export interface Queue {
  counts: { state: CaseState; count: number }[]
  onHold: number
  entries: QueueEntry[]
  /** 1 is the first */
  page: number
  pages: number
}

/** Drafts are their applicants' own until they are handed in: counted, not listed. */
const unlisted: readonly CaseState[] = [...closedStates, 'draft']

/** The open cases, those on hold first and then by deadline, a page at a time; a page past the last is the last. Admins only. */
export async function readQueue(ctx: Ctx, { page, size }: { page: number; size: number }): Promise<Queue> {
  refuseUnlessAdmin(ctx)
  const counts = await ctx.db
    .select({ state: cases.state, count: sql<number>`count(*)::int`, onHold: sql<number>`count(${cases.hold})::int` })
    .from(cases)
    .where(notInArray(cases.state, [...closedStates]))
    .groupBy(cases.state)
  const listed = counts.filter(({ state }) => !unlisted.includes(state)).reduce((sum, { count }) => sum + count, 0)
  const pages = Math.max(1, Math.ceil(listed / size))
  const shown = Math.min(Math.max(1, page), pages)
  const rows = await ctx.db
    .select({ code: cases.code, state: cases.state, hold: cases.hold, deadlineAt: cases.deadlineAt, startsAt: bookings.startsAt })
    .from(cases)
    .leftJoin(bookings, and(eq(bookings.caseId, cases.id), eq(bookings.status, 'active')))
    .where(notInArray(cases.state, [...unlisted]))
    .orderBy(
      sql`${isNotNull(cases.hold)} desc`,
      sql`coalesce(${bookings.startsAt}, ${cases.deadlineAt}) asc nulls last`,
      asc(cases.id),
    )
    .limit(size)
    .offset((shown - 1) * size)
  return {
    counts: counts.map(({ state, count }) => ({ state, count })),
    onHold: counts.reduce((sum, row) => sum + row.onHold, 0),
    entries: rows.map(row => ({
      ...row,
      deadlineAt: row.deadlineAt?.toISOString() ?? null,
      startsAt: row.startsAt?.toISOString() ?? null,
      late: isPromised(row.state) && row.deadlineAt !== null && row.deadlineAt <= ctx.now(),
    })),
    page: shown,
    pages,
  }
}
