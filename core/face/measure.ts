import { and, eq, inArray } from 'drizzle-orm'
import { z } from 'zod'
import { captures, faceDistances } from '../../db/schema/captures.ts'
import { consents } from '../../db/schema/cases.ts'
import { faceMeasures } from '../../db/values.ts'
import { appendAudit } from '../audit/append.ts'
import { readCase } from '../case/load.ts'
import { lockReview } from '../check/record.ts'
import { type Ctx, transact } from '../context.ts'
import { refuse } from '../refusal.ts'
import { pairOfFaces } from './pair.ts'

/** The only ones whose distances the bands are made for; the console computes with what this package brings. */
export const faceModel = 'face_recognition_model'
export const faceSoftware = '@vladmandic/face-api 1.7.15'

export const measureInput = z
  .object({
    /** the two stills whose bytes it was computed from */
    card: z.uuid(),
    face: z.uuid(),
    outcome: z.enum(faceMeasures),
    distance: z.number().min(0).max(2).optional(),
    model: z.literal(faceModel),
    version: z.literal(faceSoftware),
  })
  .refine(({ outcome, distance }) => (outcome === 'measured') === (distance !== undefined), { path: ['distance'] })

/**
 * Keeps what the console measured between the present stills of card and face, with the hashes of their bytes. Only with the consent to
 * face comparison as it stands now (`no-consent`); `stale` where one of the stills was taken again meanwhile. It advises and gives no
 * check its result.
 */
export async function keepDistance(ctx: Ctx, input: z.input<typeof measureInput> & { code: string }): Promise<void> {
  const { card: cardId, face: faceId, outcome, distance = null, model, version } = measureInput.parse(input)
  await transact(ctx, async ctx => {
    const { id: caseId } = await readCase(ctx, { code: input.code })
    const { booking, staffId } = await lockReview(ctx, caseId)
    if (!(await isFaceConsented(ctx, caseId))) return refuse('no-consent', {})
    const { card, face } = await pairOfFaces(ctx, booking.id)
    if (card.id !== cardId || face.id !== faceId) return refuse('stale', {})
    const row = {
      ...{ outcome, distance, model, version, cardHash: card.hash, faceHash: face.hash },
      ...{ reviewerId: staffId, at: ctx.now() },
    }
    await ctx.db
      .insert(faceDistances)
      .values({ cardId, faceId, ...row })
      .onConflictDoUpdate({ target: [faceDistances.cardId, faceDistances.faceId], set: row })
    // the figure itself is the applicant's, and goes with the pictures
    await appendAudit(ctx, caseId, 'faces.measured', { booking: booking.id, card: cardId, face: faceId, outcome, model, version })
  })
}

/** The consent as it stands: declined, and taken back later, are both no. */
async function isFaceConsented(ctx: Ctx, caseId: string): Promise<boolean> {
  const face = and(eq(consents.caseId, caseId), eq(consents.kind, 'face'))
  const [consent] = await ctx.db.select({ given: consents.given }).from(consents).where(face)
  return consent?.given ?? false
}

/** What was measured goes with the consent that allowed it. */
export async function dropDistances(ctx: Ctx, caseId: string): Promise<void> {
  const own = ctx.db.select({ id: captures.id }).from(captures).where(eq(captures.caseId, caseId))
  await ctx.db.delete(faceDistances).where(inArray(faceDistances.cardId, own))
}
