import { createHmac } from 'node:crypto'
import { and, eq, isNull, sql } from 'drizzle-orm'
import { people, sessions, staff } from '../../db/schema.ts'
import { appendAudit } from '../audit/append.ts'
import { openLink } from '../call/link.ts'
import { type Ctx, transact } from '../context.ts'
import type { Met } from '../person/meet.ts'
import { refuse } from '../refusal.ts'

export const sessionHours = 12

const hashOf = (ctx: Pick<Ctx, 'keys'>, token: string) => createHmac('sha256', ctx.keys.session).update(token).digest('hex')

/** A reviewer's link becomes a sign-in of twelve hours (machine time). Returns the cookie's value; only its keyed hash is kept. */
export async function signIn(ctx: Ctx, input: { code: string }): Promise<{ token: string; caseCode: string }> {
  return transact(ctx, async ctx => {
    const link = await openLink(ctx, input.code)
    if (link.ref.role !== 'reviewer') return refuse('wrong-role', {})
    if (link.booking.status !== 'active') return refuse('link-over', { why: 'ended' })
    const token = ctx.random(32).toString('base64url')
    await ctx.db.execute(sql`
      insert into sessions (token_hash, staff_id, created_at, expires_at)
      values (${hashOf(ctx, token)}, ${link.reviewer.id}, clock_timestamp(), clock_timestamp() + make_interval(hours => ${sessionHours}))`)
    await appendAudit(ctx, 'desk', 'staff.signed-in', { staff: link.reviewer.id, booking: link.booking.id })
    return { token, caseCode: link.found.code }
  })
}

/** Who a console cookie belongs to; `signed-out` when it is unknown, expired, or its owner left the staff. */
export async function findSession(ctx: Ctx, token: string): Promise<Required<Met>> {
  const [row] = await ctx.db
    .select({ person: people, member: staff })
    .from(sessions)
    .innerJoin(staff, eq(staff.id, sessions.staffId))
    .innerJoin(people, eq(people.id, staff.personId))
    .where(
      and(eq(sessions.tokenHash, hashOf(ctx, token)), isNull(staff.removedAt), sql`${sessions.expiresAt} > clock_timestamp()`),
    )
  return row ?? refuse('signed-out', {})
}

export async function signOut(ctx: Ctx, token: string): Promise<void> {
  await ctx.db.delete(sessions).where(eq(sessions.tokenHash, hashOf(ctx, token)))
}
