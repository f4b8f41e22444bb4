import { and, eq, sql } from 'drizzle-orm'
import { linkDoors } from '../../db/schema/staff.ts'
import { appendAudit } from '../audit/append.ts'
import { type Ctx, transact } from '../context.ts'
import { refuse } from '../refusal.ts'

/**
 * A member of staff says in the chat whether the other browser is his: after a yes it may sign in with the link, once. `ask`: how the
 * browser's name begins. `stale` when nothing is asked any more, or the link is not his.
 */
export async function answerBrowser(ctx: Ctx, input: { ask: string; yes: boolean }): Promise<void> {
  const { actor } = ctx
  if (actor.kind !== 'staff') return refuse('not-allowed', {})
  await transact(ctx, async ctx => {
    const asked = and(eq(linkDoors.reviewerId, actor.staffId), sql`starts_with(${linkDoors.askedDevice}, ${input.ask})`)
    const found = await ctx.db.select().from(linkDoors).where(asked).for('update')
    if (input.ask === '' || found.length === 0) return refuse('stale', {})
    const device = input.yes ? { device: sql`${linkDoors.askedDevice}` } : {}
    await ctx.db
      .update(linkDoors)
      .set({ askedDevice: null, ...device })
      .where(asked)
    const action = input.yes ? 'staff.browser-allowed' : 'staff.browser-refused'
    for (const { door } of found) await appendAudit(ctx, 'desk', action, { staff: actor.staffId, door })
  })
}
