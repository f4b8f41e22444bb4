import { and, eq, isNotNull, isNull } from 'drizzle-orm'
import { calls } from '../../db/schema/calls.ts'
import type { Ctx } from '../context.ts'
import type { Seat } from './presence.ts'

/** The applicant's camera is on and both are there: from now on this call had a picture. */
export async function notePicture(ctx: Ctx, bookingId: string, applicant: Pick<Seat, 'camera'>): Promise<void> {
  if (!applicant.camera) return
  await ctx.db
    .update(calls)
    .set({ pictureAt: ctx.now() })
    .where(and(eq(calls.bookingId, bookingId), isNull(calls.endedAt), isNull(calls.pictureAt)))
}

/** Whether the reviewer can have seen the applicant in any call of this booking; sound alone cannot finish a review. */
export async function hadPicture(ctx: Ctx, bookingId: string): Promise<boolean> {
  return (await ctx.db.$count(calls, and(eq(calls.bookingId, bookingId), isNotNull(calls.pictureAt)))) > 0
}
