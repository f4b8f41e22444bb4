import { eq, sql } from 'drizzle-orm'
import { settings } from '../../db/schema/desk.ts'
import { people } from '../../db/schema/people.ts'
import { staff } from '../../db/schema/staff.ts'
import { appendAudit } from '../audit/append.ts'
import { type Ctx, transact } from '../context.ts'
import { queueMessage } from '../message/queue.ts'
import { quietUntil } from '../message/quiet-hours.ts'
import { refuse } from '../refusal.ts'
import { listStaff, refuseUnlessAdmin } from '../staff/add.ts'

const key = 'pause'
export const longestNote = 200

/** No bookings are taken: since when, by whom, and what the admin says about it (may be empty). */
export interface Pause {
  at: string
  by: string
  note: string
}

interface Kept {
  at: string
  staffId: string
  note: string
}

/** The pause that is on, as every process sees it; undefined while bookings are taken. */
export async function readPause(ctx: Pick<Ctx, 'db'>): Promise<Pause | undefined> {
  const [row] = await ctx.db
    .select({ value: settings.value, by: staff.name })
    .from(settings)
    .leftJoin(staff, sql`${staff.id}::text = ${settings.value} ->> 'staffId'`)
    .where(eq(settings.key, key))
  if (!row) return undefined
  // guarantee: written below alone
  const { at, note } = row.value as Kept
  return { at, note, by: row.by ?? '' }
}

/** Refused as `paused` while no bookings are taken. */
export async function refuseWhilePaused(ctx: Ctx): Promise<void> {
  const pause = await readPause(ctx)
  if (pause) refuse('paused', { note: pause.note })
}

/** Whom a pause, or its end, is told: applicants who are invited and may book, and everybody else on the staff. */
export async function countConcerned(ctx: Ctx): Promise<{ applicants: number; staff: number }> {
  refuseUnlessAdmin(ctx)
  const [row] = await ctx.db.execute<{ count: number }>(sql`select count(*)::int as count from cases where ${mayBook}`)
  return { applicants: row?.count ?? 0, staff: (await listStaff(ctx)).length - 1 }
}

const mayBook = sql`state = 'invited' and hold is null`

/**
 * An admin stops the taking of bookings, at once and in every process: no new time is taken, none is moved to; what is booked stays and
 * may be cancelled. Those concerned are told, applicants outside their quiet hours. `stale` where it is paused already.
 */
export async function pauseBookings(ctx: Ctx, input: { note: string }): Promise<Pause> {
  return transact(ctx, async ctx => {
    refuseUnlessAdmin(ctx)
    if (ctx.actor.kind !== 'staff') return refuse('not-allowed', {})
    const note = input.note.trim().slice(0, longestNote)
    const value: Kept = { at: ctx.now().toISOString(), staffId: ctx.actor.staffId, note }
    const made = await ctx.db.insert(settings).values({ key, value }).onConflictDoNothing().returning()
    if (made.length === 0) return refuse('stale', {})
    await appendAudit(ctx, 'desk', 'bookings.paused', { before: false, after: true })
    await tellConcerned(ctx, true)
    return (await readPause(ctx)) ?? refuse('stale', {})
  })
}

/** Bookings are taken again; those concerned are told. `stale` where they were. */
export async function resumeBookings(ctx: Ctx): Promise<void> {
  await transact(ctx, async ctx => {
    refuseUnlessAdmin(ctx)
    const ended = await ctx.db.delete(settings).where(eq(settings.key, key)).returning()
    if (ended.length === 0) return refuse('stale', {})
    await appendAudit(ctx, 'desk', 'bookings.resumed', { before: true, after: false })
    await tellConcerned(ctx, false)
  })
}

async function tellConcerned(ctx: Ctx, on: boolean): Promise<void> {
  for (const { personId, id } of await listStaff(ctx))
    if (ctx.actor.kind !== 'staff' || ctx.actor.staffId !== id)
      await queueMessage(ctx, { personId, kind: 'desk-paused', params: { on } })
  // the cards say at once what is so; one statement, however many there are
  await ctx.db.execute(sql`insert into messages (person_id, case_id, kind, params)
    select person_id, id, 'status-card', '{}' from cases where ${mayBook} on conflict do nothing`)
  const zones = await ctx.db.selectDistinct({ zone: people.timeZone }).from(people)
  const said = new Set(zones.map(({ zone }) => zone ?? ctx.officeTimeZone))
  for (const zone of said) {
    const notBefore = quietUntil(ctx.now(), zone, ctx.policy)?.toISOString() ?? null
    await ctx.db.execute(sql`insert into messages (person_id, case_id, kind, params, not_before)
      select c.person_id, c.id, 'bookings-paused', ${JSON.stringify({ on })}::jsonb, ${notBefore}::timestamptz
      from cases c join people p on p.id = c.person_id
      where c.state = 'invited' and c.hold is null and coalesce(p.time_zone, ${ctx.officeTimeZone}) = ${zone}`)
  }
  await ctx.db.execute(sql`select pg_notify('outbox', '')`)
}
