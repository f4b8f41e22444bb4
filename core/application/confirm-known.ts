import { and, eq } from 'drizzle-orm'
import { answers } from '../../db/schema.ts'
import { appendAudit } from '../audit/append.ts'
import { type Ctx, transact } from '../context.ts'
import { refuse } from '../refusal.ts'
import { lockDraft } from './answer.ts'
import { type Application, readApplication, readPosition } from './answers.ts'

/** "Is this still right?", yes: confirms the known answer of the open question. `stale` when another question is open, or none is known. */
export async function confirmKnownAnswer(ctx: Ctx, input: { caseId: string; field: string }): Promise<Application> {
  return transact(ctx, async ctx => {
    const found = await lockDraft(ctx, input.caseId)
    const position = await readPosition(ctx, found.id)
    if (position.at !== 'question' || position.step.field !== input.field) return refuse('stale', {})
    const kept = await ctx.db
      .update(answers)
      .set({ confirmed: true })
      .where(and(eq(answers.caseId, found.id), eq(answers.field, input.field)))
      .returning()
    if (kept.length === 0) return refuse('stale', {})
    await appendAudit(ctx, found.id, 'application.answered', { field: input.field, kept: true })
    return readApplication(ctx, found)
  })
}
