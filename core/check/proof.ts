import type { CaptureKind } from '../../db/values.ts'
import { readApplication } from '../application/answers.ts'
import { documentOf } from '../application/documents.ts'
import type { Said } from '../application/steps.ts'
import { findPresentCaptures } from '../capture/read.ts'
import type { Case } from '../case/load.ts'
import type { Ctx } from '../context.ts'
import { refuse } from '../refusal.ts'

/** The stills without which a check is neither passed nor failed. A passport has one side. */
export function neededCaptures(check: string, said: Said): readonly CaptureKind[] {
  if (check === 'card-original') return documentOf(said('document'))?.sides === 1 ? ['card-front'] : ['card-front', 'card-back']
  return check === 'face-match' ? ['face'] : []
}

const proven: readonly string[] = ['card-original', 'face-match']

/**
 * Some checks are told passed or failed only from what was kept of them: the stills of card and face. Refused as `proof-needed`; whatever
 * could not be shown is not reached, with a reason.
 */
export async function requireProof(ctx: Ctx, input: { found: Case; bookingId: string; check: string }): Promise<void> {
  const { found, bookingId, check } = input
  if (!proven.includes(check)) return
  const { said } = await readApplication(ctx, found)
  const taken = await findPresentCaptures(ctx, bookingId)
  const missing = neededCaptures(check, said).find(kind => !taken.has(kind))
  if (missing) return refuse('proof-needed', { why: missing })
}
