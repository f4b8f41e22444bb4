import { eq } from 'drizzle-orm'
import { cases } from '../../db/schema.ts'
import { lockDraft } from '../application/answer.ts'
import { readPosition } from '../application/answers.ts'
import { type Ctx, transact } from '../context.ts'
import { after, days } from '../policy.ts'
import { refuse } from '../refusal.ts'
import { changeState } from './change-state.ts'
import type { Case } from './load.ts'

/**
 * Hands the application in and, as the policy says, invites at once. Refused as `application-incomplete` while anything is missing.
 * The status card that the change of state queues offers the nearest times.
 */
export async function submitApplication(ctx: Ctx, input: { caseId: string }): Promise<Case> {
  return transact(ctx, async ctx => {
    const draft = await lockDraft(ctx, input.caseId)
    const position = await readPosition(ctx, draft.id)
    if (position.at !== 'summary') {
      return refuse('application-incomplete', { field: position.at === 'question' ? position.step.field : position.consent })
    }
    // the card is to come below the summary, not where an older one stood
    await ctx.db.update(cases).set({ cardMessageId: null }).where(eq(cases.id, draft.id))
    const submitted = await changeState(ctx, draft, 'submitted', 'applicant', { submittedAt: ctx.now() })
    return inviteCase(ctx, submitted)
  })
}

async function inviteCase(ctx: Ctx, submitted: Case): Promise<Case> {
  return changeState(ctx, submitted, 'invited', 'policy', { deadlineAt: after(ctx.now(), days(ctx.policy.invitedLapsesDays)) })
}
