import { and, eq, inArray, isNotNull, isNull } from 'drizzle-orm'
import { cases } from '../../db/schema/cases.ts'
import { type Ctx, transact } from '../context.ts'
import { destroyCase } from './destroy.ts'
import { lockCase } from './load.ts'
import { passOnce } from './pass-once.ts'

/** Ended before it was handed in, with what was told still there. */
const isLeft = and(inArray(cases.state, ['withdrawn', 'lapsed']), isNull(cases.submittedAt), isNotNull(cases.sealedKey))

/**
 * Of a draft that ends nothing is kept (withdraw.ts, lapse.ts); drafts that ended before that was so lose what they hold here. Returns how
 * many did.
 */
export async function clearClosedDrafts(ctx: Ctx): Promise<number> {
  return passOnce(ctx, {
    key: 'closed-drafts-cleared',
    batch: 50,
    where: isLeft,
    failed: 'a closed draft could not be cleared',
    work: clear,
  })
}

async function clear(ctx: Ctx, id: string): Promise<boolean> {
  return transact(ctx, async ctx => {
    await lockCase(ctx, { id })
    const [left] = await ctx.db
      .select({ id: cases.id })
      .from(cases)
      .where(and(eq(cases.id, id), isLeft))
    if (left) await destroyCase(ctx, left)
    return left !== undefined
  })
}
