import { and, eq, isNull, lte } from 'drizzle-orm'
import { bookings } from '../../db/schema/bookings.ts'
import { calls } from '../../db/schema/calls.ts'
import { type Ctx, transact } from '../context.ts'
import { after, minutes } from '../policy.ts'
import { endOpenCall } from './end.ts'

/** Ends the calls that have lasted as long as a call may; the verdict on them can still be given. */
export async function endOverlong(ctx: Ctx): Promise<void> {
  const latest = after(ctx.now(), -minutes(ctx.policy.callLastsMinutes))
  const overlong = await ctx.db
    .select({ bookingId: calls.bookingId })
    .from(calls)
    .innerJoin(bookings, eq(bookings.id, calls.bookingId))
    .where(and(isNull(calls.endedAt), lte(bookings.startsAt, latest)))
    .limit(200)
  for (const { bookingId } of overlong) await transact(ctx, ctx => endOpenCall(ctx, bookingId))
}
