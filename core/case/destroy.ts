import { and, eq, ne } from 'drizzle-orm'
import { answers, cases, files } from '../../db/schema/cases.ts'
import { lookups } from '../../db/schema/lookups.ts'
import { rehearsals } from '../../db/schema/rehearsals.ts'
import { appendAudit } from '../audit/append.ts'
import type { Ctx } from '../context.ts'
import { erasedFile } from '../desk/retention.ts'
import type { Case } from './load.ts'

/**
 * Takes what was told from a case: its answers, its pictures (their bytes, noise without the key, go with the next sweep) and the key
 * itself (G7). What is left (states, times, consents, the audit trail, the document number's keyed hash for two years) says nothing
 * about the person. Of a draft that ends before it was handed in, this happens at once.
 */
export async function destroyCase(ctx: Ctx, found: Pick<Case, 'id'>): Promise<void> {
  await ctx.db.delete(answers).where(eq(answers.caseId, found.id))
  const given = await ctx.db.update(files).set(erasedFile).where(eq(files.caseId, found.id)).returning({ id: files.id })
  // the document number's keyed hash stays for as long as the policy says: duplicate checks and waiting times hang on it
  await ctx.db.delete(lookups).where(and(eq(lookups.caseId, found.id), ne(lookups.kind, 'number')))
  await ctx.db.delete(rehearsals).where(eq(rehearsals.caseId, found.id))
  await ctx.db.update(cases).set({ sealedKey: null }).where(eq(cases.id, found.id))
  await appendAudit(ctx, found.id, 'case.erased', { files: given.length })
}
