import { and, arrayContains, eq, isNull } from 'drizzle-orm'
import { people } from '../../db/schema/people.ts'
import { staff } from '../../db/schema/staff.ts'
import type { Ctx } from '../context.ts'
import type { Locale } from '../message/kinds.ts'
import type { Member } from './add.ts'

export interface StaffChat {
  personId: string
  telegramId: number
  locale: Locale
  roles: Member['roles']
}

/** Where the members of staff are written to, and in which language: their command menus are made from it. */
export async function listStaffChats(ctx: Ctx): Promise<StaffChat[]> {
  return ctx.db
    .select({ personId: people.id, telegramId: people.telegramId, locale: people.locale, roles: staff.roles })
    .from(staff)
    .innerJoin(people, eq(people.id, staff.personId))
    .where(isNull(staff.removedAt))
}

/** Whether an admin is behind a Telegram id. Opens nothing, locks nothing. */
export async function isAdminChat(ctx: Ctx, telegramId: number): Promise<boolean> {
  const [admin] = await ctx.db
    .select({ id: staff.id })
    .from(staff)
    .innerJoin(people, eq(people.id, staff.personId))
    .where(and(eq(people.telegramId, telegramId), isNull(staff.removedAt), arrayContains(staff.roles, ['admin'])))
  return admin !== undefined
}
