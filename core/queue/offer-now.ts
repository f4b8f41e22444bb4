import { findNowFor } from '../booking/times-for.ts'
import type { Case } from '../case/load.ts'
import type { Ctx } from '../context.ts'
import { readPause } from '../desk/pause.ts'
import type { Offer } from '../message/view.ts'
import { readWait } from './line.ts'

/** Whether somebody could begin with the case at once, or how long a place in the line would take; neither while nobody can. */
export async function offerNow(ctx: Ctx, found: Case): Promise<Pick<Offer, 'now' | 'wait'>> {
  if (await readPause(ctx)) return { now: false }
  const wait = await readWait(ctx, found)
  if (wait === undefined) return { now: false }
  const now = wait === 0 && (await findNowFor(ctx, found)).length > 0
  return now ? { now } : { now, wait }
}
