import { and, eq } from 'drizzle-orm'
import { people } from '../../db/schema/people.ts'
import type { Locale } from '../../db/values.ts'
import type { Ctx } from '../context.ts'

/** The person's client speaks another language now: the desk follows, unless the person chose one. Somebody unknown stays so. */
export async function followClient(ctx: Ctx, input: { telegramId: number; locale: Locale }): Promise<void> {
  await ctx.db
    .update(people)
    .set({ locale: input.locale })
    .where(and(eq(people.telegramId, input.telegramId), eq(people.localeChosen, false)))
}
