import { eq } from 'drizzle-orm'
import { staff } from '../../db/schema/staff.ts'
import { type Case, lockCase, readCase } from '../case/load.ts'
import { type Ctx, transact } from '../context.ts'
import { refuse } from '../refusal.ts'
import { handOverLocked } from './hand-over.ts'
import { type Booking, findActiveBooking, joinWindow } from './load.ts'
import { countMiss, whoIsMissing } from './miss.ts'

/** What a button of the reviewer's was drawn from; `version`: the booking's. */
interface OwnInput {
  code: string
  version: number
}

/** A booked call of the reviewer who acts, as far as it matters before it is handed over, or counted as missed. */
export interface OwnBooking {
  startsAt: string
  /** from when on the applicant counts as missing */
  missedFrom: string
  missing: Awaited<ReturnType<typeof whoIsMissing>>
  /** with this miss a person decides whether it goes on */
  isLastMiss: boolean
}

/** Reads only. `stale` where the call is somebody else's by now, at another time, begun or over. */
export async function readOwnBooking(ctx: Ctx, input: OwnInput): Promise<OwnBooking> {
  const found = await readCase(ctx, { code: input.code })
  const booking = await findOwn(ctx, found, input.version)
  return {
    startsAt: booking.startsAt.toISOString(),
    missedFrom: joinWindow(booking, ctx.policy).closesAt.toISOString(),
    missing: await whoIsMissing(ctx, booking),
    isLastMiss: found.misses + 1 >= ctx.policy.missesAllowed,
  }
}

/** The reviewer asks for somebody else, at the same time: their name, or undefined where nobody is free, and nothing has changed. */
export async function handOverOwn(ctx: Ctx, input: OwnInput): Promise<string | undefined> {
  return transact(ctx, async ctx => {
    const found = await lockCase(ctx, { code: input.code })
    const booking = await findOwn(ctx, found, input.version)
    if ((await handOverLocked(ctx, found, booking, 'asked')) === 'kept') return undefined
    const taken = await findActiveBooking(ctx, found.id)
    const [to] = await ctx.db
      .select({ name: staff.name })
      .from(staff)
      .where(eq(staff.id, taken?.reviewerId ?? ''))
    return to?.name
  })
}

/**
 * The reviewer, who waited in the room, says that the applicant did not come. The server's record decides: `too-early` before the
 * policy's minutes are over, `not-met` where the applicant was there, or the reviewer was not.
 */
export async function missOwn(ctx: Ctx, input: OwnInput): Promise<void> {
  await transact(ctx, async ctx => {
    const found = await lockCase(ctx, { code: input.code })
    const booking = await findOwn(ctx, found, input.version)
    const { closesAt } = joinWindow(booking, ctx.policy)
    if (closesAt > ctx.now()) return refuse('too-early', { opensAt: closesAt.toISOString() })
    if ((await whoIsMissing(ctx, booking)) !== 'applicant') return refuse('not-met', {})
    await countMiss(ctx, found, 'reviewer')
  })
}

async function findOwn(ctx: Ctx, found: Case, version: number): Promise<Booking> {
  const booking = found.state === 'booked' ? await findActiveBooking(ctx, found.id) : undefined
  const isMine = ctx.actor.kind === 'staff' && booking?.reviewerId === ctx.actor.staffId
  return booking && isMine && booking.version === version ? booking : refuse('stale', { state: found.state })
}
