import { appendAudit } from '../audit/append.ts'
import { type Ctx, transact } from '../context.ts'
import { queueStatusCard } from '../message/queue.ts'
import { after, days } from '../policy.ts'
import { refuse } from '../refusal.ts'
import { refuseUnlessAdmin } from '../staff/add.ts'
import { changeState } from './change-state.ts'
import { type Case, lockCase } from './load.ts'

/**
 * An admin invites an applicant to book, where the policy leaves that to a person. What the evidence says of other cases has been on
 * the card in front of the admin: nothing is held for it. The applicant's card comes anew, with times. `stale` when somebody was faster.
 */
export async function inviteByHand(ctx: Ctx, input: { code: string; version?: number }): Promise<Case> {
  return transact(ctx, async ctx => {
    refuseUnlessAdmin(ctx)
    const found = await lockCase(ctx, { code: input.code })
    const isOther = input.version !== undefined && input.version !== found.version
    if (found.state !== 'submitted' || isOther) return refuse('stale', { state: found.state })
    const deadlineAt = after(ctx.now(), days(ctx.policy.invitedLapsesDays))
    const invited = await changeState(ctx, found, 'invited', 'admin', { deadlineAt, hold: null })
    await appendAudit(ctx, found.id, 'case.invited-by-hand', {})
    await queueStatusCard(ctx, invited, true)
    return invited
  })
}
