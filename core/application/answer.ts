import { and, eq, inArray } from 'drizzle-orm'
import { Temporal } from 'temporal-polyfill'
import { files } from '../../db/schema/cases.ts'
import { type Case, lockOwnCase } from '../case/load.ts'
import { type Ctx, transact } from '../context.ts'
import { erasedFile } from '../desk/retention.ts'
import { refuse } from '../refusal.ts'
import { type Application, forget, keepAnswers, readApplication, standing } from './answers.ts'
import { compareCorrected, lockForm } from './correct.ts'
import { chooseOption, optionsOf } from './options.ts'
import { type Parsed, parseText } from './parse-answer.ts'
import { findStep, type Position, type Step } from './steps.ts'

/** The office's local date: ages are counted by it. */
export function today(ctx: Ctx): Temporal.PlainDate {
  return Temporal.Instant.fromEpochMilliseconds(ctx.now().getTime()).toZonedDateTimeISO(ctx.officeTimeZone).toPlainDate()
}

/**
 * Answers the question that stands open. `field`: the step that the applicant saw; when it is no longer the open one nothing
 * changes (`stale`), so a late button or a second delivery does no harm. Bad input: `answer-invalid` with a problem code.
 * `draft`: the application where this transaction has read and locked it already.
 */
export async function answerQuestion(
  ctx: Ctx,
  input: { field: string; text: string } & ({ caseId: string } | { draft: Application }),
): Promise<Application> {
  return transact(ctx, async ctx => {
    const application = 'draft' in input ? input.draft : await readApplication(ctx, await lockForm(ctx, input.caseId))
    const { step } = openStep(application, input.field)
    const parsed = await parseFor(ctx, application, step, input.text)
    if (parsed.ok) return compareCorrected(ctx, await take(ctx, application, step, parsed))
    const { problem, limit, near } = parsed
    const more = { ...(limit === undefined ? {} : { limit }), ...(near === undefined ? {} : { near }) }
    return refuse('answer-invalid', { field: step.field, problem, ...more })
  })
}

/** Passes over an optional question. Refused as `not-allowed` where an answer is needed. */
export async function skipQuestion(ctx: Ctx, input: { caseId: string; field: string }): Promise<Application> {
  return transact(ctx, async ctx => {
    const application = await readApplication(ctx, await lockDraft(ctx, input.caseId))
    const { question, step } = openStep(application, input.field)
    if (!question.optional) return refuse('not-allowed', {})
    return take(ctx, application, step, { ok: true, value: '' })
  })
}

/** The case as a draft, locked; refused as `stale` when it is submitted already. */
export async function lockDraft(ctx: Ctx, caseId: string): Promise<Case> {
  const found = await lockOwnCase(ctx, { id: caseId })
  if (found.state !== 'draft') return refuse('stale', { state: found.state })
  return found
}

export function openStep({ position }: Application, field: string): Extract<Position, { at: 'question' }> {
  if (position.at !== 'question' || position.step.field !== field) return refuse('stale', {})
  return position
}

async function parseFor(ctx: Ctx, { said }: Application, step: Step, text: string): Promise<Parsed> {
  if (step.kind === 'photo') return { ok: false, problem: 'photo-wanted' }
  if (step.kind === 'choice') return chooseOption(ctx, step, text, said)
  return parseText(step, text, { today: today(ctx), said })
}

/** Writes an answer with all that it told besides; what hung on the one before it falls. */
async function take(
  ctx: Ctx,
  before: Application,
  step: Step,
  { value, field: answered = step.field, also = {} }: Extract<Parsed, { ok: true }>,
): Promise<Application> {
  const values: Record<string, string> = { [answered]: value, ...knownFields(ctx, also, answered) }
  // a part that is given for the first time is news to a whole that was given without it
  const isNews = (field: string) => before.answers.has(field) || findStep(ctx.form, field)?.step.within !== undefined
  const isOther = (field: string) => isNews(field) && before.said(field) !== values[field]
  const changed = Object.keys(values).filter(isOther)
  const fallen = changed
    .flatMap(field => findStep(ctx.form, field)?.step.resets ?? [])
    .filter(field => before.answers.has(field) && !(field in values))
  await forget(ctx, before.found.id, fallen)
  await erasePhotos(ctx, before.found.id, fallen)
  const found = await keepAnswers(ctx, before.found, values, { said: before.said })
  const answers = new Map(before.answers)
  for (const field of fallen) answers.delete(field)
  for (const [field, value] of Object.entries(values)) answers.set(field, { value, confirmed: true })
  const after = standing(ctx, found, answers, before.consents)
  return values.device === undefined ? after : recheckTerm(ctx, after)
}

/** Photos of another document are not kept: nobody is to be shown them, so `removeErased` takes them away. */
async function erasePhotos(ctx: Ctx, caseId: string, fields: readonly string[]): Promise<void> {
  const kinds = fields.flatMap(field => {
    const step = findStep(ctx.form, field)?.step
    return step?.kind === 'photo' ? [step.file] : []
  })
  if (kinds.length === 0) return
  await ctx.db
    .update(files)
    .set(erasedFile)
    .where(and(eq(files.caseId, caseId), inArray(files.kind, kinds)))
}

/** An answer may tell about steps that this form does not have. */
function knownFields(ctx: Ctx, also: Readonly<Record<string, string>>, asked: string): Record<string, string> {
  return Object.fromEntries(Object.entries(also).filter(([field]) => field !== asked && findStep(ctx.form, field)))
}

/** Another device may not be had for the term chosen before: then the term is asked anew. */
async function recheckTerm(ctx: Ctx, application: Application): Promise<Application> {
  const step = findStep(ctx.form, 'term')?.step
  const term = application.said('term')
  if (step?.kind !== 'choice' || term === undefined) return application
  if ((await optionsOf(ctx, step, application.said)).includes(term)) return application
  await forget(ctx, application.found.id, ['term'])
  const answers = new Map(application.answers)
  answers.delete('term')
  return standing(ctx, application.found, answers, application.consents)
}
