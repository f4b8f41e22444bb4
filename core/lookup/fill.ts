import { and, asc, eq, gt, isNotNull, like, ne, not } from 'drizzle-orm'
import { z } from 'zod'
import { cases, files } from '../../db/schema/cases.ts'
import { settings } from '../../db/schema/desk.ts'
import { lookups } from '../../db/schema/lookups.ts'
import { markPhoto } from '../application/clean-photo.ts'
import { type Case, lockCase } from '../case/load.ts'
import { type Ctx, transact } from '../context.ts'
import { describeError } from '../database-errors.ts'
import { isOverFor } from '../desk/retention.ts'
import { openCaseKey } from '../vault/case-key.ts'
import { openLookupKey } from '../vault/lookup-key.ts'
import { seal, unseal } from '../vault/seal.ts'
import { collectLookups, fingerprintPlace } from './collect.ts'
import { fileHash } from './hash.ts'

/** How far the filling has come: the last case that was looked at, or that none is left. */
const progressKey = 'lookups-filled'
const progressSchema = z.object({ upTo: z.uuid().optional(), done: z.boolean().optional() })
const batch = 20

/**
 * Cases that were handed in before there were look-up hashes get theirs, a few a round, each once; pictures of that time their marks.
 * Newer ones have them from submission on, so once the end is reached nothing is looked for any more. One that cannot be opened is
 * logged and passed over. Returns how many were filled.
 */
export async function fillLookups(ctx: Ctx): Promise<number> {
  const [row] = await ctx.db.select().from(settings).where(eq(settings.key, progressKey))
  const { upTo, done } = progressSchema.parse(row?.value ?? {})
  if (done) return 0
  const rows = await ctx.db
    .select({ id: cases.id, code: cases.code })
    .from(cases)
    .where(upTo === undefined ? undefined : gt(cases.id, upTo))
    .orderBy(asc(cases.id))
    .limit(batch)
  let filled = 0
  for (const { id, code } of rows) {
    try {
      if (await fillCase(ctx, id)) filled++
    } catch (error) {
      ctx.log.warn({ code, error: describeError(error) }, 'a case could not be made searchable')
    }
  }
  const value = rows.length < batch ? { done: true } : { upTo: rows.at(-1)?.id }
  await ctx.db.insert(settings).values({ key: progressKey, value }).onConflictDoUpdate({ target: settings.key, set: { value } })
  return filled
}

async function fillCase(ctx: Ctx, id: string): Promise<boolean> {
  const wanted = and(
    eq(cases.id, id),
    ne(cases.state, 'draft'),
    isNotNull(cases.submittedAt),
    isNotNull(cases.sealedKey),
    not(isOverFor(ctx, ctx.policy.hashesKeptDays)),
  )
  return transact(ctx, async ctx => {
    const [found] = await ctx.db.select({ id: cases.id }).from(cases).where(wanted)
    const [any] = await ctx.db.select({ id: lookups.caseId }).from(lookups).where(eq(lookups.caseId, id)).limit(1)
    if (!found || any) return false
    const locked = await lockCase(ctx, { id })
    if (locked.sealedKey === null) return false
    await markPictures(ctx, locked)
    await collectLookups(ctx, locked)
    return true
  })
}

async function markPictures(ctx: Ctx, found: Case): Promise<void> {
  const unmarked = and(eq(files.caseId, found.id), like(files.kind, 'card-%'), eq(files.sha256, ''))
  const [key, lookupKey] = [openCaseKey(ctx, found), await openLookupKey(ctx)]
  for (const { id } of await ctx.db.select({ id: files.id }).from(files).where(unmarked)) {
    const photo = await markPhoto(unseal(key, await ctx.files.get(id), `files/${id}`))
    const sha256 = fileHash(lookupKey, photo.sha256)
    const fingerprint = photo.fingerprint ? seal(key, photo.fingerprint, fingerprintPlace(id), ctx.random) : null
    await ctx.db.update(files).set({ sha256, fingerprint }).where(eq(files.id, id))
  }
}
