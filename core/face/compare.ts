import { z } from 'zod'
import { faceComparisons } from '../../db/schema/captures.ts'
import { facePoints, pointJudgements } from '../../db/values.ts'
import { appendAudit } from '../audit/append.ts'
import { readCase } from '../case/load.ts'
import { lockReview } from '../check/record.ts'
import { type Ctx, transact } from '../context.ts'
import { pairOfFaces } from './pair.ts'

export const comparisonInput = z.object({ points: z.record(z.enum(facePoints), z.enum(pointJudgements)) })

/**
 * Keeps what the assigned reviewer sees at each of five points of the two faces, on the present stills of card and face; the last word
 * counts until the verdict, and a still that is taken again asks for a new comparison.
 */
export async function compareFaces(ctx: Ctx, input: z.input<typeof comparisonInput> & { code: string }): Promise<void> {
  const { points } = comparisonInput.parse(input)
  await transact(ctx, async ctx => {
    const { id: caseId } = await readCase(ctx, { code: input.code })
    const { booking, staffId } = await lockReview(ctx, caseId)
    const { card, face } = await pairOfFaces(ctx, booking.id)
    const row = { points, reviewerId: staffId, at: ctx.now() }
    await ctx.db
      .insert(faceComparisons)
      .values({ cardId: card.id, faceId: face.id, ...row })
      .onConflictDoUpdate({ target: [faceComparisons.cardId, faceComparisons.faceId], set: row })
    const count = (judgement: string) => Object.values(points).filter(one => one === judgement).length
    const counts = Object.fromEntries(pointJudgements.map(judgement => [judgement, count(judgement)]))
    await appendAudit(ctx, caseId, 'faces.compared', { booking: booking.id, card: card.id, face: face.id, ...counts })
  })
}
