import { and, desc, eq, inArray, ne, sql } from 'drizzle-orm'
import { cases } from '../../db/schema/cases.ts'
import { flags, lookups } from '../../db/schema/lookups.ts'
import type { FlagKind, LookupKind } from '../../db/values.ts'
import { appendAudit } from '../audit/append.ts'
import type { Case } from '../case/load.ts'
import { closedStates } from '../case/states.ts'
import type { Ctx } from '../context.ts'
import { collectLookups, readPictures } from '../lookup/collect.ts'
import { looksAlike } from '../lookup/fingerprint.ts'
import type { Lookup } from '../lookup/hash.ts'
import { flagRules } from './rules.ts'

/** Newest first, and no more than a person will look at. */
const mostPerKind = 20

interface Raised {
  kind: FlagKind
  evidence: Case
}

/**
 * Compares a case that is being handed in with every other that has been, keeps what it finds as flags, and says whether the policy
 * wants a person to decide first. Runs in the caller's transaction (G3). Of two cases handed in at the same moment with the same
 * number, phone, address or photo, the second waits for the first and sees it. An open case of somebody else gets the same flag back.
 */
export async function raiseFlags(ctx: Ctx, found: Case): Promise<{ hold: boolean }> {
  const { hashes, fingerprints } = await collectLookups(ctx, found)
  await lockValues(ctx, hashes)
  const raised = [
    ...(await compareNumber(ctx, found, hashes)),
    ...(await compareOthers(ctx, found, hashes, 'photo', 'same-photo')),
    ...(await compareOthers(ctx, found, hashes, 'phone', 'same-phone')),
    ...(await compareOthers(ctx, found, hashes, 'address', 'same-address')),
  ]
  const seen = new Set(raised.filter(({ kind }) => kind === 'same-photo').map(({ evidence }) => evidence.id))
  raised.push(...(await compareAlike(ctx, found, hashes, fingerprints)).filter(({ evidence }) => !seen.has(evidence.id)))
  if (sidesLookAlike(fingerprints)) raised.push({ kind: 'alike-sides', evidence: found })
  // what was found before, a person has decided about
  const fresh = await keepFlags(ctx, found, raised)
  return { hold: fresh.some(kind => flagRules[kind].hold) }
}

const compared: readonly LookupKind[] = ['number', 'phone', 'address', 'photo']

/** In one order for everybody, so that nobody waits in a circle. */
async function lockValues(ctx: Ctx, hashes: readonly Lookup[]): Promise<void> {
  const names = hashes.filter(({ kind }) => compared.includes(kind)).map(({ hash }) => hash.toString('hex'))
  for (const name of [...new Set(names)].sort())
    await ctx.db.execute(sql`select pg_advisory_xact_lock(hashtextextended(${name}, 11))`)
}

/** Other cases that share a hash of this kind; nearest first means: sharing most, then newest. */
async function findSharing(ctx: Ctx, found: Case, hashes: readonly Lookup[], kind: LookupKind): Promise<Case[]> {
  const own = hashes.filter(lookup => lookup.kind === kind).map(({ hash }) => hash)
  if (own.length === 0) return []
  const shared = await ctx.db
    .select({ caseId: lookups.caseId })
    .from(lookups)
    .where(and(eq(lookups.kind, kind), inArray(lookups.hash, own), ne(lookups.caseId, found.id)))
    .groupBy(lookups.caseId)
    .orderBy(desc(sql`count(*)`), desc(sql`max(${lookups.createdAt})`))
    .limit(mostPerKind)
  const ids = shared.map(({ caseId }) => caseId)
  if (ids.length === 0) return []
  return ctx.db.select().from(cases).where(inArray(cases.id, ids)).orderBy(desc(cases.createdAt))
}

const isOpen = ({ state }: Case): boolean => !closedStates.includes(state)

/** An earlier rejection counts under any account; the rest is news only where it is somebody else's. */
async function compareNumber(ctx: Ctx, found: Case, hashes: readonly Lookup[]): Promise<Raised[]> {
  const sharing = await findSharing(ctx, found, hashes, 'number')
  return sharing.flatMap((evidence): Raised[] => {
    const { state, againAt } = evidence
    if (state === 'rejected' && againAt === null) return [{ kind: 'rejected-for-good', evidence }]
    if (state === 'rejected' && againAt !== null && againAt > ctx.now()) return [{ kind: 'rejected-waiting', evidence }]
    if (evidence.personId === found.personId) return []
    return [{ kind: isOpen(evidence) ? 'running-elsewhere' : 'same-number', evidence }]
  })
}

async function compareOthers(
  ctx: Ctx,
  found: Case,
  hashes: readonly Lookup[],
  by: LookupKind,
  kind: FlagKind,
): Promise<Raised[]> {
  const sharing = await findSharing(ctx, found, hashes, by)
  return sharing.filter(({ personId }) => personId !== found.personId).map(evidence => ({ kind, evidence }))
}

/** Pictures that share a part of the fingerprint are opened and compared whole. */
async function compareAlike(
  ctx: Ctx,
  found: Case,
  hashes: readonly Lookup[],
  fingerprints: readonly Buffer[],
): Promise<Raised[]> {
  const alike: Raised[] = []
  for (const evidence of await findSharing(ctx, found, hashes, 'photo-band')) {
    if (evidence.personId === found.personId || evidence.sealedKey === null) continue
    const theirs = await readPictures(ctx, evidence)
    if (theirs.some(({ fingerprint: other }) => other && fingerprints.some(own => looksAlike(own, other))))
      alike.push({ kind: 'alike-photo', evidence })
  }
  return alike
}

/** One side of the card sent as both, by all that can be told; the evidence is the case itself. */
function sidesLookAlike([front, back]: readonly Buffer[]): boolean {
  return front !== undefined && back !== undefined && looksAlike(front, back)
}

async function keepFlags(ctx: Ctx, found: Case, raised: readonly Raised[]): Promise<FlagKind[]> {
  const fresh = await keepOn(
    ctx,
    found.id,
    raised.map(({ kind, evidence }) => ({ kind, evidenceCaseId: evidence.id })),
  )
  const others = raised.filter(({ evidence }) => isOpen(evidence) && evidence.personId !== found.personId)
  for (const { kind, evidence } of others) await keepOn(ctx, evidence.id, [{ kind, evidenceCaseId: found.id }])
  return fresh
}

/** Returns what is new. */
async function keepOn(
  ctx: Ctx,
  caseId: string,
  raised: readonly { kind: FlagKind; evidenceCaseId: string }[],
): Promise<FlagKind[]> {
  if (raised.length === 0) return []
  const fresh = await ctx.db
    .insert(flags)
    .values(raised.map(flag => ({ caseId, ...flag, createdAt: ctx.now() })))
    .onConflictDoNothing()
    .returning({ kind: flags.kind, evidence: flags.evidenceCaseId })
  if (fresh.length > 0) await appendAudit(ctx, caseId, 'flags.raised', { flags: fresh })
  return fresh.map(({ kind }) => kind)
}
