import { inArray } from 'drizzle-orm'
import { people } from '../../db/schema/people.ts'
import type { Ctx } from '../context.ts'
import type { Person } from './meet.ts'

/** The people with these Telegram ids, as far as they are known. */
export async function findPeople(ctx: Ctx, telegramIds: readonly number[]): Promise<Person[]> {
  return ctx.db
    .select()
    .from(people)
    .where(inArray(people.telegramId, [...telegramIds]))
}
