import { and, asc, eq, sql } from 'drizzle-orm'
import { cases, consents, files } from '../../db/schema/cases.ts'
import { devices } from '../../db/schema/catalogue.ts'
import { blindReviews } from '../../db/schema/quality.ts'
import { readApplication } from '../application/answers.ts'
import { maskAnswer } from '../application/mask.ts'
import { stepsOf } from '../application/steps.ts'
import { appendAudit } from '../audit/append.ts'
import { keptFiles } from '../case/dossier.ts'
import type { Case } from '../case/load.ts'
import { type Ctx, transact } from '../context.ts'
import { after, minutes } from '../policy.ts'
import { refuse } from '../refusal.ts'
import { openCaseKey } from '../vault/case-key.ts'
import { unseal } from '../vault/seal.ts'
import { type BlindReview, hadPart, isReadable } from './eligible.ts'

/** Opened and left for so long, it is free for somebody else. */
const leftAfterMinutes = 60

export interface BlindEntry {
  id: string
  device: typeof devices.$inferSelect | null
  drawnAt: Date
  /** this person was asked, or has it open */
  mine: boolean
}

/** What the actor may review again now, oldest first. Nothing of what was decided. */
export async function listBlindReviews(ctx: Ctx): Promise<BlindEntry[]> {
  const { actor } = ctx
  if (actor.kind !== 'staff' || !actor.roles.includes('reviewer')) return []
  const rows = await ctx.db
    .select({ review: blindReviews, device: devices })
    .from(blindReviews)
    .innerJoin(cases, eq(cases.id, blindReviews.caseId))
    .leftJoin(devices, eq(devices.id, cases.deviceId))
    .where(and(isReadable(ctx), isFree(ctx, actor.staffId), sql`not ${hadPart(actor.staffId)}`))
    .orderBy(asc(blindReviews.drawnAt))
    .limit(20)
  return rows.map(({ review: { id, drawnAt, assignedId, readerId }, device }) => {
    return { id, drawnAt, device, mine: assignedId === actor.staffId || readerId === actor.staffId }
  })
}

const isFree = (ctx: Ctx, staffId: string) =>
  sql`(${blindReviews.readerId} is null or ${blindReviews.readerId} = ${staffId}
    or ${blindReviews.openedAt} < ${after(ctx.now(), -minutes(leftAfterMinutes)).toISOString()}::timestamptz)`

/** What the blind reviewer sees: what the applicant said and showed. No finding, no note, no verdict, no code to look them up by. */
export interface BlindFile {
  id: string
  device: typeof devices.$inferSelect | null
  termMonths: number
  answers: { field: string; value: string }[]
  photos: { id: string; kind: string }[]
  consents: { kind: string; given: boolean }[]
}

export interface OpenedReview {
  review: BlindReview
  found: Case
  staffId: string
}

/** The review, locked, for its reader. `same-person` for whoever had a part, `not-found` for one that is not to be read (any more). */
export async function lockBlindReview(ctx: Ctx, id: string): Promise<OpenedReview> {
  const { actor } = ctx
  if (actor.kind !== 'staff' || !actor.roles.includes('reviewer')) return refuse('not-found', { what: 'case' })
  const { staffId } = actor
  const [row] = await ctx.db
    .select({
      review: blindReviews,
      found: cases,
      had: sql<boolean>`${hadPart(staffId)}`,
      free: sql<boolean>`${isFree(ctx, staffId)}`,
    })
    .from(blindReviews)
    .innerJoin(cases, eq(cases.id, blindReviews.caseId))
    .where(and(sql`${blindReviews.id}::text = ${id}`, isReadable(ctx)))
    .for('update', { of: blindReviews })
  if (!row) return refuse('not-found', { what: 'case' })
  if (row.had) return refuse('same-person', {})
  if (!row.free) return refuse('stale', {})
  return { review: row.review, found: row.found, staffId }
}

/** Opens it: from here on it is this person's, and the time counts. Opening it again within the hour goes on with it. */
export async function openBlindReview(ctx: Ctx, input: { id: string }): Promise<BlindFile> {
  return transact(ctx, async ctx => {
    const { review, found, staffId } = await lockBlindReview(ctx, input.id)
    const isOngoing =
      review.readerId === staffId && review.openedAt !== null && after(review.openedAt, minutes(leftAfterMinutes)) > ctx.now()
    if (!isOngoing) {
      await ctx.db.update(blindReviews).set({ readerId: staffId, openedAt: ctx.now() }).where(eq(blindReviews.id, review.id))
      await appendAudit(ctx, found.id, 'blind-review.opened', { review: review.id })
    }
    return { id: review.id, ...(await readBlindFile(ctx, found)) }
  })
}

async function readBlindFile(ctx: Ctx, found: Case): Promise<Omit<BlindFile, 'id'>> {
  const { said } = await readApplication(ctx, found)
  const [device] = await ctx.db
    .select()
    .from(devices)
    .where(eq(devices.id, found.deviceId ?? ''))
  const photos = await ctx.db.select().from(files).where(keptFiles(found.id)).orderBy(asc(files.createdAt))
  const given = await ctx.db.select().from(consents).where(eq(consents.caseId, found.id))
  const steps = stepsOf(ctx.form, said).filter(({ step }) => !step.aside && said(step.field))
  return {
    device: device ?? null,
    termMonths: found.termMonths ?? 0,
    answers: steps.map(({ step: { field } }) => ({ field, value: maskAnswer(field, said(field) ?? '').value })),
    photos: photos.map(({ id, kind }) => ({ id, kind })),
    consents: given.map(({ kind, given }) => ({ kind, given })),
  }
}

/** One picture of the case, for whoever has the review open; that it was opened stands in the trail. */
export async function readBlindPhoto(ctx: Ctx, input: { id: string; fileId: string }): Promise<{ mime: string; bytes: Buffer }> {
  return transact(ctx, async ctx => {
    const { review, found, staffId } = await lockBlindReview(ctx, input.id)
    if (review.readerId !== staffId) return refuse('not-found', { what: 'file' })
    const [file] = await ctx.db
      .select()
      .from(files)
      .where(and(keptFiles(found.id), sql`${files.id}::text = ${input.fileId}`))
    if (!file) return refuse('not-found', { what: 'file' })
    const bytes = unseal(openCaseKey(ctx, found), await ctx.files.get(file.id), `files/${file.id}`)
    await appendAudit(ctx, found.id, 'blind-review.file-opened', { review: review.id, file: file.id })
    return { mime: file.mime, bytes }
  })
}
