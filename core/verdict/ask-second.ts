import { and, eq } from 'drizzle-orm'
import { cases } from '../../db/schema/cases.ts'
import { verdicts } from '../../db/schema/verdicts.ts'
import { appendAudit } from '../audit/append.ts'
import type { Case } from '../case/load.ts'
import type { Ctx } from '../context.ts'
import { queueMessage, queueStatusCard } from '../message/queue.ts'
import type { Member } from '../staff/add.ts'
import { tellAdmins } from '../staff/tell-admins.ts'
import { findSeconds } from './eligible.ts'
import type { Verdict } from './load.ts'

/**
 * Asks somebody for the second look: the admins where the reviewer escalated, else the reviewer with least to confirm. With nobody else
 * on the desk the case goes on hold and the admins are told at once.
 */
export async function askSecond(ctx: Ctx, found: Case, verdict: Verdict): Promise<void> {
  if (verdict.outcome === 'escalated') {
    await tellAdmins(ctx, 'on-hold', { code: found.code, hold: 'escalated' }, found.id)
    return
  }
  const [second] = await findSeconds(ctx, found, verdict)
  if (second) await assignSecond(ctx, found, verdict, second)
  else await holdForAdmins(ctx, found, 'nobody-to-confirm')
}

export async function assignSecond(ctx: Ctx, found: Case, verdict: Verdict, second: Member): Promise<void> {
  await ctx.db
    .update(verdicts)
    .set({ assignedId: second.id })
    .where(and(eq(verdicts.id, verdict.id), eq(verdicts.status, 'pending')))
  await appendAudit(ctx, found.id, 'verdict.second-asked', { verdict: verdict.id, second: second.id })
  const params = { verdictId: verdict.id, staffId: second.id, late: false }
  await queueMessage(ctx, { personId: second.personId, caseId: found.id, kind: 'to-confirm', params })
}

/** A person with more rights must see to it; the applicant reads so on the card. */
export async function holdForAdmins(ctx: Ctx, found: Case, hold: string): Promise<void> {
  await ctx.db.update(cases).set({ hold }).where(eq(cases.id, found.id))
  await appendAudit(ctx, found.id, 'case.held', { hold })
  await queueStatusCard(ctx, found)
  await tellAdmins(ctx, 'on-hold', { code: found.code, hold }, found.id)
}
