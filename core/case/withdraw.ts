import { releaseBooking } from '../booking/release.ts'
import { type Ctx, transact } from '../context.ts'
import { changeState } from './change-state.ts'
import { destroyCase } from './destroy.ts'
import { type Case, lockOwnCase } from './load.ts'

/**
 * The applicant takes the application back, at any time before the call; a booked time is free again at once. `stale` once it is over.
 * Of a draft, which was never handed in, nothing is kept.
 */
export async function withdrawCase(ctx: Ctx, input: { caseId: string }): Promise<Case> {
  return transact(ctx, async ctx => {
    const found = await lockOwnCase(ctx, { id: input.caseId })
    if (found.state === 'booked') await releaseBooking(ctx, found, 'cancelled-by-applicant')
    const withdrawn = await changeState(ctx, found, 'withdrawn', 'applicant')
    if (found.state !== 'draft') return withdrawn
    await destroyCase(ctx, found)
    return { ...withdrawn, sealedKey: null }
  })
}
