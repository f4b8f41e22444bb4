import { and, eq, gt, lte, sql } from 'drizzle-orm'
import { bookings } from '../../db/schema/bookings.ts'
import type { Case } from '../case/load.ts'
import type { Ctx } from '../context.ts'
import { isExclusionViolation } from '../database-errors.ts'
import { newId } from '../ids.ts'
import { after, minutes } from '../policy.ts'
import { withCallLength } from './call-length.ts'
import { keepBelowLimit } from './daily-limit.ts'
import type { Booking } from './load.ts'

/** Start, end, and the end of the buffer after it. */
function spanOf({ policy }: Ctx, startsAt: Date, lasts: number): Pick<Booking, 'startsAt' | 'endsAt' | 'blockedUntil'> {
  const endsAt = after(startsAt, lasts)
  return { startsAt, endsAt, blockedUntil: after(endsAt, minutes(policy.bufferMinutes)) }
}

/**
 * Keeps a time with the first of the reviewers who is free: booked, or held until a moment. G1: `ON CONFLICT DO NOTHING` on the
 * exclusion constraint, so whoever comes second gets no row and no deadlock. Undefined when none is free. A hold follows a hand-over that
 * found nobody, which has its locks already: it waits for no more of them.
 */
export async function insertFirst(
  ctx: Ctx,
  found: Case,
  startsAt: Date,
  reviewers: readonly string[],
  heldUntil: Date | null = null,
): Promise<Booking | undefined> {
  const lasts = minutes(withCallLength(ctx, found).policy.slotMinutes)
  const kept = { caseId: found.id, ...spanOf(ctx, startsAt, lasts), createdAt: ctx.now(), setAt: ctx.now() }
  const able = await keepBelowLimit(ctx, reviewers, { caseId: found.id, startsAt, wait: heldUntil === null })
  for (const reviewerId of able) {
    const row = { id: newId(ctx), reviewerId, ...kept, status: heldUntil ? ('held' as const) : ('active' as const), heldUntil }
    const insert = () => ctx.db.insert(bookings).values(row).onConflictDoNothing().returning()
    const [taken] = await insert()
    if (taken) return taken
    // `now()` cannot stand in the constraint: what stands in the way may be a hold that is over
    if ((await releaseExpired(ctx)) === 0) continue
    const [after] = await insert()
    if (after) return after
  }
  return undefined
}

/** The case takes the time that is held for it. Undefined when none is, or no longer. */
export async function takeHeld(ctx: Ctx, found: Case, startsAt: Date): Promise<Booking | undefined> {
  const [taken] = await ctx.db
    .update(bookings)
    .set({ status: 'active', heldUntil: null, createdAt: ctx.now(), setAt: ctx.now() })
    .where(
      and(
        eq(bookings.caseId, found.id),
        eq(bookings.status, 'held'),
        eq(bookings.startsAt, startsAt),
        gt(bookings.heldUntil, ctx.now()),
        gt(bookings.startsAt, ctx.now()),
      ),
    )
    .returning()
  return taken
}

/** What was held for a case is anybody's again: it took another time, or needs none. */
export async function releaseHeld(ctx: Ctx, caseId: string): Promise<void> {
  await ctx.db.delete(bookings).where(and(eq(bookings.caseId, caseId), eq(bookings.status, 'held')))
}

/** Gives up the holds that are over; returns how many. */
export async function releaseExpired(ctx: Ctx): Promise<number> {
  const gone = await ctx.db
    .delete(bookings)
    .where(and(eq(bookings.status, 'held'), lte(bookings.heldUntil, ctx.now())))
    .returning({ id: bookings.id })
  return gone.length
}

/**
 * Moves a booking to the first of the reviewers who is free then. The row stays, as long as it was, and its version is raised; the applicant's links end
 * with the old version, unless `keepLinks`. Undefined when none is free: the booking is as it was.
 */
export async function moveToFirst(
  ctx: Ctx,
  held: Booking,
  startsAt: Date,
  reviewers: readonly string[],
  { keepLinks }: { keepLinks: boolean },
): Promise<Booking | undefined> {
  await lockReviewers(ctx, [held.reviewerId, ...reviewers])
  await releaseExpired(ctx)
  // a hand-over asks whoever is online, full day or not
  const able = keepLinks ? reviewers : await keepBelowLimit(ctx, reviewers, { caseId: held.caseId, startsAt })
  for (const reviewerId of able) {
    const moved = await tryMove(ctx, held, startsAt, reviewerId, keepLinks)
    if (moved) return moved
  }
  return undefined
}

/** Movers take the locks of all their reviewers at once, in the order of the ids, so that two who swap times cannot wait for each other. */
export async function lockReviewers(ctx: Ctx, ids: readonly string[]): Promise<void> {
  const sorted = JSON.stringify([...new Set(ids)].sort())
  await ctx.db.execute(sql`
    select pg_advisory_xact_lock(hashtextextended(id, 11))
    from (select value as id from jsonb_array_elements_text(${sorted}::jsonb) with ordinality order by ordinality) sorted`)
}

/** One attempt under a savepoint: a violated exclusion constraint would end the whole transaction otherwise. */
async function tryMove(
  ctx: Ctx,
  held: Booking,
  startsAt: Date,
  reviewerId: string,
  keepLinks: boolean,
): Promise<Booking | undefined> {
  const version = held.version + 1
  try {
    return await ctx.db.transaction(async savepoint => {
      const [row] = await savepoint
        .update(bookings)
        .set({
          reviewerId,
          ...spanOf(ctx, startsAt, held.endsAt.getTime() - held.startsAt.getTime()),
          version,
          setAt: ctx.now(),
          ...(keepLinks ? {} : { linksSince: version }),
        })
        .where(and(eq(bookings.id, held.id), eq(bookings.version, held.version), eq(bookings.status, 'active')))
        .returning()
      return row
    })
  } catch (error) {
    if (isExclusionViolation(error)) return undefined
    throw error
  }
}
