import { createHmac } from 'node:crypto'
import { and, desc, eq, isNull, sql } from 'drizzle-orm'
import { people } from '../../db/schema/people.ts'
import { sessions, staff } from '../../db/schema/staff.ts'
import { appendAudit } from '../audit/append.ts'
import { type Ctx, transact } from '../context.ts'
import type { Met } from '../person/meet.ts'
import { refuse } from '../refusal.ts'

export const sessionHours = 12

export type Session = Pick<typeof sessions.$inferSelect, 'id' | 'browser' | 'createdAt' | 'expiresAt'>

const hashOf = (ctx: Pick<Ctx, 'keys'>, token: string) => createHmac('sha256', ctx.keys.session).update(token).digest('hex')
const isLive = sql`${sessions.expiresAt} > clock_timestamp()`

/** A sign-in of twelve hours (machine time). Returns the cookie's value; only its keyed hash is kept. */
export async function openSession(ctx: Ctx, input: { staffId: string; browser: string }): Promise<string> {
  const token = ctx.random(32).toString('base64url')
  await ctx.db.insert(sessions).values({
    tokenHash: hashOf(ctx, token),
    staffId: input.staffId,
    browser: input.browser,
    createdAt: sql`clock_timestamp()`,
    expiresAt: sql`clock_timestamp() + make_interval(hours => ${sessionHours})`,
  })
  return token
}

/** Who a console cookie belongs to; `signed-out` when it is unknown, expired, ended, or its owner left the staff. */
export async function findSession(ctx: Ctx, token: string): Promise<Required<Met>> {
  const [row] = await ctx.db
    .select({ person: people, member: staff })
    .from(sessions)
    .innerJoin(staff, eq(staff.id, sessions.staffId))
    .innerJoin(people, eq(people.id, staff.personId))
    .where(and(eq(sessions.tokenHash, hashOf(ctx, token)), isNull(staff.removedAt), isLive))
  return row ?? refuse('signed-out', {})
}

export async function signOut(ctx: Ctx, token: string): Promise<void> {
  await ctx.db.delete(sessions).where(eq(sessions.tokenHash, hashOf(ctx, token)))
}

/** The actor's own sign-ins, the newest first; those of one millisecond in an order that stays from look to look. */
export async function listSessions(ctx: Ctx): Promise<Session[]> {
  if (ctx.actor.kind !== 'staff') return refuse('not-allowed', {})
  const { id, browser, createdAt, expiresAt } = sessions
  return ctx.db
    .select({ id, browser, createdAt, expiresAt })
    .from(sessions)
    .where(and(eq(sessions.staffId, ctx.actor.staffId), isLive))
    .orderBy(desc(createdAt), desc(id))
}

/** Ends one of the actor's own sign-ins, or all of them; returns how many there were. Done twice it ends none. */
export async function endSessions(ctx: Ctx, input: { id?: string }): Promise<number> {
  const { actor } = ctx
  if (actor.kind !== 'staff') return refuse('not-allowed', {})
  return transact(ctx, async ctx => {
    const mine = eq(sessions.staffId, actor.staffId)
    const ended = await ctx.db
      .delete(sessions)
      .where(input.id === undefined ? mine : and(mine, sql`${sessions.id}::text = ${input.id}`))
      .returning({ id: sessions.id })
    if (ended.length > 0) await appendAudit(ctx, 'desk', 'staff.sessions-ended', { staff: actor.staffId, count: ended.length })
    return ended.length
  })
}
