import { and, eq, sql } from 'drizzle-orm'
import { bookings, waits } from '../../db/schema/bookings.ts'
import { cases } from '../../db/schema/cases.ts'
import { people } from '../../db/schema/people.ts'
import { whoMayNot } from '../booking/assign.ts'
import { type FreeTime, findFreeTimes } from '../booking/free-times.ts'
import type { Booking } from '../booking/load.ts'
import type { Case } from '../case/load.ts'
import { type Ctx, transact } from '../context.ts'
import { readPause } from '../desk/pause.ts'
import { queueMessage, queueStatusCard } from '../message/queue.ts'
import { isPutOff } from '../message/quiet-hours.ts'
import { after, minutes } from '../policy.ts'
import { leaveToLine } from '../queue/leave-to-line.ts'
import { readPlannedTurns } from '../queue/line.ts'

/** A booked call so near: its applicant is up, whatever the hour. */
const awakeMinutes = 120

interface Waiting {
  wait: typeof waits.$inferSelect
  found: Case
  booking: Booking | null
  zone: string | null
}

/**
 * Offers what has become free to those who want to hear of an earlier time. A time is new when it lies before the earliest that was
 * free at the last look; so a time that merely moved into reach is no news, and each is offered once (G2), whatever freed it. Whoever
 * is asleep is asked later, if it is still free then. First tap wins; nothing is held.
 */
export async function offerEarlier(ctx: Ctx): Promise<number> {
  const rows = await ctx.db
    .select({ wait: waits, found: cases, booking: bookings, zone: people.timeZone })
    .from(waits)
    .innerJoin(cases, eq(cases.id, waits.caseId))
    .innerJoin(people, eq(people.id, cases.personId))
    .leftJoin(bookings, and(eq(bookings.caseId, cases.id), eq(bookings.status, 'active')))
    .orderBy(waits.since)
    .limit(500)
  if (rows.length === 0 || (await readPause(ctx))) return 0
  const free = leaveToLine(ctx, await findFreeTimes(ctx), await readPlannedTurns(ctx))
  let offered = 0
  for (const row of rows) if (await offer(ctx, row, free)) offered++
  return offered
}

async function offer(ctx: Ctx, row: Waiting, free: readonly FreeTime[]): Promise<boolean> {
  const { wait, found, booking, zone } = row
  const now = ctx.now()
  const canMove = found.state === 'booked' && booking && booking.startsAt > after(now, minutes(ctx.policy.leadMinutes))
  if (found.hold !== null || !(found.state === 'invited' || canMove)) {
    await endWish(ctx, found)
    return false
  }
  const best = (await firstFor(ctx, found, free))?.startsAt
  if (+(best ?? 0) === +(wait.bestAt ?? 0)) return false
  const isNew = best !== undefined && (wait.bestAt === null || best < wait.bestAt)
  const fits = isNew && (!booking || best < booking.startsAt)
  const isAwake = booking && booking.startsAt < after(now, minutes(awakeMinutes))
  if (fits && !isAwake && isPutOff('earlier-free', now, zone ?? ctx.officeTimeZone, ctx.policy)) return false
  return transact(ctx, async ctx => {
    const noted = await ctx.db
      .update(waits)
      .set({ bestAt: best ?? null })
      .where(
        and(
          eq(waits.caseId, found.id),
          sql`${waits.bestAt} is not distinct from ${wait.bestAt?.toISOString() ?? null}::timestamptz`,
        ),
      )
      .returning()
    if (noted.length === 0 || !fits) return false
    const { personId, id: caseId } = found
    const expiresAt = after(best, -minutes(ctx.policy.leadMinutes))
    await queueMessage(ctx, { personId, caseId, kind: 'earlier-free', params: { startsAt: best.toISOString() }, expiresAt })
    return true
  })
}

/** The wish is over, and the card says so: it offers the wish no longer. */
async function endWish(ctx: Ctx, found: Case): Promise<void> {
  await transact(ctx, async ctx => {
    const ended = await ctx.db.delete(waits).where(eq(waits.caseId, found.id)).returning()
    if (ended.length > 0) await queueStatusCard(ctx, found)
  })
}

async function firstFor(ctx: Ctx, found: Case, free: readonly FreeTime[]): Promise<FreeTime | undefined> {
  const barred = await whoMayNot(ctx, found)
  return free.find(({ reviewerIds }) => reviewerIds.some(id => !barred.has(id)))
}
