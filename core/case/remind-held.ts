import { and, eq, isNotNull, isNull, lte, ne, or } from 'drizzle-orm'
import { cases } from '../../db/schema/cases.ts'
import { type Ctx, transact } from '../context.ts'
import { blockHold } from '../person/block.ts'
import { after, days } from '../policy.ts'
import { tellAdmins } from '../staff/tell-admins.ts'
import { type Case, lockCase } from './load.ts'

/** How often the admins hear again of what nobody but they can decide. */
const everyDays = 1

/** No time can be booked before a member of staff has decided: the clock is not the applicant's then. */
export const isHeldByUs = ({ state, hold }: Pick<Case, 'state' | 'hold'>): boolean =>
  state === 'invited' && hold !== null && hold !== blockHold

/**
 * Such a case does not lapse; instead the admins are reminded of it every day, until it goes on or is turned down. The first day counts
 * from the first round. Running it twice does nothing more.
 */
export async function remindHeld(ctx: Ctx): Promise<void> {
  const due = after(ctx.now(), -days(everyDays))
  const rows = await ctx.db
    .select({ id: cases.id })
    .from(cases)
    .where(
      and(
        eq(cases.state, 'invited'),
        isNotNull(cases.hold),
        ne(cases.hold, blockHold),
        or(isNull(cases.remindedAt), lte(cases.remindedAt, due)),
      ),
    )
    .limit(200)
  for (const { id } of rows) await transact(ctx, async ctx => remind(ctx, await lockCase(ctx, { id }), due))
}

async function remind(ctx: Ctx, found: Case, due: Date): Promise<void> {
  const { id, code, hold, remindedAt } = found
  if (!isHeldByUs(found) || hold === null || (remindedAt && remindedAt > due)) return
  await ctx.db.update(cases).set({ remindedAt: ctx.now() }).where(eq(cases.id, id))
  if (remindedAt) await tellAdmins(ctx, 'on-hold', { code, hold }, id)
}
