import { eq } from 'drizzle-orm'
import { people } from '../../db/schema/people.ts'
import { staff } from '../../db/schema/staff.ts'
import type { Locale } from '../../db/values.ts'
import type { Actor, Ctx } from '../context.ts'
import { newId } from '../ids.ts'

export type Person = typeof people.$inferSelect
export type Member = typeof staff.$inferSelect

export interface Met {
  person: Person
  /** present while the person is on the staff */
  member?: Member
}

/**
 * The person behind a Telegram id, made on the first message, locked until the transaction ends: one person's updates are taken one
 * after another. Rows that merely refer to the person (messages queued by others) do not wait for that lock. The client's language
 * counts until the person has chosen one.
 */
export async function meetPerson(ctx: Ctx, input: { telegramId: number; locale: Locale }): Promise<Met> {
  const { telegramId, locale } = input
  await ctx.db
    .insert(people)
    .values({ id: newId(ctx), telegramId, locale, createdAt: ctx.now() })
    .onConflictDoNothing()
  const [found] = await ctx.db.select().from(people).where(eq(people.telegramId, telegramId)).for('no key update')
  if (!found) throw new Error('the person vanished between insert and select')
  const person = found.localeChosen || found.locale === locale ? found : { ...found, locale }
  if (person !== found) await ctx.db.update(people).set({ locale }).where(eq(people.id, found.id))
  const [member] = await ctx.db.select().from(staff).where(eq(staff.personId, person.id))
  return member && member.removedAt === null ? { person, member } : { person }
}

/** As what somebody acts when writing to the bot. */
export function actorOf({ person, member }: Met): Actor {
  if (!member) return { kind: 'applicant', personId: person.id }
  return { kind: 'staff', personId: person.id, staffId: member.id, roles: member.roles }
}
