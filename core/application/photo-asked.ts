import { and, eq } from 'drizzle-orm'
import { cases, people } from '../../db/schema.ts'
import type { Ctx } from '../context.ts'
import { readPosition } from './answers.ts'

/** Whether a photo is the open question of the person behind a Telegram id: worth a download. Opens nothing, locks nothing. */
export async function isPhotoAsked(ctx: Ctx, telegramId: number): Promise<boolean> {
  const [draft] = await ctx.db
    .select({ id: cases.id })
    .from(cases)
    .innerJoin(people, eq(people.id, cases.personId))
    .where(and(eq(people.telegramId, telegramId), eq(cases.state, 'draft')))
  if (!draft) return false
  const position = await readPosition(ctx, draft.id)
  return position.at === 'question' && position.step.kind === 'photo'
}
