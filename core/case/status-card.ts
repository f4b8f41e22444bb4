import { eq } from 'drizzle-orm'
import { waits } from '../../db/schema/bookings.ts'
import { devices, orders } from '../../db/schema/catalogue.ts'
import { people } from '../../db/schema/people.ts'
import { staff } from '../../db/schema/staff.ts'
import { findCorrectable } from '../application/correct.ts'
import { speaks } from '../booking/assign.ts'
import { type Booking, findActiveBooking, findLatestBooking } from '../booking/load.ts'
import { findTimesFor } from '../booking/times-for.ts'
import { linkCode, windowOf } from '../call/link.ts'
import { inChat } from '../call/mini-app.ts'
import type { Ctx } from '../context.ts'
import { readPause } from '../desk/pause.ts'
import type { Offer, StatusCardView, VerdictView } from '../message/view.ts'
import { readLine } from '../queue/line.ts'
import { offerNow } from '../queue/offer-now.ts'
import { rehearsalUrl } from '../rehearsal/link.ts'
import { appealableUntil } from '../verdict/appeal.ts'
import { isPromised } from '../verdict/clock.ts'
import { showConditions } from '../verdict/conditions.ts'
import { findLatestVerdict, type Verdict } from '../verdict/load.ts'
import { provenAgainAt } from '../verdict/shorten.ts'
import { canBeEarlier } from '../waits/can-be-earlier.ts'
import { type Case, readCase } from './load.ts'

/** How many times stand on the card's buttons. */
const nearestTimes = 3

/** The case's card, from its present state. */
export async function readStatusCard(ctx: Ctx, caseId: string): Promise<StatusCardView> {
  const found = await readCase(ctx, { id: caseId })
  const [device] = await ctx.db
    .select()
    .from(devices)
    .where(eq(devices.id, found.deviceId ?? ''))
  const card: StatusCardView = { kind: 'status-card', code: found.code, state: found.state, version: found.version }
  if (found.hold) card.hold = found.hold
  if (device) card.device = { zh: device.nameZh, en: device.nameEn }
  if (found.termMonths) card.termMonths = found.termMonths
  if (found.state === 'invited' && !found.hold) card.offer = await offerNearest(ctx, found)
  if (!found.hold && (await findCorrectable(ctx, found)).length > 0) card.correctable = true
  if (found.state === 'invited' || found.state === 'booked') card.rehearsalUrl = rehearsalUrl(ctx, found.id)
  await addWishes(ctx, found, card)
  const booking = await findActiveBooking(ctx, caseId)
  if (booking) card.booking = await showBooking(ctx, found, booking)
  if (booking && card.booking?.changeable && !(await canBeEarlier(ctx, found, booking))) card.isEarliest = true
  const verdict = await findLatestVerdict(ctx, caseId)
  if (verdict) card.verdict = await verdictFacts(ctx, found, verdict, await findReturnUrl(ctx, found))
  if (!verdict && found.state === 'rejected' && found.againAt) card.againAt = found.againAt.toISOString()
  if (isPromised(found.state) && found.deadlineAt)
    card.promise = { dueAt: found.deadlineAt.toISOString(), late: found.deadlineAt <= ctx.now() }
  return card
}

/** The nearest times that can be booked now, and whether somebody could begin at once or after a wait. */
async function offerNearest(ctx: Ctx, found: Case): Promise<Offer> {
  const pause = await readPause(ctx)
  if (pause) return { times: [], more: false, now: false, paused: pause.note }
  const free = await findTimesFor(ctx, found)
  return {
    times: free.slice(0, nearestTimes).map(time => time.startsAt.toISOString()),
    more: free.length > nearestTimes,
    ...(await offerNow(ctx, found)),
  }
}

/** The place in the line, and the wish for an earlier time. */
async function addWishes(ctx: Ctx, found: Case, card: StatusCardView): Promise<void> {
  const mine = (await readLine(ctx)).find(({ caseId }) => caseId === found.id)
  if (mine && found.state === 'invited')
    card.queue = { place: mine.place, ...(mine.minutes === null ? {} : { minutes: mine.minutes }) }
  const [wish] = await ctx.db.select({ caseId: waits.caseId }).from(waits).where(eq(waits.caseId, found.id))
  if (wish) card.wantsEarlier = true
}

async function showBooking(ctx: Ctx, found: Case, booking: Booking): Promise<NonNullable<StatusCardView['booking']>> {
  const [reviewer] = await ctx.db
    .select({ name: staff.name, languages: staff.languages })
    .from(staff)
    .where(eq(staff.id, booking.reviewerId))
  const [person] = await ctx.db.select({ locale: people.locale }).from(people).where(eq(people.id, found.personId))
  const { window } = windowOf(ctx, booking, found)
  const code = linkCode(ctx, { bookingId: booking.id, role: 'applicant', version: booking.version })
  return {
    startsAt: booking.startsAt.toISOString(),
    version: booking.version,
    changeable: found.state === 'booked' && booking.startsAt > ctx.now(),
    reviewerName: reviewer?.name ?? '',
    ...(reviewer && !speaks(reviewer.languages, person?.locale) ? { otherLanguages: reviewer.languages } : {}),
    ...(window === 'open' ? { url: `${ctx.publicUrl}/c/${code}`, ...inChat(ctx, found.code) } : {}),
  }
}

/** What the applicant reads of a verdict. The staff's note is not among it. `returnUrl`: the order's, if it names one. */
export async function verdictFacts(
  ctx: Ctx,
  found: Case,
  verdict: Verdict,
  returnUrl: string | null,
): Promise<Omit<VerdictView, 'kind' | 'code'>> {
  const { outcome, reasons, conditions } = verdict
  if (outcome === 'escalated') throw new Error('an escalation is never final')
  const facts: Omit<VerdictView, 'kind' | 'code'> = { outcome, reasons }
  if (verdict.appealId !== null) facts.appealed = true
  if (verdict.bookingId === null && (await findLatestBooking(ctx, found.id)) === undefined) facts.unreviewed = true
  if (found.state === 'rejected' && found.againAt) facts.againAt = found.againAt.toISOString()
  const proven = facts.againAt && found.againAt && found.againAt > ctx.now() ? provenAgainAt(found, reasons) : undefined
  if (proven) facts.proof = { againAt: proven.toISOString(), url: rehearsalUrl(ctx, found.id) }
  if (found.hold) facts.hold = found.hold
  const continueUrl = found.state === 'approved' ? (returnUrl ?? ctx.rentalUrl) : undefined
  if (continueUrl) facts.continueUrl = continueUrl
  if (conditions) facts.conditions = await showConditions(ctx, found, conditions)
  if (found.state === 'conditional' && found.deadlineAt) {
    facts.acceptUntil = found.deadlineAt.toISOString()
    facts.version = found.version
  }
  const appealUntil = await appealableUntil(ctx, found)
  if (appealUntil) facts.appealUntil = appealUntil.toISOString()
  return facts
}

async function findReturnUrl(ctx: Ctx, found: Case): Promise<string | null> {
  const [order] = await ctx.db
    .select({ url: orders.returnUrl })
    .from(orders)
    .where(eq(orders.code, found.orderCode ?? ''))
  return order?.url ?? null
}
