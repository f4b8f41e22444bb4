import { and, eq, inArray, isNotNull, like, ne } from 'drizzle-orm'
import { answers, cases, files } from '../../db/schema/cases.ts'
import { lookups } from '../../db/schema/lookups.ts'
import type { CaseState } from '../../db/values.ts'
import { appendAudit } from '../audit/append.ts'
import type { Case } from '../case/load.ts'
import { type Ctx, transact } from '../context.ts'
import { erasedFile } from '../desk/retention.ts'
import { recordingKind } from '../recording/load.ts'
import { refuse } from '../refusal.ts'

/** While somebody is deciding, the pictures are part of what is decided on. */
const deciding: readonly CaseState[] = ['reviewing', 'confirming', 'appealed']

/**
 * Gives up every picture and recording of the person's applications, with what they could be compared by; the bytes go with the next sweep. A draft
 * asks for its pictures again. Refused as `too-late` while a review is running or being decided. Returns how many pictures there were.
 */
export async function deletePhotos(ctx: Ctx, input: { personId: string }): Promise<number> {
  return transact(ctx, async ctx => {
    const kept = and(eq(cases.personId, input.personId), isNotNull(cases.sealedKey))
    const own = await ctx.db.select().from(cases).where(kept).orderBy(cases.id).for('update')
    if (own.some(({ state }) => deciding.includes(state))) return refuse('too-late', {})
    let count = 0
    for (const found of own) count += await deleteOf(ctx, found)
    return count
  })
}

async function deleteOf(ctx: Ctx, found: Case): Promise<number> {
  const own = and(eq(files.caseId, found.id), ne(files.kind, erasedFile.kind))
  const pictures = await ctx.db.$count(files, and(own, ne(files.kind, recordingKind)))
  const gone = await ctx.db.update(files).set(erasedFile).where(own).returning({ id: files.id })
  if (gone.length === 0) return 0
  const ids = gone.map(({ id }) => id)
  await ctx.db.delete(lookups).where(and(eq(lookups.caseId, found.id), inArray(lookups.kind, ['photo', 'photo-band'])))
  if (found.state === 'draft')
    await ctx.db.delete(answers).where(and(eq(answers.caseId, found.id), like(answers.field, 'cardPhoto%')))
  await appendAudit(ctx, found.id, 'files.deleted', { files: ids })
  return pictures
}
