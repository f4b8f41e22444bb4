import { eq, sql } from 'drizzle-orm'
import { cases } from '../../db/schema/cases.ts'
import { people } from '../../db/schema/people.ts'
import { staff } from '../../db/schema/staff.ts'
import type { BlockReason, CaseState, Locale } from '../../db/values.ts'
import { appendAudit } from '../audit/append.ts'
import { findActiveBooking } from '../booking/load.ts'
import { releaseBooking } from '../booking/release.ts'
import { changeState } from '../case/change-state.ts'
import { type Case, findRunningCase, lockCase, readCase } from '../case/load.ts'
import { type Ctx, transact } from '../context.ts'
import { newId } from '../ids.ts'
import { queueStatusCard } from '../message/queue.ts'
import { after, days } from '../policy.ts'
import { refuse } from '../refusal.ts'
import { refuseUnlessAdmin } from '../staff/add.ts'
import type { Person } from './meet.ts'

/** A person as an admin names one: by an application's code, or by the messenger's id. */
export type Named = { code: string } | { telegramId: number }

/** What blocking somebody would mean, or has meant: shown before an admin says yes. */
export interface BlockEffects {
  telegramId: number
  /** absent while the person is not blocked */
  blocked?: { at: string; reason: BlockReason }
  isStaff: boolean
  /** the running application; absent when there is none */
  running?: { code: string; state: CaseState; startsAt?: string }
}

/** Blocked cases wait under this reason until somebody unblocks the person. */
export const blockHold = 'blocked'

/** Refused as `not-found` for a code that is none. Somebody who never wrote is simply not known yet. */
export async function readBlock(ctx: Ctx, named: Named): Promise<BlockEffects> {
  refuseUnlessAdmin(ctx)
  const person = await findNamed(ctx, named)
  if (!person)
    return { telegramId: 'telegramId' in named ? named.telegramId : refuse('not-found', { what: 'case' }), isStaff: false }
  const effects: BlockEffects = { telegramId: person.telegramId, isStaff: await isOnStaff(ctx, person) }
  if (person.blockedAt && person.blockReason) {
    effects.blocked = { at: person.blockedAt.toISOString(), reason: person.blockReason }
  }
  const found = await findRunningCase(ctx, person.id)
  const booking = found && (await findActiveBooking(ctx, found.id))
  const time = booking ? { startsAt: booking.startsAt.toISOString() } : {}
  if (found) effects.running = { code: found.code, state: found.state, ...time }
  return effects
}

/**
 * From now on the bot answers this person once and no more, except about their own data. A booked time is free again and the
 * application waits on hold; a draft, and a review that has begun, stay as they are. Blocking twice changes the reason only.
 * Refused as `not-allowed` for a member of staff, who is removed from the team first.
 */
export async function blockPerson(ctx: Ctx, input: { telegramId: number; locale: Locale; reason: BlockReason }): Promise<void> {
  await transact(ctx, async ctx => {
    refuseUnlessAdmin(ctx)
    const { telegramId, locale, reason } = input
    const blocked = {
      blockedAt: sql`coalesce(${people.blockedAt}, ${ctx.now().toISOString()}::timestamptz)`,
      blockReason: reason,
    }
    const before = (await findNamed(ctx, { telegramId }))?.blockReason ?? null
    const [person] = await ctx.db
      .insert(people)
      .values({ id: newId(ctx), telegramId, locale, createdAt: ctx.now(), blockedAt: ctx.now(), blockReason: reason })
      .onConflictDoUpdate({ target: people.telegramId, set: blocked })
      .returning()
    if (!person || (await isOnStaff(ctx, person))) return refuse('not-allowed', {})
    if (before !== reason) await appendAudit(ctx, 'desk', 'person.blocked', { person: person.id, before, reason })
    const running = await findRunningCase(ctx, person.id)
    if (running) await holdCase(ctx, await lockCase(ctx, { id: running.id }))
  })
}

/** The person is served again, and an application that waited because of the block goes on with a fresh card. Twice is once. */
export async function unblockPerson(ctx: Ctx, input: { telegramId: number }): Promise<void> {
  await transact(ctx, async ctx => {
    refuseUnlessAdmin(ctx)
    const person = await findNamed(ctx, input)
    if (!person?.blockedAt) return
    await ctx.db.update(people).set({ blockedAt: null, blockReason: null, blockTold: false }).where(eq(people.id, person.id))
    await appendAudit(ctx, 'desk', 'person.unblocked', { person: person.id, before: person.blockReason, reason: null })
    const running = await findRunningCase(ctx, person.id)
    if (running?.hold !== blockHold) return
    const found = await setHold(ctx, await lockCase(ctx, { id: running.id }), null)
    await queueStatusCard(ctx, found, true)
  })
}

/** True for the first update since the block: that one is answered. */
export async function tellBlockOnce(ctx: Ctx, { id, blockTold }: Person): Promise<boolean> {
  if (!blockTold) await ctx.db.update(people).set({ blockTold: true }).where(eq(people.id, id))
  return !blockTold
}

async function findNamed(ctx: Ctx, named: Named): Promise<Person | undefined> {
  const match = 'code' in named ? eq(people.id, (await readCase(ctx, named)).personId) : eq(people.telegramId, named.telegramId)
  const [person] = await ctx.db.select().from(people).where(match)
  return person
}

async function isOnStaff(ctx: Ctx, { id }: Person): Promise<boolean> {
  const [member] = await ctx.db.select().from(staff).where(eq(staff.personId, id))
  return member !== undefined && member.removedAt === null
}

async function holdCase(ctx: Ctx, found: Case): Promise<void> {
  if (found.hold !== null) return
  if (found.state === 'booked') {
    await releaseBooking(ctx, found, 'cancelled-by-us')
    await changeState(ctx, found, 'invited', 'admin', { hold: blockHold, deadlineAt: deadline(ctx) })
  } else if (found.state === 'invited') {
    await queueStatusCard(ctx, await setHold(ctx, found, blockHold))
  }
}

async function setHold(ctx: Ctx, found: Case, to: string | null): Promise<Case> {
  const [changed] = await ctx.db
    .update(cases)
    .set({ hold: to, deadlineAt: deadline(ctx), version: sql`${cases.version} + 1` })
    .where(eq(cases.id, found.id))
    .returning()
  if (!changed) return refuse('stale', {})
  await appendAudit(ctx, found.id, to === null ? 'case.hold-released' : 'case.held', { hold: to ?? found.hold })
  return changed
}

const deadline = (ctx: Ctx): Date => after(ctx.now(), days(ctx.policy.invitedLapsesDays))
