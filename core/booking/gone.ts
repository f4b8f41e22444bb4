import { sql } from 'drizzle-orm'
import type { Ctx } from '../context.ts'
import { after, minutes } from '../policy.ts'
import { refuse } from '../refusal.ts'

/**
 * True where nobody on the staff can have room at that time, and it is not the case's own already: one cheap question, so that of many
 * who tap the same time at once nearly all are answered without a transaction. False says nothing: the booking itself decides.
 */
export async function isPlainlyGone(ctx: Ctx, { caseId, startsAt }: { caseId: string; startsAt: Date }): Promise<boolean> {
  const { slotMinutes, retrySlotMinutes, bufferMinutes } = ctx.policy
  // the case may need a short call only
  const least = Math.min(slotMinutes, retrySlotMinutes) + bufferMinutes
  const from = startsAt.toISOString()
  const until = after(startsAt, minutes(least)).toISOString()
  const [row] = await ctx.db.execute<{ gone: boolean }>(sql`
    select not exists (
      select 1 from staff s where s.removed_at is null and 'reviewer' = any(s.roles) and not exists (
        select 1 from bookings b
        where b.reviewer_id = s.id and b.status in ('active', 'held')
          and tstzrange(b.starts_at, b.blocked_until) && tstzrange(${from}::timestamptz, ${until}::timestamptz)
          and b.case_id <> ${caseId}
          and (b.held_until is null or b.held_until > ${ctx.now().toISOString()}::timestamptz))
    ) as gone`)
  return row?.gone ?? false
}

/** Why a time that was offered once cannot be had: the lead has begun meanwhile (`too-soon`), or somebody else has it (`slot-taken`). */
export function refuseTime(ctx: Ctx, startsAt: Date): never {
  const isTooSoon = startsAt < after(ctx.now(), minutes(ctx.policy.leadMinutes))
  return refuse(isTooSoon ? 'too-soon' : 'slot-taken', {})
}
