import { and, asc, eq, isNotNull, isNull, or } from 'drizzle-orm'
import { cases } from '../../db/schema/cases.ts'
import { blindReviews } from '../../db/schema/quality.ts'
import { staff } from '../../db/schema/staff.ts'
import { appendAudit } from '../audit/append.ts'
import { type Ctx, transact } from '../context.ts'
import { queueMessage } from '../message/queue.ts'
import { findReaders, isReadable } from './eligible.ts'

/**
 * One round: for every blind review that can be read by now and nobody was asked for (or somebody who has left), a reviewer is asked. With
 * nobody who had no part it waits, and is counted among the figures. Running it twice asks nobody twice.
 */
export async function askBlindReaders(ctx: Ctx): Promise<void> {
  const open = await ctx.db
    .select({ id: blindReviews.id })
    .from(blindReviews)
    .innerJoin(cases, eq(cases.id, blindReviews.caseId))
    .leftJoin(staff, eq(staff.id, blindReviews.assignedId))
    .where(and(isReadable(ctx), isNull(blindReviews.readerId), or(isNull(blindReviews.assignedId), isNotNull(staff.removedAt))))
    .orderBy(asc(blindReviews.drawnAt))
    .limit(100)
  for (const { id } of open) await transact(ctx, ctx => askOne(ctx, id))
}

async function askOne(ctx: Ctx, id: string): Promise<void> {
  const [review] = await ctx.db.select().from(blindReviews).where(eq(blindReviews.id, id)).for('update')
  if (!review || review.doneAt || review.readerId) return
  const [reader] = await findReaders(ctx, review)
  if (!reader || reader.id === review.assignedId) return
  await ctx.db.update(blindReviews).set({ assignedId: reader.id }).where(eq(blindReviews.id, id))
  await appendAudit(ctx, review.caseId, 'blind-review.asked', { review: id, reviewer: reader.id })
  await queueMessage(ctx, { personId: reader.personId, kind: 'blind-asked', params: { reviewId: id, staffId: reader.id } })
}
