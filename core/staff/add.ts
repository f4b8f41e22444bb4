import { and, eq, isNull, sql } from 'drizzle-orm'
import { people } from '../../db/schema/people.ts'
import { staff } from '../../db/schema/staff.ts'
import type { Locale, StaffRole } from '../../db/values.ts'
import { appendAudit } from '../audit/append.ts'
import { type HandedOver, handOverAll } from '../booking/hand-over-all.ts'
import { type Ctx, transact } from '../context.ts'
import { newId } from '../ids.ts'
import { queueMessage } from '../message/queue.ts'
import { refuse } from '../refusal.ts'
import { handOnDecisions } from '../verdict/hand-on.ts'

export type Member = typeof staff.$inferSelect

/** Only admins (and the process itself, as a job) change the desk. */
export function refuseUnlessAdmin(ctx: Ctx): void {
  if (ctx.actor.kind === 'job') return
  if (ctx.actor.kind !== 'staff' || !ctx.actor.roles.includes('admin')) refuse('not-allowed', {})
}

/** Puts a person on the staff, or changes the roles and name of one who is; the person is told, unless `quiet`. Somebody who never wrote to the bot is prepared. */
export async function addStaff(
  ctx: Ctx,
  input: { telegramId: number; name: string; roles: StaffRole[]; locale: Locale; timeZone?: string; quiet?: boolean },
): Promise<Member> {
  return transact(ctx, async ctx => {
    refuseUnlessAdmin(ctx)
    const { telegramId, name, roles, locale } = input
    await ctx.db
      .insert(people)
      .values({ id: newId(ctx), telegramId, locale, createdAt: ctx.now() })
      .onConflictDoNothing()
    const [person] = await ctx.db.select().from(people).where(eq(people.telegramId, telegramId))
    if (!person) throw new Error('the person vanished between insert and select')
    const timeZone = input.timeZone ?? person.timeZone ?? ctx.officeTimeZone
    const [before] = await ctx.db.select().from(staff).where(eq(staff.personId, person.id))
    if (before && isAsWanted(before, { name, roles })) return before
    const [member] = await ctx.db
      .insert(staff)
      .values({ id: newId(ctx), personId: person.id, name, roles, timeZone, createdAt: ctx.now() })
      .onConflictDoUpdate({ target: staff.personId, set: { name, roles, removedAt: null } })
      .returning()
    if (!member) throw new Error('insert returned no row')
    await refuseWithoutAdmin(ctx)
    // names stay out of the trail
    const was = before && { roles: before.roles, removed: before.removedAt !== null, renamed: before.name !== name }
    await appendAudit(ctx, 'desk', 'staff.added', { staff: member.id, roles, before: was ?? null })
    if (!input.quiet) await queueMessage(ctx, { personId: person.id, kind: 'staff-added', params: { roles } })
    return member
  })
}

const isAsWanted = (before: Member, { name, roles }: Pick<Member, 'name' | 'roles'>): boolean =>
  before.removedAt === null && before.name === name && [...before.roles].sort().join() === [...roles].sort().join()

/**
 * Takes somebody off the staff: every right ends with this transaction, and what was booked with them, or waits for their decision, goes to others. The last admin
 * stays (`last-admin`).
 */
export async function removeStaff(ctx: Ctx, input: { staffId: string }): Promise<{ member: Member; handed: HandedOver }> {
  return transact(ctx, async ctx => {
    refuseUnlessAdmin(ctx)
    const [member] = await ctx.db
      .update(staff)
      .set({ removedAt: ctx.now(), status: 'offline' })
      .where(and(eq(staff.id, input.staffId), isNull(staff.removedAt)))
      .returning()
    if (!member) return refuse('not-found', { what: 'staff' })
    await refuseWithoutAdmin(ctx)
    await ctx.db.execute(sql`delete from sessions where staff_id = ${member.id}`)
    await appendAudit(ctx, 'desk', 'staff.removed', { staff: member.id, before: { roles: member.roles } })
    await queueMessage(ctx, { personId: member.personId, kind: 'staff-removed', params: {} })
    await handOnDecisions(ctx, { staffId: member.id })
    const handed = await handOverAll(ctx, { staffId: member.id, fromAt: ctx.now(), untilAt: undefined, why: 'removed' })
    return { member, handed }
  })
}

async function refuseWithoutAdmin(ctx: Ctx): Promise<void> {
  const [left] = await ctx.db
    .select({ id: staff.id })
    .from(staff)
    .where(and(isNull(staff.removedAt), sql`'admin' = any(${staff.roles})`))
    .limit(1)
  if (!left && ctx.actor.kind !== 'job') refuse('last-admin', {})
}

/** Everybody on the staff, by name. */
export async function listStaff(ctx: Ctx): Promise<Member[]> {
  return ctx.db.select().from(staff).where(isNull(staff.removedAt)).orderBy(staff.name)
}
