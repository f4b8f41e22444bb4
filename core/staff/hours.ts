import { asc, eq } from 'drizzle-orm'
import { shifts, staff } from '../../db/schema.ts'
import { appendAudit } from '../audit/append.ts'
import type { Shift } from '../booking/slots.ts'
import { type Ctx, transact } from '../context.ts'
import { newId } from '../ids.ts'
import { refuse } from '../refusal.ts'
import { refuseUnlessAdmin } from './add.ts'

/** A reviewer's weekly windows, Monday first. */
export async function readHours(ctx: Ctx, staffId: string): Promise<Shift[]> {
  const rows = await ctx.db
    .select()
    .from(shifts)
    .where(eq(shifts.staffId, staffId))
    .orderBy(asc(shifts.weekday), asc(shifts.startMinute))
  return rows.map(({ weekday, startMinute, endMinute }) => ({ weekday, startMinute, endMinute }))
}

/** Replaces a reviewer's weekly windows on the weekdays named. Bookings already made stay. By an admin, or the reviewer for himself. */
export async function setHours(
  ctx: Ctx,
  input: { staffId: string; weekdays: readonly number[]; windows: readonly Shift[] },
): Promise<Shift[]> {
  return transact(ctx, async ctx => {
    const own = ctx.actor.kind === 'staff' && ctx.actor.staffId === input.staffId
    if (!own) refuseUnlessAdmin(ctx)
    const [member] = await ctx.db.select().from(staff).where(eq(staff.id, input.staffId)).for('update')
    if (!member || member.removedAt !== null) return refuse('not-found', { what: 'staff' })
    const before = await readHours(ctx, input.staffId)
    const kept = before.filter(shift => !input.weekdays.includes(shift.weekday))
    const next = [...kept, ...input.windows]
    await ctx.db.delete(shifts).where(eq(shifts.staffId, input.staffId))
    if (next.length > 0)
      await ctx.db.insert(shifts).values(next.map(shift => ({ id: newId(ctx), staffId: input.staffId, ...shift })))
    await appendAudit(ctx, 'desk', 'hours.set', { staff: input.staffId, before, after: next })
    return readHours(ctx, input.staffId)
  })
}
