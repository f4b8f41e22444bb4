import { and, eq, inArray, isNull, not, or } from 'drizzle-orm'
import { cases } from '../../db/schema/cases.ts'
import { people } from '../../db/schema/people.ts'
import type { Ctx } from '../context.ts'
import { minuteRuns } from '../person/take-turn.ts'
import { readApplication } from './answers.ts'

/**
 * Whether a photo is the open question of the person behind a Telegram id, who is neither blocked nor sending far too much: worth a
 * download. Locks nothing.
 */
export async function isPhotoAsked(ctx: Ctx, telegramId: number): Promise<boolean> {
  const [draft] = await ctx.db
    .select({ found: cases })
    .from(cases)
    .innerJoin(people, eq(people.id, cases.personId))
    .where(
      and(
        eq(people.telegramId, telegramId),
        inArray(cases.state, ['draft', 'invited']),
        isNull(people.blockedAt),
        or(eq(people.flowOver, 0), not(minuteRuns)),
      ),
    )
  if (!draft) return false
  const { position } = await readApplication(ctx, draft.found)
  return position.at === 'question' && position.step.kind === 'photo'
}
