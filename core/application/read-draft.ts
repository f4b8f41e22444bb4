import { and, eq, getTableColumns } from 'drizzle-orm'
import { answers, cases, consents } from '../../db/schema/cases.ts'
import { people } from '../../db/schema/people.ts'
import type { Ctx } from '../context.ts'
import { type Application, openApplication } from './answers.ts'

/**
 * The application that the person behind a Telegram id is filling in, with all that was said so far, its case locked until the
 * transaction ends. The three statements go out together: one round trip, whatever the number of questions.
 */
export async function readDraft(ctx: Ctx, telegramId: number): Promise<Application | undefined> {
  const theirs = and(eq(people.telegramId, telegramId), eq(cases.state, 'draft'))
  const isOwner = eq(people.id, cases.personId)
  const [[found], said, given] = await Promise.all([
    ctx.db.select(getTableColumns(cases)).from(cases).innerJoin(people, isOwner).where(theirs).for('update', { of: cases }),
    ctx.db
      .select(getTableColumns(answers))
      .from(answers)
      .innerJoin(cases, eq(cases.id, answers.caseId))
      .innerJoin(people, isOwner)
      .where(theirs),
    ctx.db
      .select(getTableColumns(consents))
      .from(consents)
      .innerJoin(cases, eq(cases.id, consents.caseId))
      .innerJoin(people, isOwner)
      .where(theirs),
  ])
  return found && openApplication(ctx, found, said, given)
}
