import { eq } from 'drizzle-orm'
import { cases } from '../../db/schema/cases.ts'
import { staff } from '../../db/schema/staff.ts'
import { type Case, lockCase, readCase } from '../case/load.ts'
import { type Ctx, transact } from '../context.ts'
import { queueStatusCard } from '../message/queue.ts'
import { refuse } from '../refusal.ts'
import { type Member, refuseUnlessAdmin } from '../staff/add.ts'
import { assignAppeal } from './appeal.ts'
import { assignSecond } from './ask-second.ts'
import { findAppeal, findEarlierReviewers, findSeconds, maySecond } from './eligible.ts'
import { findPendingVerdict } from './load.ts'

/** Who could be asked to decide a case that waits: for the admin's choice. Empty where nothing waits. */
export async function listDeciders(ctx: Ctx, input: { code: string }): Promise<Member[]> {
  refuseUnlessAdmin(ctx)
  const found = await readCase(ctx, input)
  if (found.state === 'appealed') return findSeconds(ctx, found)
  const verdict = found.state === 'confirming' ? await findPendingVerdict(ctx, found.id) : undefined
  return verdict ? findSeconds(ctx, found, verdict) : []
}

/** An admin asks somebody to decide: the second look, an escalation or an appeal. `same-person` for who had a part; the hold ends. */
export async function assignDecider(ctx: Ctx, input: { code: string; version: number; staffId: string }): Promise<Case> {
  return transact(ctx, async ctx => {
    refuseUnlessAdmin(ctx)
    const found = await lockCase(ctx, { code: input.code })
    if (found.version !== input.version) return refuse('stale', { state: found.state })
    const [member] = await ctx.db.select().from(staff).where(eq(staff.id, input.staffId))
    if (!member || member.removedAt !== null) return refuse('not-found', { what: 'staff' })
    if ((await findEarlierReviewers(ctx, found.id)).has(member.id)) return refuse('same-person', {})
    if (found.state === 'appealed') {
      const appeal = await findAppeal(ctx, found.id)
      await assignAppeal(ctx, found, appeal?.id ?? '', member)
    } else {
      const verdict = await findPendingVerdict(ctx, found.id)
      if (found.state !== 'confirming' || !verdict) return refuse('stale', { state: found.state })
      if (!(await maySecond(ctx, found, verdict, member.id))) return refuse('same-person', {})
      await assignSecond(ctx, found, verdict, member)
    }
    await ctx.db.update(cases).set({ hold: null }).where(eq(cases.id, found.id))
    await queueStatusCard(ctx, found)
    return found
  })
}
