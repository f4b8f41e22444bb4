import { eq } from 'drizzle-orm'
import { cases } from '../../db/schema/cases.ts'
import { devices } from '../../db/schema/catalogue.ts'
import { blindReviews } from '../../db/schema/quality.ts'
import { staff } from '../../db/schema/staff.ts'
import { verdicts } from '../../db/schema/verdicts.ts'
import type { Ctx } from '../context.ts'
import type { MessageParams } from '../message/kinds.ts'
import type { MessageView } from '../message/view.ts'
import { blindUrl } from '../staff/desk-link.ts'
import { openCaseKey } from '../vault/case-key.ts'
import { unseal } from '../vault/seal.ts'
import { readQuality } from './figures.ts'

/** To whoever is asked: the device and a way in, and nothing that would name the case. Dropped once somebody has it open. */
export async function prepareBlindAsked(ctx: Ctx, params: MessageParams['blind-asked']): Promise<MessageView | undefined> {
  const { reviewId, staffId } = params
  const [row] = await ctx.db
    .select({ review: blindReviews, device: devices })
    .from(blindReviews)
    .innerJoin(cases, eq(cases.id, blindReviews.caseId))
    .leftJoin(devices, eq(devices.id, cases.deviceId))
    .where(eq(blindReviews.id, reviewId))
  if (!row || row.review.readerId !== null || row.review.assignedId !== staffId) return undefined
  const device = { zh: row.device?.nameZh ?? '', en: row.device?.nameEn ?? '' }
  return { kind: 'blind-asked', device, url: blindUrl(ctx, reviewId, staffId) }
}

/** To the admins: two findings that differ, and what the second reader says about it. Of an erased case the note can no longer be read. */
export async function prepareBlindRaised(
  ctx: Ctx,
  { reviewId }: MessageParams['blind-raised'],
): Promise<MessageView | undefined> {
  const [row] = await ctx.db
    .select({ review: blindReviews, found: cases, outcome: verdicts.outcome, by: staff.name })
    .from(blindReviews)
    .innerJoin(cases, eq(cases.id, blindReviews.caseId))
    .innerJoin(verdicts, eq(verdicts.id, blindReviews.verdictId))
    .innerJoin(staff, eq(staff.id, blindReviews.readerId))
    .where(eq(blindReviews.id, reviewId))
  const blind = row?.review.outcome
  if (!row || !blind) return undefined
  const { review, found, outcome, by } = row
  const sealed = found.sealedKey === null ? null : review.raisedNote
  const note = sealed ? unseal(openCaseKey(ctx, found), sealed, `blind-reviews/${review.id}/raised`).toString() : ''
  return { kind: 'blind-raised', code: found.code, by, outcome, blind, note }
}

/** The figures as they are when it is sent; nothing for somebody who is no admin any more. */
export async function prepareQualityPicture(
  ctx: Ctx,
  { days, staffId }: MessageParams['quality-picture'],
): Promise<MessageView | undefined> {
  const [member] = await ctx.db.select().from(staff).where(eq(staff.id, staffId))
  if (!member || member.removedAt !== null || !member.roles.includes('admin')) return undefined
  return { kind: 'quality-picture', figures: await readQuality(ctx, { days }) }
}
