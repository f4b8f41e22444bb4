import { appendAudit } from '../audit/append.ts'
import { openLink } from '../call/link.ts'
import { type Ctx, transact } from '../context.ts'
import { isRefusal, refuse } from '../refusal.ts'
import { openDeskLink } from './desk-link.ts'
import { takeDoor } from './door.ts'
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
    const door = `booking:${link.booking.id}:${link.ref.version}` as const
    if (!(await takeDoor(ctx, { door, member: link.reviewer, caseId: link.found.id, ...input }))) return undefined
    const token = await openSession(ctx, { staffId: link.reviewer.id, browser: input.browser })
    await appendAudit(ctx, 'desk', 'staff.signed-in', { staff: link.reviewer.id, booking: link.booking.id })
    return { token, caseCode }
  })
  return done ?? refuse('other-browser', {})
}

/** The same by the link of a card that asks for a decision, or for a blind review: bound to one browser just so. */
export async function signInToDecide(ctx: Ctx, input: SignIn): Promise<{ token?: string; caseCode?: string; reviewId?: string }> {
  const done = await transact(ctx, async ctx => {
    const opened = await openDeskLink(ctx, input.code)
    const { member } = opened
    const to = 'found' in opened ? { caseCode: opened.found.code } : { reviewId: opened.reviewId }
    if (await isSignedIn(ctx, member.id, input.present)) return to
    const door =
      'found' in opened ? (`case:${opened.found.id}:${opened.found.version}` as const) : (`blind:${opened.reviewId}` as const)
    const about = 'found' in opened ? { caseId: opened.found.id } : {}
    // the refusal must not roll back the question that goes to the owner's chat
    if (!(await takeDoor(ctx, { door, member, ...about, ...input }))) return undefined
    const token = await openSession(ctx, { staffId: member.id, browser: input.browser })
    await appendAudit(ctx, 'desk', 'staff.signed-in', { staff: member.id, door })
    return { token, ...to }
  })
  return done ?? refuse('other-browser', {})
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
