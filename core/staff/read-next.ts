import { and, asc, eq } from 'drizzle-orm'
import { bookings } from '../../db/schema/bookings.ts'
import { cases } from '../../db/schema/cases.ts'
import type { Ctx } from '../context.ts'
import { refuse } from '../refusal.ts'
import { listLooks } from '../verdict/look.ts'
import { readAgenda } from './read-agenda.ts'
import { type OwnCase, readOwnCase } from './read-own-case.ts'

/** Why it is next: a verdict is owed, a decision was asked of this reviewer, or a call comes up. */
export type NextWhy = 'verdict' | 'decision' | 'call'

/** The one thing that a reviewer should do next: what is owed already goes before what is booked. Undefined: nothing. */
export async function readNext(ctx: Ctx): Promise<{ why: NextWhy; own: OwnCase } | undefined> {
  if (ctx.actor.kind !== 'staff') return refuse('not-allowed', {})
  const [owed] = await ctx.db
    .select({ code: cases.code })
    .from(cases)
    .innerJoin(bookings, and(eq(bookings.caseId, cases.id), eq(bookings.status, 'active')))
    .where(and(eq(cases.state, 'reviewing'), eq(bookings.reviewerId, ctx.actor.staffId)))
    .orderBy(asc(cases.deadlineAt))
    .limit(1)
  if (owed) return { why: 'verdict', own: await readOwnCase(ctx, owed) }
  const asked = (await listLooks(ctx)).find(({ mine }) => mine)
  if (asked) return { why: 'decision', own: await readOwnCase(ctx, asked) }
  const [call] = await readAgenda(ctx)
  return call && { why: 'call', own: await readOwnCase(ctx, call) }
}
