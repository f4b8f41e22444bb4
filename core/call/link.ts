import { createHmac, timingSafeEqual } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { bookings } from '../../db/schema/bookings.ts'
import { cases } from '../../db/schema/cases.ts'
import { people } from '../../db/schema/people.ts'
import { staff } from '../../db/schema/staff.ts'
import type { RoomRole } from '../../db/values.ts'
import { type Booking, joinWindow } from '../booking/load.ts'
import type { Case } from '../case/load.ts'
import type { Ctx } from '../context.ts'
import type { LinkRef } from '../message/kinds.ts'
import { after, minutes } from '../policy.ts'
import { refuse } from '../refusal.ts'

const roleBytes: Record<RoomRole, number> = { applicant: 1, reviewer: 2 }
const idBytes = 16
const headBytes = idBytes + 3
const macBytes = 16

/**
 * The code of a call link: base64url of booking(16) role(1) version(2) mac(16), mac = HMAC-SHA256 with a key of the desk, cut to
 * 128 bits. Derived, so it is stored nowhere and can be sent again; a new version of the booking revokes it.
 */
export function linkCode(ctx: Pick<Ctx, 'keys'>, { bookingId, role, version }: LinkRef): string {
  const head = Buffer.alloc(headBytes)
  head.write(bookingId.replaceAll('-', ''), 'hex')
  head.writeUInt8(roleBytes[role], idBytes)
  head.writeUInt16BE(version, idBytes + 1)
  return Buffer.concat([head, mac(ctx, head)]).toString('base64url')
}

/** What a code stands for, or undefined when it was not made by this desk. Says nothing about whether it still holds. */
function readLinkCode(ctx: Pick<Ctx, 'keys'>, code: string): LinkRef | undefined {
  if (!/^[A-Za-z0-9_-]{47}$/.test(code)) return undefined
  const bytes = Buffer.from(code, 'base64url')
  const head = bytes.subarray(0, headBytes)
  if (bytes.toString('base64url') !== code || !timingSafeEqual(mac(ctx, head), bytes.subarray(headBytes))) return undefined
  const hex = head.toString('hex', 0, idBytes)
  const bookingId = [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
  const role = head.readUInt8(idBytes) === roleBytes.reviewer ? 'reviewer' : 'applicant'
  return { bookingId, role, version: head.readUInt16BE(idBytes + 1) }
}

function mac(ctx: Pick<Ctx, 'keys'>, head: Buffer): Buffer {
  return createHmac('sha256', ctx.keys.link).update('call-link').update(head).digest().subarray(0, macBytes)
}

export interface OpenedLink {
  ref: LinkRef
  booking: Booking
  found: Case
  /** the person the link belongs to */
  person: typeof people.$inferSelect
  reviewer: typeof staff.$inferSelect
  window: 'early' | 'open' | 'over'
  opensAt: Date
  closesAt: Date
}

/**
 * Looks a link up without using anything up: previews and loads are free. `link-unknown` for a code that is not ours or belongs to
 * a booking that is gone, `link-over` (moved) for an old version.
 */
export async function openLink(ctx: Ctx, code: string): Promise<OpenedLink> {
  const ref = readLinkCode(ctx, code)
  if (!ref) return refuse('link-unknown', {})
  const [row] = await ctx.db
    .select({ booking: bookings, found: cases, reviewer: staff })
    .from(bookings)
    .innerJoin(cases, eq(cases.id, bookings.caseId))
    .innerJoin(staff, eq(staff.id, bookings.reviewerId))
    .where(eq(bookings.id, ref.bookingId))
  if (!row) return refuse('link-unknown', {})
  if (!isOf(row.booking, ref)) return refuse('link-over', { why: 'moved' })
  const personId = ref.role === 'applicant' ? row.found.personId : row.reviewer.personId
  const [person] = await ctx.db.select().from(people).where(eq(people.id, personId))
  if (!person || (ref.role === 'reviewer' && row.reviewer.removedAt !== null)) return refuse('link-unknown', {})
  return { ref: { ...ref, version: row.booking.version }, ...row, person, ...windowOf(ctx, row.booking, row.found) }
}

/** A reviewer's link holds for the one version; the applicant's outlives a change of reviewer, and ends with a move. */
function isOf({ version, linksSince }: Booking, ref: LinkRef): boolean {
  return ref.version === version || (ref.role === 'applicant' && ref.version < version && ref.version >= linksSince)
}

/** Before, inside or after the time in which this booking's room may be entered. A call that has begun stays open to its two people. */
export function windowOf(ctx: Ctx, booking: Booking, found: Case): Pick<OpenedLink, 'window' | 'opensAt' | 'closesAt'> {
  const { opensAt, closesAt } = joinWindow(booking, ctx.policy)
  if (booking.status !== 'active') return { window: 'over', opensAt, closesAt }
  const now = ctx.now()
  if (found.state === 'reviewing') {
    const until = after(booking.startsAt, minutes(ctx.policy.callLastsMinutes))
    return { window: now < until ? 'open' : 'over', opensAt, closesAt: until }
  }
  return { window: now < opensAt ? 'early' : now < closesAt ? 'open' : 'over', opensAt, closesAt }
}
