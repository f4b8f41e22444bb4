import { and, eq, inArray } from 'drizzle-orm'
import { deskExports } from '../../db/schema/audit.ts'
import { appendAudit } from '../audit/append.ts'
import { type Ctx, transact } from '../context.ts'
import { newId } from '../ids.ts'
import { refuse } from '../refusal.ts'
import { refuseUnlessAdmin } from '../staff/add.ts'

export type DeskExport = typeof deskExports.$inferSelect
export const openExport = inArray(deskExports.status, ['queued', 'making'])

/**
 * An admin asks for the cases and verdicts as tables; a worker of its own makes them and the outbox brings them. `days`: those begun
 * within so many; absent: all. While one is being made for the same admin, that one is meant.
 */
export async function requestExport(ctx: Ctx, input: { days?: number }): Promise<DeskExport> {
  return transact(ctx, async ctx => {
    refuseUnlessAdmin(ctx)
    if (ctx.actor.kind !== 'staff') return refuse('not-allowed', {})
    const { staffId } = ctx.actor
    const [underWay] = await ctx.db
      .select()
      .from(deskExports)
      .where(and(openExport, eq(deskExports.staffId, staffId)))
    if (underWay) return underWay
    const days = input.days ?? null
    const [made] = await ctx.db
      .insert(deskExports)
      .values({ id: newId(ctx), staffId, days, createdAt: ctx.now() })
      .returning()
    if (!made) throw new Error('insert returned no row')
    await appendAudit(ctx, 'desk', 'export.requested', { export: made.id, days })
    return made
  })
}
