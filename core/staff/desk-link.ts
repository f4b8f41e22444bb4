import { createHmac, timingSafeEqual } from 'node:crypto'
import { and, eq, isNull } from 'drizzle-orm'
import { cases } from '../../db/schema/cases.ts'
import { blindReviews } from '../../db/schema/quality.ts'
import { staff } from '../../db/schema/staff.ts'
import type { Case } from '../case/load.ts'
import type { Ctx } from '../context.ts'
import { refuse } from '../refusal.ts'
import type { Member } from './add.ts'

const idBytes = 16
const bodyBytes = 2 * idBytes + 4
const macBytes = 16

/**
 * The way from a card in a reviewer's chat to the case in the console. The code stands behind `#`, so it reaches no server log and no
 * preview, and signs in only when the page hands it over. It names the case, its version and the person, and holds no longer than that version.
 */
export function deskUrl(
  ctx: Pick<Ctx, 'keys' | 'publicUrl'>,
  found: Pick<Case, 'id' | 'code' | 'version'>,
  staffId: string,
): string {
  return `${ctx.publicUrl}/console/${found.code}#in=${codeOf(ctx, 'desk-link', found, staffId)}`
}

/** The way to a blind review, which the page must not know the case of. It holds until the review is done. */
export function blindUrl(ctx: Pick<Ctx, 'keys' | 'publicUrl'>, reviewId: string, staffId: string): string {
  return `${ctx.publicUrl}/console#in=${codeOf(ctx, 'blind-review', { id: reviewId, version: 0 }, staffId)}`
}

type Kind = 'desk-link' | 'blind-review'

/** base64url of case or review(16) person(16) version(4) mac(16), mac = HMAC-SHA256 with a key of the desk over the kind and these, cut to 128 bits. */
function codeOf(ctx: Pick<Ctx, 'keys'>, kind: Kind, { id, version }: { id: string; version: number }, staffId: string): string {
  const body = Buffer.alloc(bodyBytes)
  body.write(id.replaceAll('-', ''), 'hex')
  body.write(staffId.replaceAll('-', ''), idBytes, 'hex')
  body.writeUInt32BE(version, 2 * idBytes)
  return Buffer.concat([body, mac(ctx, kind, body)]).toString('base64url')
}

const mac = (ctx: Pick<Ctx, 'keys'>, kind: Kind, body: Buffer): Buffer =>
  createHmac('sha256', ctx.keys.link).update(kind).update(body).digest().subarray(0, macBytes)

const uuidAt = (bytes: Buffer, at: number): string => {
  const hex = bytes.toString('hex', at, at + idBytes)
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}

/** What a code opens: a case at the version that the card stood on, or a blind review. */
export type Opened = { member: Member; found: Case } | { member: Member; reviewId: string }

/** Whom a code signs in, and to what. `link-unknown` for one that is not ours or whose owner left, `link-over` once the case moved on, or the review is done. */
export async function openDeskLink(ctx: Ctx, code: string): Promise<Opened> {
  const bytes = Buffer.from(code, 'base64url')
  if (bytes.length !== bodyBytes + macBytes || bytes.toString('base64url') !== code) return refuse('link-unknown', {})
  const body = bytes.subarray(0, bodyBytes)
  const kind = (['desk-link', 'blind-review'] as const).find(one =>
    timingSafeEqual(mac(ctx, one, body), bytes.subarray(bodyBytes)),
  )
  const [member] = await ctx.db
    .select()
    .from(staff)
    .where(and(eq(staff.id, uuidAt(body, idBytes)), isNull(staff.removedAt)))
  if (!kind || !member) return refuse('link-unknown', {})
  const id = uuidAt(body, 0)
  if (kind === 'blind-review') {
    const [review] = await ctx.db.select().from(blindReviews).where(eq(blindReviews.id, id))
    if (!review) return refuse('link-unknown', {})
    return review.doneAt === null ? { member, reviewId: id } : refuse('link-over', { why: 'ended' })
  }
  const [found] = await ctx.db.select().from(cases).where(eq(cases.id, id))
  if (!found) return refuse('link-unknown', {})
  if (found.version !== body.readUInt32BE(2 * idBytes)) return refuse('link-over', { why: 'ended' })
  return { member, found }
}
