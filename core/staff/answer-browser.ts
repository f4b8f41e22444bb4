import { doors } from '../../db/schema/staff.ts'
import { appendAudit } from '../audit/append.ts'
import { findActiveBooking } from '../booking/load.ts'
import { readCase } from '../case/load.ts'
import { type Ctx, transact } from '../context.ts'
import { refuse } from '../refusal.ts'
import { doorOf } from './sign-in.ts'

/**
 * The reviewer says in the chat whether the other browser is his: after a yes it may sign in with the link, once. `stale` when nothing
 * is asked any more, or the review is not his.
 */
export async function answerBrowser(ctx: Ctx, input: { code: string; ask: string; yes: boolean }): Promise<void> {
  const { actor } = ctx
  if (actor.kind !== 'staff') return refuse('not-allowed', {})
  await transact(ctx, async ctx => {
    const found = await readCase(ctx, { code: input.code })
    const booking = await findActiveBooking(ctx, found.id)
    if (booking?.reviewerId !== actor.staffId) return refuse('stale', { state: found.state })
    const key = { bookingId: booking.id, version: booking.version, reviewerId: actor.staffId }
    const [door] = await ctx.db.select().from(doors).where(doorOf(key)).for('update')
    if (!door?.askedDevice?.startsWith(input.ask)) return refuse('stale', { state: found.state })
    await ctx.db
      .update(doors)
      .set({ askedDevice: null, ...(input.yes ? { device: door.askedDevice } : {}) })
      .where(doorOf(key))
    const action = input.yes ? 'staff.browser-allowed' : 'staff.browser-refused'
    await appendAudit(ctx, 'desk', action, { staff: actor.staffId, booking: booking.id })
  })
}
