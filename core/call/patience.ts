import { and, desc, eq, like } from 'drizzle-orm'
import { reminders } from '../../db/schema/bookings.ts'
import { appendAudit } from '../audit/append.ts'
import { type Booking, findActiveBooking } from '../booking/load.ts'
import { queueOnce } from '../booking/remind.ts'
import { lockCase } from '../case/load.ts'
import { type Ctx, transact } from '../context.ts'
import { queueMessage } from '../message/queue.ts'
import { after, minutes } from '../policy.ts'
import { refuse } from '../refusal.ts'
import { sendFrame } from './frames.ts'
import { windowOf } from './link.ts'
import { whoCame, whoIsHere } from './presence.ts'

/** How often a reviewer may ask the applicant to wait a little longer. */
const mostTimes = 2

/** Until when the applicant was asked to be patient; undefined when nobody asked, or that is over. A new reviewer begins anew. */
export async function patienceUntil(ctx: Ctx, booking: Pick<Booking, 'id' | 'version'>): Promise<Date | undefined> {
  const [last] = await ctx.db
    .select({ at: reminders.at })
    .from(reminders)
    .where(and(eq(reminders.bookingId, booking.id), eq(reminders.version, booking.version), like(reminders.kind, 'patience-%')))
    .orderBy(desc(reminders.at))
    .limit(1)
  const until = last && after(last.at, minutes(ctx.policy.patienceMinutes))
  return until && until > ctx.now() ? until : undefined
}

/**
 * "Two more minutes": the assigned reviewer asks the applicant, who is waiting, for a little patience. The applicant's page says so; where it
 * was closed, the chat does. Until then nobody else takes over. Pressed again while it runs, it changes nothing; twice in all, then `patience-used`.
 */
export async function askPatience(ctx: Ctx, input: { code: string }): Promise<Date> {
  return transact(ctx, async ctx => {
    const found = await lockCase(ctx, input)
    const booking = await findActiveBooking(ctx, found.id)
    if (!booking || ctx.actor.kind !== 'staff' || ctx.actor.staffId !== booking.reviewerId) return refuse('not-allowed', {})
    const isWaiting = found.state === 'booked' && windowOf(ctx, booking, found).window === 'open'
    if (!isWaiting || !(await whoCame(ctx, booking.id)).has('applicant')) return refuse('stale', { state: found.state })
    const running = await patienceUntil(ctx, booking)
    if (running) return running
    const until = after(ctx.now(), minutes(ctx.policy.patienceMinutes))
    const tell = (ctx: Ctx) => tellApplicant(ctx, { ...booking, personId: found.personId }, until)
    for (let time = 1; time <= mostTimes; time++) if (await queueOnce(ctx, booking, `patience-${time}`, tell)) return until
    return refuse('patience-used', {})
  })
}

async function tellApplicant(ctx: Ctx, booking: Booking & { personId: string }, until: Date): Promise<void> {
  const { id: bookingId, version, caseId, personId } = booking
  await appendAudit(ctx, caseId, 'call.patience', { booking: bookingId, until: until.toISOString() })
  await sendFrame(ctx, { bookingId, to: 'applicant', down: { type: 'patience', until: until.toISOString() } })
  if ((await whoIsHere(ctx, bookingId, version)).has('applicant')) return
  const params = { bookingId, version, until: until.toISOString() }
  await queueMessage(ctx, { personId, caseId, kind: 'two-more-minutes', params, expiresAt: until })
}
