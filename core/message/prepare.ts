import { and, eq, gt } from 'drizzle-orm'
import { bookings } from '../../db/schema/bookings.ts'
import { cases } from '../../db/schema/cases.ts'
import { devices, orders } from '../../db/schema/catalogue.ts'
import type { messages } from '../../db/schema/messages.ts'
import { linkDoors, staff } from '../../db/schema/staff.ts'
import { verdicts } from '../../db/schema/verdicts.ts'
import type { CaseState } from '../../db/values.ts'
import { readApplication } from '../application/answers.ts'
import { questionsLeft } from '../application/steps.ts'
import { readReceipt } from '../audit/receipt.ts'
import { isConfirmed } from '../booking/confirm.ts'
import { isPlainlyGone } from '../booking/gone.ts'
import type { Booking } from '../booking/load.ts'
import { findTimesFor } from '../booking/times-for.ts'
import { linkCode } from '../call/link.ts'
import { inChat } from '../call/mini-app.ts'
import { readCase } from '../case/load.ts'
import { readStatusCard, verdictFacts } from '../case/status-card.ts'
import type { Ctx } from '../context.ts'
import { findLastCode, spokenDigits } from '../draw/spoken-code.ts'
import { readEvidenceMessage } from '../evidence/messages.ts'
import { readExportMessage } from '../export/messages.ts'
import { prepareBlindAsked, prepareBlindRaised, prepareQualityPicture } from '../quality/messages.ts'
import { prepareRehearsal, readRehearsed } from '../rehearsal/messages.ts'
import { prepareAgenda } from '../staff/queue-agendas.ts'
import { readStats } from '../stats/read-stats.ts'
import { findEarlier } from './earlier.ts'
import type { MessageKind, MessageParams } from './kinds.ts'
import { prepareDaysChanged, prepareHoursChanged, prepareHoursPicture } from './prepare-hours.ts'
import { preparePaused } from './prepare-pause.ts'
import { isVerdictKind, prepareAroundVerdict, type VerdictKind } from './prepare-verdict.ts'
import type { DeviceName, MessageView } from './view.ts'

export type MessageRow = typeof messages.$inferSelect

/** The one cast of the outbox: a row's parameters have the type that its kind declares, since only `queueMessage` writes rows. */
export function paramsOf<K extends MessageKind>(row: MessageRow, _kind: K): MessageParams[K] {
  return row.params as unknown as MessageParams[K]
}

/** What a row says at this moment; undefined when there is nothing to say any more (the booking moved on): it is then dropped. */
export async function prepareMessage(ctx: Ctx, row: MessageRow): Promise<MessageView | undefined> {
  const kind = row.kind as MessageKind
  if (isVerdictKind(kind)) return prepareAroundVerdict(ctx, row, kind)
  switch (kind) {
    case 'status-card':
      return row.caseId ? readStatusCard(ctx, row.caseId) : undefined
    case 'verdict':
      return prepareVerdict(ctx, paramsOf(row, kind).verdictId)
    case 'calendar':
      return prepareCalendar(ctx, row, paramsOf(row, kind))
    case 'agenda':
      return prepareAgenda(ctx, paramsOf(row, kind))
    case 'missed':
      return prepareMissed(ctx, row, paramsOf(row, kind))
    case 'evidence-file':
    case 'evidence-passphrase':
    case 'evidence-failed':
      return readEvidenceMessage(ctx, kind, paramsOf(row, kind).evidenceId)
    case 'other-browser':
      return prepareOtherBrowser(ctx, row, paramsOf(row, kind))
    case 'blind-asked':
      return prepareBlindAsked(ctx, paramsOf(row, kind))
    case 'blind-raised':
      return prepareBlindRaised(ctx, paramsOf(row, kind))
    case 'quality-picture':
      return prepareQualityPicture(ctx, paramsOf(row, kind))
    case 'receipt':
      return readReceipt(ctx, row.caseId ?? '', paramsOf(row, kind).number)
    case 'spoken-code':
      return prepareSpokenCode(ctx, paramsOf(row, kind))
    case 'spoken-code-over':
      return undefined
    case 'draft-waits':
      return prepareDraftWaits(ctx, row)
    case 'rehearsal':
      return prepareRehearsal(ctx, row, paramsOf(row, kind).rehearsalId)
    case 'wait-shortened':
      return { kind, ...paramsOf(row, kind), code: await codeOf(ctx, row) }
    case 'lapsed':
      return prepareLapsed(ctx, row, paramsOf(row, kind).from)
    case 'lapses-soon':
      return prepareLapsesSoon(ctx, row, paramsOf(row, kind).state)
    case 'turn-passed':
      return { kind, ...paramsOf(row, kind), code: await codeOf(ctx, row) }
    case 'earlier-free':
      return prepareEarlierFree(ctx, row, paramsOf(row, kind))
    case 'review-cancelled':
    case 'on-hold':
    case 'unattended':
    case 'devices-file':
    case 'staff-added':
    case 'staff-changed':
    case 'staff-removed':
      return { kind, ...paramsOf(row, kind) } as MessageView
    case 'hours-picture':
      return prepareHoursPicture(ctx, paramsOf(row, kind).staffId)
    case 'bookings-paused':
    case 'desk-paused':
      return preparePaused(ctx, kind, paramsOf(row, kind))
    case 'export-file':
    case 'export-passphrase':
    case 'export-failed':
      return readExportMessage(ctx, kind, paramsOf(row, kind).exportId)
    case 'reviewer-missed':
      return prepareReviewerMissed(ctx, paramsOf(row, kind))
    case 'to-invite':
      return prepareToInvite(ctx, paramsOf(row, kind))
    case 'stats-picture':
      return { kind, stats: await readStats(ctx, paramsOf(row, kind)) }
    case 'hours-changed':
      return prepareHoursChanged(ctx, paramsOf(row, kind).changeId)
    case 'desk-days-changed':
      return prepareDaysChanged(ctx, paramsOf(row, kind).changeId)
    default:
      return prepareForBooking(ctx, row, kind)
  }
}

/** Nothing to say once somebody has invited, or the applicant withdrew. */
async function prepareToInvite(ctx: Ctx, { code, late }: MessageParams['to-invite']): Promise<MessageView | undefined> {
  const { state, version, deadlineAt } = await readCase(ctx, { code })
  const dueAt = (deadlineAt ?? ctx.now()).toISOString()
  return state === 'submitted' ? { kind: 'to-invite', code, version, dueAt, ...(late ? { late } : {}) } : undefined
}

async function prepareReviewerMissed(ctx: Ctx, params: MessageParams['reviewer-missed']): Promise<MessageView | undefined> {
  const { staffId, ...more } = params
  const [member] = await ctx.db.select({ name: staff.name }).from(staff).where(eq(staff.id, staffId))
  return member && { kind: 'reviewer-missed', name: member.name, ...more }
}

type BookingKind = Exclude<
  MessageKind,
  | VerdictKind
  | 'spoken-code'
  | 'spoken-code-over'
  | 'draft-waits'
  | 'rehearsal'
  | 'wait-shortened'
  | 'turn-passed'
  | 'lapsed'
  | 'lapses-soon'
  | 'earlier-free'
  | 'status-card'
  | 'calendar'
  | 'agenda'
  | 'verdict'
  | 'missed'
  | 'evidence-file'
  | 'evidence-passphrase'
  | 'evidence-failed'
  | 'receipt'
  | 'other-browser'
  | 'blind-asked'
  | 'blind-raised'
  | 'quality-picture'
  | 'review-cancelled'
  | 'on-hold'
  | 'unattended'
  | 'reviewer-missed'
  | 'devices-file'
  | 'staff-added'
  | 'staff-changed'
  | 'staff-removed'
  | 'hours-picture'
  | 'hours-changed'
  | 'desk-days-changed'
  | 'stats-picture'
  | 'to-invite'
  | 'bookings-paused'
  | 'export-file'
  | 'export-passphrase'
  | 'export-failed'
  | 'desk-paused'
>

const forReviewer: ReadonlySet<MessageKind> = new Set([
  'review-link-replaced',
  'review-booked',
  'review-reminder',
  'applicant-waiting',
  'help-called',
  'call-handed',
])

async function prepareForBooking(ctx: Ctx, row: MessageRow, kind: BookingKind): Promise<MessageView | undefined> {
  const { bookingId, version } = paramsOf(row, kind)
  const [found] = await ctx.db
    .select({ booking: bookings, code: cases.code, device: devices })
    .from(bookings)
    .innerJoin(cases, eq(cases.id, bookings.caseId))
    .leftJoin(devices, eq(devices.id, cases.deviceId))
    .where(eq(bookings.id, bookingId))
  if (found?.booking.status !== 'active') return undefined
  const { booking } = found
  // another reviewer changes nothing for the applicant who is to be reminded
  const isCurrent = kind === 'reminder' ? version >= booking.linksSince : version === booking.version
  if (!isCurrent) return undefined
  const confirmed = isConfirmed(booking)
  const role = forReviewer.has(kind) ? 'reviewer' : 'applicant'
  const url = callUrl(ctx, found.booking, role)
  const { code } = found
  const startsAt = found.booking.startsAt.toISOString()
  switch (kind) {
    case 'reminder':
      return {
        ...{ kind, reminder: paramsOf(row, kind).kind, startsAt, url, version: booking.version, code, confirmed },
        rehearsal: await readRehearsed(ctx, booking.caseId),
        ...inChat(ctx, code),
      }
    case 'review-reminder':
      return { kind, code, version: booking.version, startsAt, url, confirmed }
    case 'applicant-waiting':
      return { kind, code, version: booking.version, startsAt, url }
    case 'other-device':
      return { kind, ask: paramsOf(row, kind).ask, code }
    case 'review-booked': {
      const { now, moved, handed } = paramsOf(row, kind)
      return { kind, code, startsAt, now, moved, ...(handed ? { handed } : {}), url, device: deviceName(found.device) }
    }
    case 'help-called':
    case 'call-handed':
      return { kind, code, url }
    case 'two-more-minutes':
    case 'your-turn':
      return { kind, url, until: paramsOf(row, kind).until }
    case 'reviewer-here':
      return { kind, url, ...inChat(ctx, code) }
    case 'reviewer-changed':
    case 'running-over':
      return { kind, url }
    default:
      return { kind, code, startsAt, url }
  }
}

/** Of the booking as it stands; a cancellation only where there is an earlier file to take back. */
async function prepareCalendar(
  ctx: Ctx,
  row: MessageRow,
  { bookingId, version, cancelled }: MessageParams['calendar'],
): Promise<MessageView | undefined> {
  const [found] = await ctx.db
    .select({ booking: bookings, code: cases.code })
    .from(bookings)
    .innerJoin(cases, eq(cases.id, bookings.caseId))
    .where(eq(bookings.id, bookingId))
  if (!found || version < found.booking.linksSince || (found.booking.status === 'active') === cancelled) return undefined
  if (cancelled && !(await findEarlier(ctx, row))) return undefined
  const { booking, code } = found
  const [startsAt, endsAt] = [booking.startsAt.toISOString(), booking.endsAt.toISOString()]
  const url = callUrl(ctx, booking, 'applicant')
  const { opensMinutesBefore } = ctx.policy
  const moved = booking.linksSince > 1
  return {
    kind: 'calendar',
    code,
    bookingId,
    version,
    cancelled,
    moved,
    startsAt,
    endsAt,
    opensMinutesBefore,
    url,
    chatUrl: `${ctx.publicUrl}/chat`,
  }
}

/** While that browser still waits for an answer. */
async function prepareOtherBrowser(
  ctx: Ctx,
  row: MessageRow,
  { door, ask, browser }: MessageParams['other-browser'],
): Promise<MessageView | undefined> {
  const [asked] = await ctx.db
    .select({ device: linkDoors.askedDevice })
    .from(linkDoors)
    .innerJoin(staff, eq(staff.id, linkDoors.reviewerId))
    .where(and(eq(linkDoors.door, door), eq(staff.personId, row.personId)))
  if (!asked?.device?.startsWith(ask)) return undefined
  return { kind: 'other-browser', ask, browser, ...(row.caseId ? { code: await codeOf(ctx, row) } : {}) }
}

/** The absolute call link of a booking for one of its two people. */
export function callUrl(ctx: Ctx, booking: Pick<Booking, 'id' | 'version'>, role: 'applicant' | 'reviewer'): string {
  return `${ctx.publicUrl}/c/${linkCode(ctx, { bookingId: booking.id, role, version: booking.version })}`
}

export function deviceName(device: typeof devices.$inferSelect | null | undefined): DeviceName {
  return { zh: device?.nameZh ?? '', en: device?.nameEn ?? '' }
}

async function codeOf(ctx: Ctx, row: MessageRow): Promise<string> {
  const [found] = await ctx.db
    .select({ code: cases.code })
    .from(cases)
    .where(eq(cases.id, row.caseId ?? ''))
  return found?.code ?? ''
}

async function prepareDraftWaits(ctx: Ctx, { caseId }: MessageRow): Promise<MessageView | undefined> {
  const found = await readCase(ctx, { id: caseId ?? '' })
  if (found.state !== 'draft' || found.deadlineAt === null) return undefined
  const { said, answers } = await readApplication(ctx, found)
  const left = questionsLeft(ctx.form, said, field => answers.get(field)?.confirmed ?? false)
  return { kind: 'draft-waits', left, until: found.deadlineAt.toISOString() }
}

/** While the case can still take the time, and as far as can be told without booking it nobody else has. */
async function prepareEarlierFree(
  ctx: Ctx,
  { caseId }: MessageRow,
  { startsAt }: MessageParams['earlier-free'],
): Promise<MessageView | undefined> {
  const [row] = await ctx.db
    .select({ found: cases, booking: bookings })
    .from(cases)
    .leftJoin(bookings, and(eq(bookings.caseId, cases.id), eq(bookings.status, 'active')))
    .where(eq(cases.id, caseId ?? ''))
  if (!row || (row.booking && row.booking.startsAt <= new Date(startsAt))) return undefined
  const { code, version, state, id } = row.found
  if (!(state === 'booked' || state === 'invited') || (await isPlainlyGone(ctx, { caseId: id, startsAt: new Date(startsAt) })))
    return undefined
  const booked = row.booking && { version: row.booking.version, startsAt: row.booking.startsAt.toISOString() }
  return { kind: 'earlier-free', code, version, startsAt, ...(booked ? { booked } : {}) }
}

/** Nothing where the case is not lapsed any more. */
async function prepareLapsed(ctx: Ctx, row: MessageRow, from: CaseState): Promise<MessageView | undefined> {
  const { state, code } = await readCase(ctx, { id: row.caseId ?? '' })
  return state === 'lapsed' ? { kind: 'lapsed', from, code } : undefined
}

/** As long as the case waits for the same. */
async function prepareLapsesSoon(
  ctx: Ctx,
  row: MessageRow,
  state: MessageParams['lapses-soon']['state'],
): Promise<MessageView | undefined> {
  const found = await readCase(ctx, { id: row.caseId ?? '' })
  if (found.state !== state || found.deadlineAt === null) return undefined
  return { kind: 'lapses-soon', state, code: found.code, until: found.deadlineAt.toISOString() }
}

const nearestTimes = 3

/** A time that is kept for the case, or the nearest ones. */
async function prepareMissed(ctx: Ctx, row: MessageRow, params: MessageParams['missed']): Promise<MessageView> {
  const [kept] = await ctx.db
    .select({ found: cases, until: bookings.heldUntil })
    .from(cases)
    .leftJoin(bookings, and(eq(bookings.caseId, cases.id), eq(bookings.status, 'held'), gt(bookings.heldUntil, ctx.now())))
    .where(eq(cases.id, row.caseId ?? ''))
  const { fault, last, held } = params
  const missed = { kind: 'missed' as const, fault, last, code: kept?.found.code ?? '' }
  if (!kept) return missed
  const { version, state, hold } = kept.found
  if (held && kept.until) return { ...missed, held: { startsAt: held, until: kept.until.toISOString(), version } }
  if (state !== 'invited' || hold !== null) return missed
  const free = await findTimesFor(ctx, kept.found)
  const times = free.slice(0, nearestTimes).map(({ startsAt }) => startsAt.toISOString())
  return times.length === 0
    ? { ...missed, none: true }
    : { ...missed, offer: { times, more: free.length > nearestTimes, version } }
}

/** While it is still to be spoken. */
async function prepareSpokenCode(
  ctx: Ctx,
  { bookingId, number }: MessageParams['spoken-code'],
): Promise<MessageView | undefined> {
  const code = await findLastCode(ctx, bookingId)
  if (code?.number !== number || code.endedAt) return undefined
  return { kind: 'spoken-code', digits: spokenDigits(ctx, code), until: code.expiresAt.toISOString() }
}

async function prepareVerdict(ctx: Ctx, verdictId: string): Promise<MessageView | undefined> {
  const [row] = await ctx.db
    .select({ verdict: verdicts, found: cases, returnUrl: orders.returnUrl })
    .from(verdicts)
    .innerJoin(cases, eq(cases.id, verdicts.caseId))
    .leftJoin(orders, eq(orders.code, cases.orderCode))
    .where(eq(verdicts.id, verdictId))
  return row && { kind: 'verdict', code: row.found.code, ...(await verdictFacts(ctx, row.found, row.verdict, row.returnUrl)) }
}
