import { eq } from 'drizzle-orm'
import { bookings } from '../../db/schema/bookings.ts'
import { cases } from '../../db/schema/cases.ts'
import { staff } from '../../db/schema/staff.ts'
import type { Actor, Ctx } from '../context.ts'
import { refuse } from '../refusal.ts'

/** The two people of a booking, as actors. */
export async function findPairOf(ctx: Ctx, bookingId: string): Promise<{ applicant: Actor; reviewer: Actor }> {
  const [row] = await ctx.db
    .select({ personId: cases.personId, reviewer: staff })
    .from(bookings)
    .innerJoin(cases, eq(cases.id, bookings.caseId))
    .innerJoin(staff, eq(staff.id, bookings.reviewerId))
    .where(eq(bookings.id, bookingId))
  if (!row) return refuse('not-found', { what: 'booking' })
  const { id: staffId, personId, roles } = row.reviewer
  return { applicant: { kind: 'applicant', personId: row.personId }, reviewer: { kind: 'staff', personId, staffId, roles } }
}
