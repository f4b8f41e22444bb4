import { and, desc, eq, inArray, ne } from 'drizzle-orm'
import { cases, files } from '../../db/schema/cases.ts'
import { appendAudit } from '../audit/append.ts'
import type { Case } from '../case/load.ts'
import type { Ctx } from '../context.ts'
import { erasedFile } from '../desk/retention.ts'
import { newId } from '../ids.ts'
import { fingerprintPlace } from '../lookup/collect.ts'
import { openCaseKey } from '../vault/case-key.ts'
import { seal, unseal } from '../vault/seal.ts'
import { findLatestVerdict } from '../verdict/load.ts'
import { fieldsToAskAgain } from '../verdict/rules.ts'
import { today } from './answer.ts'
import { keepAnswers, readApplication } from './answers.ts'
import { chooseOption } from './options.ts'
import { parseText } from './parse-answer.ts'
import { type Said, type Step, stepsOf } from './steps.ts'

/**
 * A new application after a rejection takes over what was said in the rejected one, under its own key. Left out, and so asked again:
 * the fields that the verdict's reasons name, and what would not be accepted any more (a device that is gone, a document that has
 * expired, a picture that was deleted). Consents are given anew. False when there is nothing to take over.
 */
export async function takeOverAnswers(ctx: Ctx, created: Case, given: Readonly<Record<string, string>>): Promise<boolean> {
  const rejected = await findRejected(ctx, created)
  if (!rejected) return false
  const earlier = await readApplication(ctx, rejected)
  const verdict = await findLatestVerdict(ctx, rejected.id)
  const asked = new Set(fieldsToAskAgain(verdict?.reasons ?? []))
  const taken: Record<string, string> = {}
  const said: Said = field => given[field] ?? taken[field]
  for (const { step } of stepsOf(ctx.form, earlier.said)) {
    const value = earlier.said(step.field)
    if (value === undefined || asked.has(step.field) || step.field in given) continue
    const fit = step.kind === 'photo' ? await copyPhoto(ctx, rejected, created, value) : await stillFit(ctx, step, value, said)
    if (fit !== undefined) taken[step.field] = fit
  }
  if (Object.keys(taken).length === 0) return false
  await keepAnswers(ctx, created, taken, { said: () => undefined, more: { from: rejected.code } })
  await appendAudit(ctx, created.id, 'application.taken-over', { from: rejected.code, asked: [...asked] })
  return true
}

/** The newest decision about the person, when it was a rejection and its answers are still there. */
async function findRejected(ctx: Ctx, created: Case): Promise<Case | undefined> {
  const decided = and(
    eq(cases.personId, created.personId),
    inArray(cases.state, ['rejected', 'approved']),
    ne(cases.id, created.id),
  )
  const [latest] = await ctx.db.select().from(cases).where(decided).orderBy(desc(cases.createdAt)).limit(1)
  return latest?.state === 'rejected' && latest.sealedKey !== null ? latest : undefined
}

/** The answer as it was, if it would be taken today. */
async function stillFit(
  ctx: Ctx,
  step: Exclude<Step, { kind: 'photo' }>,
  value: string,
  said: Said,
): Promise<string | undefined> {
  // of a question that may be skipped
  if (value === '') return value
  if (step.kind === 'text') return parseText(step, value, { today: today(ctx), said }).ok ? value : undefined
  const chosen = await chooseOption(ctx, step, value, said)
  return chosen.ok && chosen.value === value ? value : undefined
}

/** The picture sealed anew with the new case's key: each case's key must be able to go by itself. */
async function copyPhoto(ctx: Ctx, from: Case, to: Case, fileId: string): Promise<string | undefined> {
  const [file] = await ctx.db
    .select()
    .from(files)
    .where(and(eq(files.id, fileId), eq(files.caseId, from.id), ne(files.kind, erasedFile.kind)))
  if (!file) return undefined
  const [before, after] = [openCaseKey(ctx, from), openCaseKey(ctx, to)]
  const id = newId(ctx)
  const bytes = unseal(before, await ctx.files.get(file.id), `files/${file.id}`)
  await ctx.files.put(id, seal(after, bytes, `files/${id}`, ctx.random))
  const plain = file.fingerprint && unseal(before, file.fingerprint, fingerprintPlace(file.id))
  const fingerprint = plain && seal(after, plain, fingerprintPlace(id), ctx.random)
  await ctx.db.insert(files).values({ ...file, id, caseId: to.id, fingerprint, createdAt: ctx.now() })
  return id
}
