import { and, eq, isNull, lte, or } from 'drizzle-orm'
import { cases } from '../../db/schema/cases.ts'
import { appendAudit } from '../audit/append.ts'
import { type Ctx, transact } from '../context.ts'
import { after, days } from '../policy.ts'
import { tellAdmins } from '../staff/tell-admins.ts'
import { type Case, lockCase } from './load.ts'

/** How often the admins hear again of an application that nobody has invited. */
const everyDays = 1

/**
 * An application that waits for an admin's invitation longer than the policy says: the admins are reminded when it is overdue, and every
 * day after, until it is invited or turned down. Running it twice does nothing more.
 */
export async function remindInvites(ctx: Ctx): Promise<void> {
  const before = after(ctx.now(), -days(everyDays))
  const rows = await ctx.db
    .select({ id: cases.id })
    .from(cases)
    .where(
      and(
        eq(cases.state, 'submitted'),
        lte(cases.deadlineAt, ctx.now()),
        or(isNull(cases.remindedAt), lte(cases.remindedAt, before)),
      ),
    )
    .limit(200)
  for (const { id } of rows) await transact(ctx, async ctx => remind(ctx, await lockCase(ctx, { id }), before))
}

async function remind(ctx: Ctx, found: Case, before: Date): Promise<void> {
  const { id, code, state, deadlineAt: dueAt, remindedAt, slippedAt } = found
  const now = ctx.now()
  if (state !== 'submitted' || !dueAt || dueAt > now || (remindedAt && remindedAt > before)) return
  await ctx.db
    .update(cases)
    .set({ remindedAt: now, slippedAt: slippedAt ?? now })
    .where(eq(cases.id, id))
  if (!slippedAt) await appendAudit(ctx, id, 'promise.slipped', { state, dueAt: dueAt.toISOString() })
  await tellAdmins(ctx, 'to-invite', { code, late: true }, id)
}
