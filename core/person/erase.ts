import { eq } from 'drizzle-orm'
import { cases } from '../../db/schema/cases.ts'
import { destroyCase } from '../case/destroy.ts'
import { findRunningCase } from '../case/load.ts'
import { withdrawCase } from '../case/withdraw.ts'
import { type Ctx, transact } from '../context.ts'
import { refuse } from '../refusal.ts'

/**
 * Erases what a person told the desk: a running application is withdrawn first, then every case of the person is destroyed
 * (core/case/destroy.ts). Refused as `stale`
 * while a review is running or being decided, as `not-allowed` to anybody else. Returns how many cases were erased; a second call erases nothing more.
 */
export async function erasePerson(ctx: Ctx, input: { personId: string }): Promise<number> {
  const { actor } = ctx
  if (actor.kind === 'staff' || (actor.kind === 'applicant' && actor.personId !== input.personId))
    return refuse('not-allowed', {})
  return transact(ctx, async ctx => {
    const running = await findRunningCase(ctx, input.personId)
    if (running) await withdrawCase(ctx, { caseId: running.id })
    const all = await ctx.db.select().from(cases).where(eq(cases.personId, input.personId)).for('update')
    const open = all.filter(found => found.sealedKey !== null)
    for (const found of open) await destroyCase(ctx, found)
    // a draft went as it was withdrawn
    return open.length + (running?.state === 'draft' ? 1 : 0)
  })
}
