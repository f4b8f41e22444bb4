import { inArray } from 'drizzle-orm'
import { people } from '../../db/schema/people.ts'
import type { Ctx } from '../context.ts'
import type { Person } from './meet.ts'

/** Whether somebody ever wrote to the bot: before that the messenger lets it write nothing to them. */
export async function hasWritten(ctx: Ctx, input: { telegramId: number }): Promise<boolean> {
  const [person] = await findPeople(ctx, [input.telegramId])
  return person !== undefined && person.flowFrom !== null
}

/** The people with these Telegram ids, as far as they are known. */
export async function findPeople(ctx: Ctx, telegramIds: readonly number[]): Promise<Person[]> {
  return ctx.db
    .select()
    .from(people)
    .where(inArray(people.telegramId, [...telegramIds]))
}
