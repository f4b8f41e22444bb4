import { eq } from 'drizzle-orm'
import { bookings } from '../../db/schema/bookings.ts'
import { virtualCameras } from '../../db/schema/draws.ts'
import { appendAudit } from '../audit/append.ts'
import type { Ticket } from '../call/ticket.ts'
import { type Ctx, transact } from '../context.ts'
import { programOf } from './virtual-cameras.ts'

/**
 * The applicant's page says what its camera is called. Where that is the name of a program, the reviewer is told: kept by the program's
 * key, once a booking. Any other name may hold a person's, and is forgotten.
 */
export async function noteCamera(ctx: Ctx, { bookingId, role }: Pick<Ticket, 'bookingId' | 'role'>, name: string): Promise<void> {
  const product = role === 'applicant' ? programOf(name) : undefined
  if (!product) return
  await transact(ctx, async ctx => {
    const fresh = await ctx.db
      .insert(virtualCameras)
      .values({ bookingId, product, at: ctx.now() })
      .onConflictDoNothing()
      .returning()
    const [booking] = await ctx.db.select({ caseId: bookings.caseId }).from(bookings).where(eq(bookings.id, bookingId))
    if (fresh.length > 0 && booking) await appendAudit(ctx, booking.caseId, 'camera.virtual', { booking: bookingId, product })
  })
}
