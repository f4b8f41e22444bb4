import { and, eq, isNull } from 'drizzle-orm'
import { places } from '../../db/schema/bookings.ts'
import { appendAudit } from '../audit/append.ts'
import { type Booked, bookNow, refuseUnlessReady } from '../booking/book.ts'
import { findActiveBooking } from '../booking/load.ts'
import { type Case, lockOwnCase } from '../case/load.ts'
import { type Ctx, transact } from '../context.ts'
import { refuseWhilePaused } from '../desk/pause.ts'
import { queueStatusCard } from '../message/queue.ts'
import { after, minutes } from '../policy.ts'
import { isRefusal, refuse } from '../refusal.ts'
import { endOfLine, readLine, readWait, refreshPlaces } from './line.ts'

export type Started = { booked: Booked } | { found: Case; place: number }

/**
 * Begins at once where a reviewer is free and nobody waits; otherwise takes a place in the line, as long as somebody is online
 * (`nobody-free` when nobody is). Pressed again, it shows the place that is kept.
 */
export async function startNow(ctx: Ctx, input: { caseId: string }): Promise<Started> {
  return transact(ctx, async ctx => {
    const found = await lockOwnCase(ctx, { id: input.caseId })
    const held = await findActiveBooking(ctx, found.id)
    if (!held) await refuseUnlessReady(ctx, found)
    const line = await readLine(ctx)
    const mine = line.find(({ caseId }) => caseId === found.id)
    if (mine) {
      await queueStatusCard(ctx, found)
      return { found, place: mine.place }
    }
    if (!held) await refuseWhilePaused(ctx)
    if (held || line.length === 0) {
      const booked = await tryNow(ctx, found)
      if (booked && !held) await holdTurn(ctx, booked)
      if (booked) return { booked }
    }
    return { found, place: await join(ctx, found) }
  })
}

async function tryNow(ctx: Ctx, found: Case): Promise<Booked | undefined> {
  try {
    return await bookNow(ctx, { caseId: found.id })
  } catch (error) {
    if (isRefusal(error, 'nobody-free')) return undefined
    throw error
  }
}

/** It is a turn like any other: who does not come within its minutes keeps a place once, and is not counted as having missed a call. */
async function holdTurn(ctx: Ctx, { found, booking }: Booked): Promise<void> {
  const calledUntil = after(ctx.now(), minutes(ctx.policy.calledMinutes))
  const turn = { turnAt: ctx.now(), bookingId: booking.id, calledUntil, passed: 0, shownPlace: null, shownMinutes: null }
  await ctx.db
    .insert(places)
    .values({ caseId: found.id, ...turn })
    .onConflictDoUpdate({ target: places.caseId, set: turn })
}

async function join(ctx: Ctx, found: Case): Promise<number> {
  const turnAt = await endOfLine(ctx)
  if ((await readWait(ctx, found)) === undefined) return refuse('nobody-free', {})
  await ctx.db.insert(places).values({ caseId: found.id, turnAt }).onConflictDoNothing()
  const place = (await readLine(ctx)).findIndex(({ caseId }) => caseId === found.id) + 1
  await appendAudit(ctx, found.id, 'queue.joined', { place })
  await refreshPlaces(ctx)
  return place
}

/** The applicant gives the place up. `stale` when there is none, or the turn has come. */
export async function leaveLine(ctx: Ctx, input: { caseId: string }): Promise<Case> {
  return transact(ctx, async ctx => {
    const found = await lockOwnCase(ctx, { id: input.caseId })
    const left = await ctx.db
      .delete(places)
      .where(and(eq(places.caseId, found.id), isNull(places.bookingId)))
      .returning()
    if (left.length === 0) return refuse('stale', { state: found.state })
    await appendAudit(ctx, found.id, 'queue.left')
    await queueStatusCard(ctx, found)
    return found
  })
}
