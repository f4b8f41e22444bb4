import { eq } from 'drizzle-orm'
import { staff } from '../../db/schema/staff.ts'
import type { FourEyesReason, Outcome } from '../../db/values.ts'
import { type Case, readCase } from '../case/load.ts'
import type { Ctx } from '../context.ts'
import { refuseUnlessAdmin } from '../staff/add.ts'
import { deskUrl } from '../staff/desk-link.ts'
import { findAppeal, maySecond } from './eligible.ts'
import { mayUse } from './input.ts'
import { findPendingVerdict } from './load.ts'
import { readResults } from './results.ts'
import { findReason, obstacle } from './rules.ts'

/** What waits for a decision, for an admin's card. */
export interface Waiting {
  /** absent: an appeal */
  verdict?: { by: string; outcome: Outcome; reasons: string[]; why: FourEyesReason[] }
  /** who is asked */
  assigned: string | undefined
  /** true where this admin may give the second word */
  mayDecide: boolean
  /** of an escalation: what can be decided with the reviewer's own reasons, without the console */
  choices: Outcome[]
  url: string
}

const offered: readonly Outcome[] = ['approved', 'retry', 'rejected', 'rejected-for-good']

/** Undefined where nothing waits for somebody's decision. */
export async function readWaiting(ctx: Ctx, input: { code: string }): Promise<Waiting | undefined> {
  refuseUnlessAdmin(ctx)
  const found = await readCase(ctx, input)
  const staffId = ctx.actor.kind === 'staff' ? ctx.actor.staffId : ''
  const url = deskUrl(ctx, found, staffId)
  if (found.state === 'appealed') {
    const appeal = await findAppeal(ctx, found.id)
    return { assigned: await nameOf(ctx, appeal?.assignedId), mayDecide: false, choices: [], url }
  }
  const verdict = found.state === 'confirming' ? await findPendingVerdict(ctx, found.id) : undefined
  if (!verdict) return undefined
  const { outcome, reasons, fourEyes: why } = verdict
  return {
    verdict: { by: (await nameOf(ctx, verdict.reviewerId)) ?? '', outcome, reasons, why },
    assigned: await nameOf(ctx, verdict.assignedId),
    mayDecide: await maySecond(ctx, found, verdict, staffId),
    choices: outcome === 'escalated' ? await readChoices(ctx, found, verdict) : [],
    url,
  }
}

async function readChoices(ctx: Ctx, found: Case, verdict: { bookingId: string | null; reasons: string[] }): Promise<Outcome[]> {
  const results = (await readResults(ctx, found, verdict.bookingId)).map(({ result }) => result)
  return offered.filter(
    outcome =>
      obstacle(outcome, results) === null && (outcome === 'approved' || reasonsFor(ctx, outcome, verdict.reasons).length > 0),
  )
}

/** The reviewer's reasons that go with that outcome. */
export function reasonsFor(ctx: Ctx, outcome: Outcome, codes: readonly string[]): string[] {
  return codes.filter(code => {
    const reason = findReason(code)
    return reason !== undefined && mayUse(ctx, reason, outcome, 'second')
  })
}

async function nameOf(ctx: Ctx, staffId: string | null | undefined): Promise<string | undefined> {
  if (!staffId) return undefined
  const [member] = await ctx.db.select({ name: staff.name }).from(staff).where(eq(staff.id, staffId))
  return member?.name
}
