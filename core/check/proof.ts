import { and, eq } from 'drizzle-orm'
import { faceComparisons } from '../../db/schema/captures.ts'
import type { CaptureKind } from '../../db/values.ts'
import { readApplication } from '../application/answers.ts'
import { documentOf } from '../application/documents.ts'
import type { Said } from '../application/steps.ts'
import type { Booking } from '../booking/load.ts'
import { findPresentCaptures } from '../capture/read.ts'
import type { Case } from '../case/load.ts'
import type { Ctx } from '../context.ts'
import { pairOfFaces } from '../face/pair.ts'
import { findEntry } from '../identity/entry.ts'
import { refuse } from '../refusal.ts'

/** The stills without which a check is neither passed nor failed. A passport has one side. */
export function neededCaptures(check: string, said: Said): readonly Exclude<CaptureKind, 'room'>[] {
  if (check === 'card-original') return documentOf(said('document'))?.sides === 1 ? ['card-front'] : ['card-front', 'card-back']
  return check === 'face-match' ? ['face'] : []
}

/** What can be taken at a check: what it needs, and one of the room, which shows the place and is asked of nobody who cannot turn the camera. */
export function offeredCaptures(check: string, said: Said): readonly CaptureKind[] {
  return check === 'place' ? ['room'] : neededCaptures(check, said)
}

interface Told {
  found: Case
  booking: Booking
  check: string
  result: 'passed' | 'failed'
  note: string | undefined
}

const proofs: Readonly<Record<string, (ctx: Ctx, told: Told) => Promise<void>>> = {
  'card-original': requireCaptures,
  'card-data': requireEntry,
  'face-match': requireComparison,
}

/**
 * Some checks are told passed or failed only from what was kept of them: the stills of card and face, the data typed from the card.
 * Refused as `proof-needed`; whatever could not be shown is not reached, with a reason. Whoever passes a check against what the system
 * compared says why (`note-needed`).
 */
export async function requireProof(ctx: Ctx, told: Told): Promise<void> {
  await proofs[told.check]?.(ctx, told)
}

async function requireCaptures(ctx: Ctx, { found, booking, check }: Told): Promise<void> {
  const { said } = await readApplication(ctx, found)
  const taken = await findPresentCaptures(ctx, booking.id)
  const missing = neededCaptures(check, said).find(kind => !taken.has(kind))
  if (missing) return refuse('proof-needed', { why: missing })
}

async function requireEntry(ctx: Ctx, { booking, result, note }: Told): Promise<void> {
  const entry = await findEntry(ctx, { bookingId: booking.id, reviewerId: booking.reviewerId })
  if (!entry?.settledAt) return refuse('proof-needed', { why: 'entry' })
  if (result === 'passed' && entry.differs.length > 0 && !note?.trim()) return refuse('note-needed', {})
}

/** Passed: on what was seen at the five points of these very stills. */
async function requireComparison(ctx: Ctx, told: Told): Promise<void> {
  await requireCaptures(ctx, told)
  if (told.result !== 'passed') return
  const { card, face } = await pairOfFaces(ctx, told.booking.id)
  const [compared] = await ctx.db
    .select({ points: faceComparisons.points })
    .from(faceComparisons)
    .where(and(eq(faceComparisons.cardId, card.id), eq(faceComparisons.faceId, face.id)))
  if (!compared) return refuse('proof-needed', { why: 'comparison' })
  if (Object.values(compared.points).includes('differs') && !told.note?.trim()) return refuse('note-needed', {})
}
