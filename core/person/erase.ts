import { and, eq, ne } from 'drizzle-orm'
import { answers, cases, files } from '../../db/schema/cases.ts'
import { lookups } from '../../db/schema/lookups.ts'
import { rehearsals } from '../../db/schema/rehearsals.ts'
import { appendAudit } from '../audit/append.ts'
import { type Case, findRunningCase } from '../case/load.ts'
import { withdrawCase } from '../case/withdraw.ts'
import { type Ctx, transact } from '../context.ts'
import { erasedFile } from '../desk/retention.ts'
import { refuse } from '../refusal.ts'

/**
 * Erases what a person told the desk: a running application is withdrawn first, then every case of the person loses its key, its
 * answers and its pictures (their bytes, noise without the key, go with the next sweep). What is left (states, times, consents, the audit
 * trail, the document number's keyed hash for two years) says nothing about the person. Refused as `stale`
 * while a review is running or being decided, as `not-allowed` to anybody else. Returns how many cases were erased; a second call erases nothing more.
 */
export async function erasePerson(ctx: Ctx, input: { personId: string }): Promise<number> {
  const { actor } = ctx
  if (actor.kind === 'staff' || (actor.kind === 'applicant' && actor.personId !== input.personId))
    return refuse('not-allowed', {})
  return transact(ctx, async ctx => {
    const running = await findRunningCase(ctx, input.personId)
    if (running) await withdrawCase(ctx, { caseId: running.id })
    const all = await ctx.db.select().from(cases).where(eq(cases.personId, input.personId)).for('update')
    const open = all.filter(found => found.sealedKey !== null)
    for (const found of open) await destroyCase(ctx, found)
    return open.length
  })
}

async function destroyCase(ctx: Ctx, found: Case): Promise<void> {
  await ctx.db.delete(answers).where(eq(answers.caseId, found.id))
  const given = await ctx.db.update(files).set(erasedFile).where(eq(files.caseId, found.id)).returning({ id: files.id })
  // the document number's keyed hash stays for as long as the policy says: duplicate checks and waiting times hang on it
  await ctx.db.delete(lookups).where(and(eq(lookups.caseId, found.id), ne(lookups.kind, 'number')))
  await ctx.db.delete(rehearsals).where(eq(rehearsals.caseId, found.id))
  await ctx.db.update(cases).set({ sealedKey: null }).where(eq(cases.id, found.id))
  await appendAudit(ctx, found.id, 'case.erased', { files: given.length })
}
