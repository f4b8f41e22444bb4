import { and, eq, inArray, isNull, lte, or } from 'drizzle-orm'
import { cases } from '../../db/schema/cases.ts'
import { type Ctx, transact } from '../context.ts'
import { queueMessage } from '../message/queue.ts'
import { blockHold } from '../person/block.ts'
import { isRefusal } from '../refusal.ts'
import { changeState } from './change-state.ts'
import { destroyCase } from './destroy.ts'
import { lockCase } from './load.ts'
import { isHeldByUs } from './remind-held.ts'

const lapsing = ['draft', 'invited', 'conditional'] as const

/**
 * Closes the cases whose deadline has passed, unless a member of staff keeps them on hold (remind-held.ts), each in a transaction of
 * its own; returns how many. Of a draft, which was never handed in, nothing is kept. Running it twice does nothing more.
 */
export async function lapseOverdue(ctx: Ctx): Promise<number> {
  const overdue = await ctx.db
    .select({ id: cases.id })
    .from(cases)
    .where(
      and(
        inArray(cases.state, [...lapsing]),
        lte(cases.deadlineAt, ctx.now()),
        or(isNull(cases.hold), eq(cases.hold, blockHold)),
      ),
    )
    .limit(200)
  let closed = 0
  for (const { id } of overdue) if (await lapse(ctx, id)) closed++
  return closed
}

async function lapse(ctx: Ctx, id: string): Promise<boolean> {
  try {
    return await transact(ctx, async ctx => {
      const found = await lockCase(ctx, { id })
      if (isHeldByUs(found) || found.deadlineAt === null || found.deadlineAt > ctx.now()) return false
      await changeState(ctx, found, 'lapsed', 'job')
      if (found.state === 'draft') await destroyCase(ctx, found)
      // the card is edited without a sound, and whoever was asleep hears of it in the morning
      await queueMessage(ctx, { personId: found.personId, caseId: found.id, kind: 'lapsed', params: { from: found.state } })
      return true
    })
  } catch (error) {
    // somebody moved the case on in between: then it has not lapsed
    if (isRefusal(error, 'stale')) return false
    throw error
  }
}
