import { and, desc, eq, isNull } from 'drizzle-orm'
import { cases } from '../../db/schema/cases.ts'
import { messages } from '../../db/schema/messages.ts'
import { staff } from '../../db/schema/staff.ts'
import type { Ctx } from '../context.ts'
import { refuseUnlessAdmin } from '../staff/add.ts'

export interface ParkedMessage {
  id: number
  kind: string
  /** the case that it speaks of */
  code: string | null
  /** the member of staff to whom it was to go; null: an applicant */
  staffName: string | null
  /** the messenger's own words, or ours; never what was to be said */
  error: string
  parkedAt: Date
}

export interface ParkedPage {
  entries: ParkedMessage[]
  total: number
  page: number
  pages: number
}

/** The messages that could not be sent, the latest first, for an admin. A page out of range is the nearest there is. */
export async function readParked(ctx: Ctx, input: { page: number; size: number }): Promise<ParkedPage> {
  refuseUnlessAdmin(ctx)
  const isParked = eq(messages.status, 'parked')
  const total = await ctx.db.$count(messages, isParked)
  const pages = Math.max(1, Math.ceil(total / input.size))
  const page = Math.min(Math.max(1, Math.trunc(input.page)), pages)
  const rows = await ctx.db
    .select({
      id: messages.id,
      kind: messages.kind,
      code: cases.code,
      staffName: staff.name,
      error: messages.error,
      parkedAt: messages.doneAt,
    })
    .from(messages)
    .leftJoin(cases, eq(cases.id, messages.caseId))
    .leftJoin(staff, and(eq(staff.personId, messages.personId), isNull(staff.removedAt)))
    .where(isParked)
    .orderBy(desc(messages.id))
    .limit(input.size)
    .offset((page - 1) * input.size)
  const entries = rows.map(({ error, parkedAt, ...row }) => ({ ...row, error: error ?? '', parkedAt: parkedAt ?? ctx.now() }))
  return { entries, total, page, pages }
}
