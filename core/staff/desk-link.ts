import { createHmac, timingSafeEqual } from 'node:crypto'
import { and, eq, isNull } from 'drizzle-orm'
import { cases } from '../../db/schema/cases.ts'
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
  return `${ctx.publicUrl}/console/${found.code}#in=${deskCode(ctx, found, staffId)}`
}

/** base64url of case(16) person(16) version(4) mac(16), mac = HMAC-SHA256 with a key of the desk, cut to 128 bits. */
function deskCode(ctx: Pick<Ctx, 'keys'>, found: Pick<Case, 'id' | 'version'>, staffId: string): string {
  const body = Buffer.alloc(bodyBytes)
  body.write(found.id.replaceAll('-', ''), 'hex')
  body.write(staffId.replaceAll('-', ''), idBytes, 'hex')
  body.writeUInt32BE(found.version, 2 * idBytes)
  return Buffer.concat([body, mac(ctx, body)]).toString('base64url')
}

const mac = (ctx: Pick<Ctx, 'keys'>, body: Buffer): Buffer =>
  createHmac('sha256', ctx.keys.link).update('desk-link').update(body).digest().subarray(0, macBytes)

const uuidAt = (bytes: Buffer, at: number): string => {
  const hex = bytes.toString('hex', at, at + idBytes)
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}

/** Who a code signs in, and to which case. `link-unknown` for one that is not ours or whose owner left, `link-over` once the case moved on. */
export async function openDeskLink(ctx: Ctx, code: string): Promise<{ member: Member; found: Case }> {
  const bytes = Buffer.from(code, 'base64url')
  if (bytes.length !== bodyBytes + macBytes || bytes.toString('base64url') !== code) return refuse('link-unknown', {})
  const body = bytes.subarray(0, bodyBytes)
  if (!timingSafeEqual(mac(ctx, body), bytes.subarray(bodyBytes))) return refuse('link-unknown', {})
  const [found] = await ctx.db
    .select()
    .from(cases)
    .where(eq(cases.id, uuidAt(body, 0)))
  const [member] = await ctx.db
    .select()
    .from(staff)
    .where(and(eq(staff.id, uuidAt(body, idBytes)), isNull(staff.removedAt)))
  if (!found || !member) return refuse('link-unknown', {})
  if (found.version !== body.readUInt32BE(2 * idBytes)) return refuse('link-over', { why: 'ended' })
  return { member, found }
}
