import { and, desc, eq, gt, lte } from 'drizzle-orm'
import { calls, presences } from '../../db/schema/calls.ts'
import { spokenCodes } from '../../db/schema/draws.ts'
import type { RoomRole } from '../../db/values.ts'
import { appendAudit } from '../audit/append.ts'
import type { Ctx } from '../context.ts'
import { after } from '../policy.ts'
import type { Call } from './open-call.ts'

/**
 * Whoever was away for longer than one call bears comes back to a new call of the same booking, at the step where it was; the old one
 * is ended, and the trail says why. Nothing is merged in silence. Returns the new call's first fields, or undefined while it is still the same call.
 */
export async function breakOff(ctx: Ctx, caseId: string, call: Call, role: RoomRole): Promise<Pick<Call, 'step'> | undefined> {
  if (call.metAt === null) return undefined
  const [last] = await ctx.db
    .select({ leftAt: presences.leftAt })
    .from(presences)
    .where(and(eq(presences.callId, call.id), eq(presences.role, role)))
    .orderBy(desc(presences.joinedAt), desc(presences.id))
    .limit(1)
  if (!last?.leftAt) return undefined
  const awaySeconds = Math.floor((ctx.now().getTime() - last.leftAt.getTime()) / 1000)
  const bears = ctx.policy.absenceSeconds + ((await wasReading(ctx, call.bookingId, last.leftAt)) ? ctx.policy.readingSeconds : 0)
  if (awaySeconds <= bears) return undefined
  await ctx.db.update(calls).set({ endedAt: ctx.now() }).where(eq(calls.id, call.id))
  await appendAudit(ctx, caseId, 'call.broken-off', { booking: call.bookingId, call: call.id, role, awaySeconds })
  return { step: call.step }
}

/** A code lay in the chat when the person left. */
async function wasReading(ctx: Ctx, bookingId: string, leftAt: Date): Promise<boolean> {
  const open = and(
    eq(spokenCodes.bookingId, bookingId),
    lte(spokenCodes.sentAt, leftAt),
    gt(spokenCodes.sentAt, after(leftAt, -ctx.policy.readingSeconds * 1000)),
  )
  return (await ctx.db.$count(spokenCodes, open)) > 0
}
