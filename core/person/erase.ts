import { eq, inArray } from 'drizzle-orm'
import { answers, cases, files } from '../../db/schema.ts'
import { appendAudit } from '../audit/append.ts'
import { type Case, findRunningCase } from '../case/load.ts'
import { withdrawCase } from '../case/withdraw.ts'
import { type Ctx, transact } from '../context.ts'

/**
 * Erases what a person told the desk: a running application is withdrawn first, then every case of the person loses its key, its
 * answers and its pictures. What is left (states, times, consents, the audit trail) says nothing about the person. Refused as `stale`
 * while a review is running or being decided. Returns how many cases were erased; a second call erases nothing more.
 */
export async function erasePerson(ctx: Ctx, input: { personId: string }): Promise<number> {
  const erased = await transact(ctx, async ctx => {
    const running = await findRunningCase(ctx, input.personId)
    if (running) await withdrawCase(ctx, { caseId: running.id })
    const all = await ctx.db.select().from(cases).where(eq(cases.personId, input.personId)).for('update')
    const open = all.filter(found => found.sealedKey !== null)
    const fileIds: string[] = []
    for (const found of open) fileIds.push(...(await destroyCase(ctx, found)))
    return { count: open.length, fileIds }
  })
  // without the key they are noise already; a crash here leaves noise behind
  for (const id of erased.fileIds) await ctx.files.remove(id)
  return erased.count
}

async function destroyCase(ctx: Ctx, found: Case): Promise<string[]> {
  const kept = await ctx.db.select({ id: files.id }).from(files).where(eq(files.caseId, found.id))
  const ids = kept.map(file => file.id)
  await ctx.db.delete(answers).where(eq(answers.caseId, found.id))
  if (ids.length > 0) await ctx.db.delete(files).where(inArray(files.id, ids))
  await ctx.db.update(cases).set({ sealedKey: null }).where(eq(cases.id, found.id))
  await appendAudit(ctx, found.id, 'case.erased', { files: ids.length })
  return ids
}
