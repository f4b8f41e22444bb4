import { eq } from 'drizzle-orm'
import { staff } from '../../db/schema.ts'
import type { StaffStatus } from '../../db/values.ts'
import { appendAudit } from '../audit/append.ts'
import { type Ctx, transact } from '../context.ts'
import { refuse } from '../refusal.ts'

/** A reviewer comes online, takes a break or leaves; `Now` is offered only while somebody is online and free. */
export async function setStatus(ctx: Ctx, input: { status: StaffStatus }): Promise<void> {
  await transact(ctx, async ctx => {
    if (ctx.actor.kind !== 'staff') return refuse('not-allowed', {})
    await ctx.db.update(staff).set({ status: input.status }).where(eq(staff.id, ctx.actor.staffId))
    await appendAudit(ctx, 'desk', 'staff.status', { staff: ctx.actor.staffId, status: input.status })
  })
}
