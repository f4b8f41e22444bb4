import { and, eq, gt } from 'drizzle-orm'
import { answers } from '../../db/schema/cases.ts'
import { type Case, lockOwnCase } from '../case/load.ts'
import type { Ctx } from '../context.ts'
import { raiseFlags } from '../flag/raise.ts'
import { flagHold } from '../flag/rules.ts'
import { queueStatusCard } from '../message/queue.ts'
import { refuse } from '../refusal.ts'
import { holdForAdmins } from '../verdict/ask-second.ts'
import { findLatestVerdict } from '../verdict/load.ts'
import { fieldsToCorrect } from '../verdict/rules.ts'
import { type Application, readApplication } from './answers.ts'

/** What the applicant may correct now: the answers that the last verdict, a retry, found wrong, until a new time is booked. */
export async function findCorrectable(ctx: Ctx, found: Case): Promise<string[]> {
  if (found.state !== 'invited') return []
  const verdict = await findLatestVerdict(ctx, found.id)
  return verdict?.outcome === 'retry' ? fieldsToCorrect(verdict.reasons) : []
}

/** The case with a form that can be written in, locked: a draft, or one with something to correct. Every other one is `stale`. */
export async function lockForm(ctx: Ctx, caseId: string): Promise<Case> {
  const found = await lockOwnCase(ctx, { id: caseId })
  if (found.state === 'draft' || (await findCorrectable(ctx, found)).length > 0) return found
  return refuse('stale', { state: found.state })
}

/**
 * After each answer that corrects: the case is compared with every other, as when it was handed in, and held where that finds what a
 * person has to look at. After the last one its card comes back. A draft stays as it is.
 */
export async function compareCorrected(ctx: Ctx, after: Application): Promise<Application> {
  const { found, position } = after
  if (found.state === 'draft') return after
  const { hold } = await raiseFlags(ctx, found)
  if (hold && found.hold === null) await holdForAdmins(ctx, found, flagHold)
  if (position.at !== 'question') await queueStatusCard(ctx, found, true)
  return after
}

/** The field that a begun correction still asks for; undefined where none is begun. Half a correction is not reviewed. */
async function fieldLeft(ctx: Ctx, found: Case): Promise<string | undefined> {
  const fields = await findCorrectable(ctx, found)
  if (fields.length === 0) return undefined
  const { position } = await readApplication(ctx, found)
  return position.at === 'question' && fields.includes(position.step.field) ? position.step.field : undefined
}

export const isCorrecting = async (ctx: Ctx, found: Case): Promise<boolean> => (await fieldLeft(ctx, found)) !== undefined

/** `application-incomplete` while a correction is begun. */
export async function refuseWhileCorrecting(ctx: Ctx, found: Case): Promise<void> {
  const field = await fieldLeft(ctx, found)
  if (field !== undefined) refuse('application-incomplete', { field })
}

/** The fields that were answered anew after the case was handed in. */
export async function readCorrected(ctx: Ctx, { id, submittedAt }: Case): Promise<ReadonlySet<string>> {
  if (submittedAt === null) return new Set()
  const later = and(eq(answers.caseId, id), gt(answers.answeredAt, submittedAt))
  const rows = await ctx.db.select({ field: answers.field }).from(answers).where(later)
  return new Set(rows.map(({ field }) => field))
}
