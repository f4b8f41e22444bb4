import { and, eq, inArray, ne, type SQL, sql } from 'drizzle-orm'
import { cases, files } from '../../db/schema/cases.ts'
import { lookups } from '../../db/schema/lookups.ts'
import { appendAudit } from '../audit/append.ts'
import type { Case } from '../case/load.ts'
import { closedStates } from '../case/states.ts'
import { type Ctx, transact } from '../context.ts'
import { groupBy } from '../group-by.ts'
import { after, days } from '../policy.ts'

/** A file that is to go: its row no longer says what it was, and `removeErased` takes the bytes away. */
export const erasedFile = { kind: 'erased', sha256: '', mime: '', fingerprint: null } as const

/** When a case that is over ended, as policy counts it. */
const endedAt = sql`coalesce(${cases.decidedAt}, ${cases.submittedAt}, ${cases.createdAt})`

/** Cases that have been over for so long (desk time). */
export function isOverFor(ctx: Ctx, keptDays: number): SQL {
  const latest = after(ctx.now(), -days(keptDays))
  const closed = inArray(cases.state, [...closedStates])
  return sql`(${closed} and ${endedAt} <= ${latest.toISOString()}::timestamptz)`
}

/** Until when the pictures of this case stay; undefined while it is open. */
export function picturesKeptUntil(ctx: Ctx, found: Case): Date | undefined {
  if (!closedStates.includes(found.state)) return undefined
  return after(found.decidedAt ?? found.submittedAt ?? found.createdAt, days(ctx.policy.picturesKeptDays))
}

/** Gives up the pictures of cases that have been over for as long as the policy keeps them (desk time). Their answers stay. */
export async function expirePictures(ctx: Ctx): Promise<void> {
  const rows = await ctx.db
    .select({ fileId: files.id, caseId: cases.id })
    .from(files)
    .innerJoin(cases, eq(cases.id, files.caseId))
    .where(and(ne(files.kind, erasedFile.kind), isOverFor(ctx, ctx.policy.picturesKeptDays)))
    .limit(200)
  for (const [caseId, own] of groupBy(rows, row => row.caseId)) {
    await transact(ctx, async ctx => {
      const ids = own.map(row => row.fileId)
      await ctx.db.update(files).set(erasedFile).where(inArray(files.id, ids))
      await appendAudit(ctx, caseId, 'files.expired', { files: ids })
    })
  }
}

/** Takes the bytes of erased files away, then their rows. A crash in between does it again. */
export async function removeErased(ctx: Ctx): Promise<void> {
  const rows = await ctx.db.select({ id: files.id }).from(files).where(eq(files.kind, erasedFile.kind)).limit(500)
  for (const { id } of rows) await ctx.files.remove(id)
  if (rows.length > 0)
    await ctx.db.delete(files).where(
      inArray(
        files.id,
        rows.map(row => row.id),
      ),
    )
}

/** Takes away the keyed hashes of cases that have been over for as long as the policy keeps them (desk time), erased cases included. */
export async function expireHashes(ctx: Ctx): Promise<void> {
  const over = ctx.db.select({ id: cases.id }).from(cases).where(isOverFor(ctx, ctx.policy.hashesKeptDays))
  await ctx.db.delete(lookups).where(inArray(lookups.caseId, over))
}
