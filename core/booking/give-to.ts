import { eq } from 'drizzle-orm'
import { staff } from '../../db/schema/staff.ts'
import { type Case, lockCase, readCase } from '../case/load.ts'
import { type Ctx, transact } from '../context.ts'
import { refuse } from '../refusal.ts'
import { listStaff, type Member, refuseUnlessAdmin } from '../staff/add.ts'
import { whoMayNot } from './assign.ts'
import { giveOver, whoCanTake } from './hand-over.ts'
import { type Booking, findActiveBooking } from './load.ts'

/** A booked call that could have another reviewer: who has it, and who else is eligible and free then, by name. */
export interface Givable {
  code: string
  /** of the booking: what a button was drawn from */
  version: number
  startsAt: string
  present: string
  people: Pick<Member, 'id' | 'name'>[]
}

/** Undefined where nothing is booked. For admins. */
export async function readGivable(ctx: Ctx, input: { code: string }): Promise<Givable | undefined> {
  refuseUnlessAdmin(ctx)
  const found = await readCase(ctx, input)
  const held = found.state === 'booked' ? await findActiveBooking(ctx, found.id) : undefined
  if (!held) return undefined
  const [present] = await ctx.db.select({ name: staff.name }).from(staff).where(eq(staff.id, held.reviewerId))
  const able = await whoIsAble(ctx, found, held)
  const people = (await listStaff(ctx)).filter(({ id }) => able.includes(id)).map(({ id, name }) => ({ id, name }))
  const startsAt = held.startsAt.toISOString()
  return { code: found.code, version: held.version, startsAt, present: present?.name ?? '', people }
}

/**
 * An admin gives a booked call to a certain reviewer, at its time: the applicant's link stays, the one before and the new one are told.
 * `reviewer-busy` for who is not eligible or not free then, `stale` when the booking is another one by now.
 */
export async function giveBooking(ctx: Ctx, input: { code: string; version: number; staffId: string }): Promise<Booking> {
  return transact(ctx, async ctx => {
    refuseUnlessAdmin(ctx)
    const found = await lockCase(ctx, { code: input.code })
    const held = await findActiveBooking(ctx, found.id)
    if (found.state !== 'booked' || held?.version !== input.version) return refuse('stale', { state: found.state })
    const able = await whoIsAble(ctx, found, held)
    const taken = able.includes(input.staffId) ? await giveOver(ctx, found, held, [input.staffId], 'assigned') : undefined
    return taken ?? refuse('reviewer-busy', {})
  })
}

async function whoIsAble(ctx: Ctx, found: Case, held: Booking): Promise<string[]> {
  const startsAt = held.startsAt > ctx.now() ? held.startsAt : ctx.now()
  const barred = await whoMayNot(ctx, found)
  return (await whoCanTake(ctx, found, startsAt)).filter(id => id !== held.reviewerId && !barred.has(id))
}
