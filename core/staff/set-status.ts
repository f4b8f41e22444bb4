import { eq } from 'drizzle-orm'
import { staff } from '../../db/schema/staff.ts'
import type { StaffStatus } from '../../db/values.ts'
import { appendAudit } from '../audit/append.ts'
import { type HandedOver, handOverAll } from '../booking/hand-over-all.ts'
import { type Ctx, transact } from '../context.ts'
import { after, minutes } from '../policy.ts'
import { callUp } from '../queue/call-up.ts'
import { refreshPlaces } from '../queue/line.ts'
import { refuse } from '../refusal.ts'

/**
 * A reviewer comes online, takes a break or leaves; `Now` is offered only while somebody is online. Who comes online is given the first
 * in the line at once. Who leaves hands over what starts soon, where somebody else can take it; the rest stays.
 */
export async function setStatus(ctx: Ctx, input: { status: StaffStatus }): Promise<HandedOver> {
  return transact(ctx, async ctx => {
    if (ctx.actor.kind !== 'staff') return refuse('not-allowed', {})
    const { staffId } = ctx.actor
    const own = eq(staff.id, staffId)
    const [before] = await ctx.db.select({ status: staff.status }).from(staff).where(own).for('no key update')
    await ctx.db.update(staff).set({ status: input.status }).where(own)
    if (before?.status !== input.status)
      await appendAudit(ctx, 'desk', 'staff.status', { staff: staffId, before: before?.status ?? null, status: input.status })
    if (input.status === 'online') await takeFirst(ctx)
    if (input.status !== 'offline') return { handedOver: 0, givenBack: 0, kept: 0 }
    const untilAt = after(ctx.now(), minutes(ctx.policy.handedOverMinutes))
    return handOverAll(ctx, { staffId, fromAt: ctx.now(), untilAt, why: 'offline' })
  })
}

/** One, and no more: the rest of the line is the sweep's, which locks one case a transaction. */
async function takeFirst(ctx: Ctx): Promise<void> {
  await callUp(ctx, 1)
  await refreshPlaces(ctx)
}
