import { sql } from 'drizzle-orm'
import { frames } from '../../db/schema/calls.ts'
import { updates } from '../../db/schema/messages.ts'
import { sessions } from '../../db/schema/staff.ts'
import type { Ctx } from '../context.ts'

/** Removes what has served its time, by machine time: room frames after an hour, ended sign-ins, update ids after a week (Telegram keeps updates a day). */
export async function sweepOld(ctx: Ctx): Promise<void> {
  await ctx.db.delete(frames).where(sql`${frames.createdAt} < clock_timestamp() - interval '1 hour'`)
  await ctx.db.delete(sessions).where(sql`${sessions.expiresAt} < clock_timestamp()`)
  await ctx.db.delete(updates).where(sql`${updates.at} < clock_timestamp() - interval '7 days'`)
}
