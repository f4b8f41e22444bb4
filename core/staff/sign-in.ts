import { and, eq } from 'drizzle-orm'
import { doors } from '../../db/schema/staff.ts'
import { appendAudit } from '../audit/append.ts'
import { type OpenedLink, openLink } from '../call/link.ts'
import { type Ctx, transact } from '../context.ts'
import { queueMessage } from '../message/queue.ts'
import { isRefusal, refuse } from '../refusal.ts'
import { openDeskLink } from './desk-link.ts'
import { findSession, openSession } from './session.ts'

interface SignIn {
  code: string
  /** the browser's own random name */
  device: string
  /** for its owner to recognise, such as `Chrome · Windows` */
  browser: string
  /** the cookie that this browser has already */
  present?: string | undefined
}

/**
 * A reviewer's link becomes a sign-in (G5). The first browser uses it up; another is refused as `other-browser`, and the owner asked in
 * the chat, once. A browser in which the same reviewer is signed in already needs nothing new: then there is no token.
 */
export async function signIn(ctx: Ctx, input: SignIn): Promise<{ token?: string; caseCode: string }> {
  const done = await transact(ctx, async ctx => {
    const link = await openLink(ctx, input.code)
    if (link.ref.role !== 'reviewer') return refuse('wrong-role', {})
    if (link.booking.status !== 'active') return refuse('link-over', { why: 'ended' })
    const caseCode = link.found.code
    if (await isSignedIn(ctx, link.reviewer.id, input.present)) return { caseCode }
    // the refusal must not roll back the question that goes to the owner's chat
    if (!(await takeDoor(ctx, link, input))) return undefined
    const token = await openSession(ctx, { staffId: link.reviewer.id, browser: input.browser })
    await appendAudit(ctx, 'desk', 'staff.signed-in', { staff: link.reviewer.id, booking: link.booking.id })
    return { token, caseCode }
  })
  return done ?? refuse('other-browser', {})
}

/** The same by the link of a card that asks for a decision. */
export async function signInToDecide(ctx: Ctx, input: SignIn): Promise<{ token?: string; caseCode: string }> {
  return transact(ctx, async ctx => {
    const { member, found } = await openDeskLink(ctx, input.code)
    if (await isSignedIn(ctx, member.id, input.present)) return { caseCode: found.code }
    const token = await openSession(ctx, { staffId: member.id, browser: input.browser })
    await appendAudit(ctx, 'desk', 'staff.signed-in', { staff: member.id, case: found.id })
    return { token, caseCode: found.code }
  })
}

async function isSignedIn(ctx: Ctx, staffId: string, token: string | undefined): Promise<boolean> {
  if (!token) return false
  try {
    return (await findSession(ctx, token)).member.id === staffId
  } catch (error) {
    if (isRefusal(error, 'signed-out')) return false
    throw error
  }
}

async function takeDoor(ctx: Ctx, link: OpenedLink, { device, browser }: SignIn): Promise<boolean> {
  const { booking, reviewer, ref } = link
  const key = { bookingId: booking.id, version: ref.version, reviewerId: reviewer.id }
  await ctx.db
    .insert(doors)
    .values({ ...key, device })
    .onConflictDoNothing()
  const [door] = await ctx.db.select().from(doors).where(doorOf(key)).for('update')
  if (door?.device === device) return true
  if (door?.askedDevice !== device) {
    await ctx.db.update(doors).set({ askedDevice: device }).where(doorOf(key))
    const params = { bookingId: booking.id, version: ref.version, ask: device.slice(0, 8), browser }
    await queueMessage(ctx, { personId: reviewer.personId, caseId: link.found.id, kind: 'other-browser', params })
    await appendAudit(ctx, 'desk', 'staff.other-browser', { staff: reviewer.id, booking: booking.id })
  }
  return false
}

export const doorOf = (key: { bookingId: string; version: number; reviewerId: string }) =>
  and(eq(doors.bookingId, key.bookingId), eq(doors.version, key.version), eq(doors.reviewerId, key.reviewerId))
