import { findPresentCaptures } from '../capture/read.ts'
import type { Ctx } from '../context.ts'
import { refuse } from '../refusal.ts'

/** The two stills that are compared; refused as `proof-needed` where one is missing. */
export async function pairOfFaces(ctx: Ctx, bookingId: string) {
  const taken = await findPresentCaptures(ctx, bookingId)
  const [card, face] = [taken.get('card-front'), taken.get('face')]
  if (!card) return refuse('proof-needed', { why: 'card-front' })
  if (!face) return refuse('proof-needed', { why: 'face' })
  return { card, face }
}
