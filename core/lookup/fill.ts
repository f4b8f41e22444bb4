import { and, eq, isNotNull, like, ne, not } from 'drizzle-orm'
import { cases, files } from '../../db/schema/cases.ts'
import { lookups } from '../../db/schema/lookups.ts'
import { markPhoto } from '../application/clean-photo.ts'
import { type Case, lockCase } from '../case/load.ts'
import { passOnce } from '../case/pass-once.ts'
import { type Ctx, transact } from '../context.ts'
import { isOverFor } from '../desk/retention.ts'
import { openCaseKey } from '../vault/case-key.ts'
import { openLookupKey } from '../vault/lookup-key.ts'
import { seal, unseal } from '../vault/seal.ts'
import { collectLookups, fingerprintPlace } from './collect.ts'
import { fileHash } from './hash.ts'

/**
 * Cases that were handed in before there were look-up hashes get theirs; pictures of that time their marks. Newer ones have them from
 * submission on. Returns how many were filled.
 */
export async function fillLookups(ctx: Ctx): Promise<number> {
  return passOnce(ctx, { key: 'lookups-filled', batch: 20, failed: 'a case could not be made searchable', work: fillCase })
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
