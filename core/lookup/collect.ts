import { and, asc, eq, like } from 'drizzle-orm'
import { files } from '../../db/schema/cases.ts'
import { lookups } from '../../db/schema/lookups.ts'
import { readApplication } from '../application/answers.ts'
import type { Case } from '../case/load.ts'
import type { Ctx } from '../context.ts'
import { openCaseKey } from '../vault/case-key.ts'
import { openLookupKey } from '../vault/lookup-key.ts'
import { unseal } from '../vault/seal.ts'
import { bandsOf } from './fingerprint.ts'
import { hashOf, type Lookup } from './hash.ts'
import { normaliseAddress, normaliseName, normaliseNumber, phoneEnd } from './normalise.ts'

export interface Collected {
  hashes: Lookup[]
  fingerprints: Buffer[]
}

export const fingerprintPlace = (fileId: string): string => `files/${fileId}/fingerprint`

/** Computes everything that this case can be compared and found by, and keeps the hashes. Running it twice keeps the same. */
export async function collectLookups(ctx: Ctx, found: Case): Promise<Collected> {
  const key = await openLookupKey(ctx)
  const { answers } = await readApplication(ctx, found)
  const said = (field: string) => answers.get(field)?.value
  const pictures = await readPictures(ctx, found)
  const fingerprints = pictures.flatMap(({ fingerprint }) => fingerprint ?? [])
  const values = [
    ['number', normalised(said('documentNumber'), normaliseNumber)],
    ['name', normalised(said('name'), normaliseName)],
    ['phone', said('phone')],
    ['phone-end', normalised(said('phone'), phoneEnd)],
    ['address', normalised(said('address'), normaliseAddress)],
    ...fingerprints.flatMap(bandsOf).map(band => ['photo-band', band] as const),
  ] as const
  const hashes = [
    ...values.flatMap(([kind, value]) => (value ? [hashOf(key, kind, value)] : [])),
    // keyed already when the picture came
    ...pictures.map(({ sha256 }): Lookup => ({ kind: 'photo', hash: Buffer.from(sha256, 'hex') })),
  ]
  const rows = hashes.map(({ kind, hash }) => ({ caseId: found.id, kind, hash, createdAt: ctx.now() }))
  if (rows.length > 0) await ctx.db.insert(lookups).values(rows).onConflictDoNothing()
  return { hashes, fingerprints }
}

function normalised(value: string | undefined, how: (raw: string) => string | undefined): string | undefined {
  return value === undefined ? undefined : how(value)
}

/** The card's pictures with their fingerprints opened. */
export async function readPictures(ctx: Ctx, found: Case): Promise<{ sha256: string; fingerprint: Buffer | undefined }[]> {
  const rows = await ctx.db
    .select()
    .from(files)
    .where(and(eq(files.caseId, found.id), like(files.kind, 'card-%')))
    .orderBy(asc(files.createdAt))
  const key = openCaseKey(ctx, found)
  return rows
    .filter(({ sha256 }) => sha256 !== '')
    .map(({ id, sha256, fingerprint }) => ({
      sha256,
      fingerprint: fingerprint ? unseal(key, fingerprint, fingerprintPlace(id)) : undefined,
    }))
}
