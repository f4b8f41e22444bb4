import { and, asc, eq, gt, lt, lte } from 'drizzle-orm'
import { absences, staff } from '../../db/schema/staff.ts'
import { appendAudit } from '../audit/append.ts'
import { type HandedOver, handOverAll } from '../booking/hand-over-all.ts'
import { type Ctx, transact } from '../context.ts'
import { newId } from '../ids.ts'
import { refuse } from '../refusal.ts'
import { handOnDecisions } from '../verdict/hand-on.ts'
import { type Member, refuseUnlessAdmin } from './add.ts'
import { tellMember } from './tell-member.ts'

/**
 * A member is away from one moment to another: nothing is booked with them then, and what was booked goes to somebody else, or its
 * applicant is given a new time. By an admin, or the member. What lies between two entries is one absence.
 */
export async function setAway(ctx: Ctx, input: { staffId: string; fromAt: Date; untilAt: Date }): Promise<HandedOver> {
  const { staffId, fromAt, untilAt } = input
  await transact(ctx, async ctx => {
    const member = await lockMember(ctx, staffId)
    if (untilAt <= fromAt || untilAt <= ctx.now()) return refuse('away-invalid', {})
    const touching = and(eq(absences.staffId, staffId), lte(absences.fromAt, untilAt), gt(absences.untilAt, fromAt))
    const old = await ctx.db.delete(absences).where(touching).returning()
    const from = new Date(Math.min(+fromAt, ...old.map(row => +row.fromAt)))
    const until = new Date(Math.max(+untilAt, ...old.map(row => +row.untilAt)))
    await ctx.db.insert(absences).values({ id: newId(ctx), staffId, fromAt: from, untilAt: until })
    if (from <= ctx.now()) await ctx.db.update(staff).set({ status: 'offline' }).where(eq(staff.id, staffId))
    const [same] = old.filter(row => +row.fromAt === +from && +row.untilAt === +until)
    if (same) return
    await tellMember(ctx, member, { what: 'away', from: from.toISOString(), until: until.toISOString() })
    await appendAudit(ctx, 'desk', 'staff.away', {
      staff: staffId,
      before: spansOf(old),
      after: spansOf([{ fromAt: from, untilAt: until }]),
    })
  })
  await handOnDecisions(ctx, { staffId })
  return handOverAll(ctx, { staffId, fromAt, untilAt, why: 'away' })
}

/** The member is back: what has not passed of any absence is over. False when there was none. */
export async function endAway(ctx: Ctx, input: { staffId: string }): Promise<boolean> {
  return transact(ctx, async ctx => {
    const { staffId } = input
    const member = await lockMember(ctx, staffId)
    const coming = and(eq(absences.staffId, staffId), gt(absences.untilAt, ctx.now()))
    const before = spansOf(await ctx.db.select().from(absences).where(coming).orderBy(asc(absences.fromAt)))
    const begun = await ctx.db
      .update(absences)
      .set({ untilAt: ctx.now() })
      .where(and(coming, lt(absences.fromAt, ctx.now())))
      .returning()
    const future = await ctx.db.delete(absences).where(coming).returning()
    if (begun.length + future.length === 0) return false
    await appendAudit(ctx, 'desk', 'staff.back', { staff: staffId, before, after: [] })
    await tellMember(ctx, member, { what: 'back' })
    return true
  })
}

async function lockMember(ctx: Ctx, staffId: string): Promise<Member> {
  const own = ctx.actor.kind === 'staff' && ctx.actor.staffId === staffId
  if (!own) refuseUnlessAdmin(ctx)
  const [member] = await ctx.db.select().from(staff).where(eq(staff.id, staffId)).for('no key update')
  return member && member.removedAt === null ? member : refuse('not-found', { what: 'staff' })
}

/** Absences as the trail names them. */
const spansOf = (rows: readonly { fromAt: Date; untilAt: Date }[]) =>
  rows.map(({ fromAt, untilAt }) => ({ from: fromAt.toISOString(), until: untilAt.toISOString() }))
