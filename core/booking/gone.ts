import { sql } from 'drizzle-orm'
import type { Ctx } from '../context.ts'
import { after, minutes } from '../policy.ts'
import { refuse } from '../refusal.ts'

/** What stands in the way at some time: whether anybody on the staff can have room then, and whose times those are. */
export interface Standing {
  full: boolean
  cases: readonly string[]
}

/** One cheap question, so that of many who tap the same time at once nearly all are answered without a transaction. */
export async function findStanding(ctx: Ctx, startsAt: Date): Promise<Standing> {
  const { slotMinutes, retrySlotMinutes, bufferMinutes } = ctx.policy
  // the case may need a short call only
  const least = Math.min(slotMinutes, retrySlotMinutes) + bufferMinutes
  const from = startsAt.toISOString()
  const until = after(startsAt, minutes(least)).toISOString()
  const [row] = await ctx.db.execute<{ full: boolean; cases: string[] }>(sql`
    select coalesce(bool_and(b.id is not null), true) as full, coalesce(json_agg(b.case_id) filter (where b.id is not null), '[]') as cases
    from staff s
    left join bookings b on b.reviewer_id = s.id and b.status in ('active', 'held')
      and tstzrange(b.starts_at, b.blocked_until) && tstzrange(${from}::timestamptz, ${until}::timestamptz)
      and (b.held_until is null or b.held_until > ${ctx.now().toISOString()}::timestamptz)
    where s.removed_at is null and 'reviewer' = any(s.roles)`)
  return row ?? { full: false, cases: [] }
}

/** True where that time cannot be the case's: nobody has room, and none of what is taken is its own. False says nothing: the booking itself decides. */
export function isGone({ full, cases }: Standing, caseId: string): boolean {
  return full && !cases.includes(caseId)
}

export async function isPlainlyGone(ctx: Ctx, { caseId, startsAt }: { caseId: string; startsAt: Date }): Promise<boolean> {
  return isGone(await findStanding(ctx, startsAt), caseId)
}

/** Why a time that was offered once cannot be had: the lead has begun meanwhile (`too-soon`), or somebody else has it (`slot-taken`). */
export function refuseTime(ctx: Ctx, startsAt: Date): never {
  const isTooSoon = startsAt < after(ctx.now(), minutes(ctx.policy.leadMinutes))
  return refuse(isTooSoon ? 'too-soon' : 'slot-taken', {})
}
