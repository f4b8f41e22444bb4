import { and, eq, inArray } from 'drizzle-orm'
import { evidenceFiles } from '../../db/schema/audit.ts'
import { appendAudit } from '../audit/append.ts'
import { findLatestBooking } from '../booking/load.ts'
import { lockCase } from '../case/load.ts'
import { type Ctx, transact } from '../context.ts'
import { isBlind } from '../identity/blind.ts'
import { newId } from '../ids.ts'
import { refuse } from '../refusal.ts'
import { refuseUnlessAdmin } from '../staff/add.ts'

export type EvidenceFile = typeof evidenceFiles.$inferSelect

/**
 * An admin asks for a case's evidence file; a worker of its own makes it and the outbox brings it. `full`: with the document number
 * whole, the staff's notes, and what opens the trail's commitments. While one is being made for the same admin, that one is meant.
 */
export async function requestEvidence(ctx: Ctx, input: { code: string; full: boolean }): Promise<EvidenceFile> {
  return transact(ctx, async ctx => {
    refuseUnlessAdmin(ctx)
    if (ctx.actor.kind !== 'staff') return refuse('not-allowed', {})
    const { staffId } = ctx.actor
    const found = await lockCase(ctx, { code: input.code })
    if (await isBlind(ctx, found, await findLatestBooking(ctx, found.id))) return refuse('entry-first', {})
    const open = and(eq(evidenceFiles.caseId, found.id), inArray(evidenceFiles.status, ['queued', 'making']))
    const [underWay] = await ctx.db
      .select()
      .from(evidenceFiles)
      .where(and(open, eq(evidenceFiles.staffId, staffId), eq(evidenceFiles.full, input.full)))
    if (underWay) return underWay
    const row = { id: newId(ctx), caseId: found.id, staffId, full: input.full, createdAt: ctx.now() }
    const [made] = await ctx.db.insert(evidenceFiles).values(row).returning()
    if (!made) throw new Error('insert returned no row')
    await appendAudit(ctx, found.id, 'evidence.requested', { evidence: made.id, full: made.full })
    return made
  })
}
