import { eq } from 'drizzle-orm'
import { cases } from '../../db/schema/cases.ts'
import { lockDraft } from '../application/answer.ts'
import { readApplication } from '../application/answers.ts'
import { type Ctx, transact } from '../context.ts'
import { raiseFlags } from '../flag/raise.ts'
import { flagHold } from '../flag/rules.ts'
import { after, days, minutes } from '../policy.ts'
import { refuse } from '../refusal.ts'
import { tellAdmins } from '../staff/tell-admins.ts'
import { changeState } from './change-state.ts'
import type { Case } from './load.ts'

/**
 * Hands the application in, compares it with every other (core/flag/raise.ts) and, as the policy says, invites at once. Where the
 * evidence asks for a person, the invitation is on hold and the admins are told; where the policy leaves inviting to a person, they are
 * told too, and it waits for one of them (core/case/invite.ts). Refused as `application-incomplete` while anything
 * is missing. The status card that the change of state queues offers the nearest times.
 */
export async function submitApplication(ctx: Ctx, input: { caseId: string }): Promise<Case> {
  return transact(ctx, async ctx => {
    const draft = await lockDraft(ctx, input.caseId)
    const { position } = await readApplication(ctx, draft)
    if (position.at !== 'summary') {
      return refuse('application-incomplete', { field: position.at === 'question' ? position.step.field : position.consent })
    }
    // the card is to come below the summary, not where an older one stood
    await ctx.db.update(cases).set({ cardMessageId: null }).where(eq(cases.id, draft.id))
    const isManual = ctx.policy.inviteAutomatically === 0
    const deadlineAt = isManual ? after(ctx.now(), minutes(ctx.policy.inviteDueHours * 60)) : null
    const submitted = await changeState(ctx, draft, 'submitted', 'applicant', { submittedAt: ctx.now(), deadlineAt })
    const { hold } = await raiseFlags(ctx, submitted)
    if (isManual) {
      await tellAdmins(ctx, 'to-invite', { code: submitted.code }, submitted.id)
      return submitted
    }
    return inviteCase(ctx, submitted, hold ? flagHold : null)
  })
}

async function inviteCase(ctx: Ctx, submitted: Case, hold: string | null): Promise<Case> {
  const deadlineAt = after(ctx.now(), days(ctx.policy.invitedLapsesDays))
  const invited = await changeState(ctx, submitted, 'invited', 'policy', { deadlineAt, hold })
  if (hold) await tellAdmins(ctx, 'on-hold', { code: invited.code, hold }, invited.id)
  return invited
}
