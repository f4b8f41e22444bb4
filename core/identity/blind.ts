import { and, eq, inArray } from 'drizzle-orm'
import { bookings } from '../../db/schema/bookings.ts'
import { cases } from '../../db/schema/cases.ts'
import type { CaptureKind, CaseState } from '../../db/values.ts'
import { type Booking, findLatestBooking } from '../booking/load.ts'
import type { Case } from '../case/load.ts'
import type { Ctx } from '../context.ts'
import { findEntry } from './entry.ts'

/** What the reviewer types from the card before reading it in the application; the card's photos show it too. */
export const blindFields: readonly string[] = ['name', 'documentNumber']

/** The call is still to come, or is on. */
const ahead: readonly CaseState[] = ['invited', 'booked', 'reviewing']

/**
 * Whether the actor is the one who has yet to type name and number from the card: the reviewer of the case's booking, admin or not, from
 * the booking on until the entry of this very booking and reviewer is settled. What somebody else has typed, or this one in an earlier
 * call, opens nothing. A case that does not repeat the identity step hides nothing.
 */
export async function isBlind(ctx: Ctx, found: Case, booking: Booking | undefined): Promise<boolean> {
  if (ctx.actor.kind !== 'staff' || !booking || booking.reviewerId !== ctx.actor.staffId) return false
  if (!ahead.includes(found.state) || !found.scope.includes('identity')) return false
  if (found.state !== 'reviewing') return true
  const entry = await findEntry(ctx, { bookingId: booking.id, reviewerId: booking.reviewerId })
  return !entry?.settledAt
}

/** The cases that the actor is blind to: a search by name or number must not answer what is to be compared. */
export async function findBlindCases(ctx: Ctx): Promise<string[]> {
  if (ctx.actor.kind !== 'staff') return []
  const mine = await ctx.db
    .selectDistinctOn([cases.id], { found: cases })
    .from(cases)
    .innerJoin(bookings, eq(bookings.caseId, cases.id))
    .where(and(eq(bookings.reviewerId, ctx.actor.staffId), inArray(cases.state, [...ahead])))
  const blind: string[] = []
  for (const { found } of mine) if (await isBlind(ctx, found, await findLatestBooking(ctx, found.id))) blind.push(found.id)
  return blind
}

/** A still of the card that this very reviewer did not take in this booking shows what is to be typed; a face or a room shows nothing of it. */
export function isShownToBlind(
  { kind, bookingId, reviewerId }: { kind: CaptureKind; bookingId: string; reviewerId: string },
  booking: Booking | undefined,
): boolean {
  return !kind.startsWith('card-') || (bookingId === booking?.id && reviewerId === booking.reviewerId)
}
