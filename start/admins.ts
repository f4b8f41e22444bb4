import type { Config } from '../config.ts'
import type { Ctx } from '../core/context.ts'
import { findPeople } from '../core/person/find.ts'
import { addStaff, listStaff } from '../core/staff/add.ts'

/** Makes the people of ADMIN_IDS admins, if they are not. Nobody is removed: that is done in the chat. */
export async function appointAdmins(ctx: Ctx, config: Config): Promise<void> {
  if (config.adminIds.length === 0) return
  const staff = await listStaff(ctx)
  const people = await findPeople(ctx, config.adminIds)
  for (const telegramId of config.adminIds) {
    const personId = people.find(person => person.telegramId === telegramId)?.id
    const member = staff.find(member => member.personId === personId)
    if (member?.roles.includes('admin')) continue
    const roles = [...new Set([...(member?.roles ?? []), 'admin' as const])]
    await addStaff(ctx, { telegramId, name: member?.name ?? `Admin ${telegramId}`, roles, locale: config.defaultLocale })
  }
}
