import { createHmac, timingSafeEqual } from 'node:crypto'
import { and, desc, eq, isNull } from 'drizzle-orm'
import { spokenCodes } from '../../db/schema/draws.ts'
import type { Ctx } from '../context.ts'
import { queueMessage } from '../message/queue.ts'

export type SpokenCode = typeof spokenCodes.$inferSelect

/** Six digits, derived from booking and number with a key of the desk: sent, compared, and stored nowhere. */
export function spokenDigits(ctx: Pick<Ctx, 'keys'>, { bookingId, number }: Pick<SpokenCode, 'bookingId' | 'number'>): string {
  const mac = createHmac('sha256', ctx.keys.link).update('spoken-code').update(`${bookingId}/${number}`).digest()
  return String(mac.readUIntBE(0, 6) % 1_000_000).padStart(6, '0')
}

/** Whether that is what was sent; the time it takes says nothing. */
export function isSpoken(ctx: Pick<Ctx, 'keys'>, code: SpokenCode, heard: string): boolean {
  return heard.length === 6 && timingSafeEqual(Buffer.from(spokenDigits(ctx, code)), Buffer.from(heard))
}

/** The newest code of a booking. */
export async function findLastCode(ctx: Ctx, bookingId: string): Promise<SpokenCode | undefined> {
  const [code] = await ctx.db
    .select()
    .from(spokenCodes)
    .where(eq(spokenCodes.bookingId, bookingId))
    .orderBy(desc(spokenCodes.number))
    .limit(1)
  return code
}

/** No code of the booking is good for anything any more, and none stays in the applicant's chat. */
export async function endCodes(ctx: Ctx, to: { personId: string; caseId: string }, bookingId: string): Promise<void> {
  const ended = await ctx.db
    .update(spokenCodes)
    .set({ endedAt: ctx.now() })
    .where(and(eq(spokenCodes.bookingId, bookingId), isNull(spokenCodes.endedAt)))
    .returning()
  for (const { number } of ended) await queueMessage(ctx, { ...to, kind: 'spoken-code-over', params: { bookingId, number } })
}
