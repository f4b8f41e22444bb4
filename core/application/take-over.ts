import { and, desc, eq, inArray, isNotNull, ne } from 'drizzle-orm'
import { cases, files } from '../../db/schema/cases.ts'
import { appendAudit } from '../audit/append.ts'
import type { Case } from '../case/load.ts'
import { closedStates } from '../case/states.ts'
import type { Ctx } from '../context.ts'
import { erasedFile, picturesKeptUntil } from '../desk/retention.ts'
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

export interface TakenOver {
  /** the earlier result named answers, which are asked again */
  named: boolean
}

/**
 * A new application takes over what was said in the earlier one, under its own key, to be confirmed; after an approval only what is
 * about the person (`carried`): the rest was about that device. Left out, and so asked: the fields that a rejection's reasons name, and
 * what would not be accepted any more (a device that is gone, a document that has expired, a picture that was deleted). Consents are
 * given anew. Undefined when there is nothing to take over.
 */
export async function takeOverAnswers(
  ctx: Ctx,
  created: Case,
  given: Readonly<Record<string, string>>,
): Promise<TakenOver | undefined> {
  const before = await findEarlier(ctx, created)
  if (!before) return undefined
  const earlier = await readApplication(ctx, before)
  const asked = await askedAgain(ctx, before)
  const taken: Record<string, string> = {}
  const said: Said = field => given[field] ?? taken[field]
  for (const { step } of stepsOf(ctx.form, earlier.said)) {
    const value = earlier.said(step.field)
    if (value === undefined || asked.has(step.field) || step.field in given) continue
    if (before.state === 'approved' && !step.carried) continue
    const fit = step.kind === 'photo' ? await copyPhoto(ctx, before, created, value) : await stillFit(ctx, step, value, said)
    if (fit !== undefined) taken[step.field] = fit
  }
  if (Object.keys(taken).length === 0) return undefined
  await keepAnswers(ctx, created, taken, { said: () => undefined, confirmed: false, more: { from: before.code } })
  await appendAudit(ctx, created.id, 'application.taken-over', { from: before.code, asked: [...asked] })
  return { named: asked.size > 0 }
}

/** The newest that was handed in and is over, when its answers are still there: what was erased gives nothing, nor does what came before it. */
async function findEarlier(ctx: Ctx, created: Case): Promise<Case | undefined> {
  const complete = and(
    eq(cases.personId, created.personId),
    inArray(cases.state, [...closedStates]),
    isNotNull(cases.submittedAt),
    ne(cases.id, created.id),
  )
  const [latest] = await ctx.db.select().from(cases).where(complete).orderBy(desc(cases.createdAt)).limit(1)
  return latest?.sealedKey ? latest : undefined
}

async function askedAgain(ctx: Ctx, before: Case): Promise<ReadonlySet<string>> {
  if (before.state !== 'rejected') return new Set()
  const verdict = await findLatestVerdict(ctx, before.id)
  return new Set(fieldsToAskAgain(verdict?.reasons ?? []))
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
  const until = picturesKeptUntil(ctx, from)
  if (until && until <= ctx.now()) return undefined
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
