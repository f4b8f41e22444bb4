import { type Ctx, transact } from '../context.ts'
import { refuse } from '../refusal.ts'
import { lockDraft, openStep } from './answer.ts'
import { type Application, confirmAnswers, readApplication, standing } from './answers.ts'
import { compareCorrected, lockForm } from './correct.ts'
import { findStep, stepsOf } from './steps.ts'

/**
 * The fields of the open question that are known and only wait for a yes, from the open step on; empty where one of them is not
 * known, so that it has to be asked.
 */
export function knownFields(ctx: Pick<Ctx, 'form'>, { position, answers, said }: Application): string[] {
  if (position.at !== 'question') return []
  const own = stepsOf(ctx.form, said).filter(({ question }) => question === position.question)
  const left = own.map(({ step }) => step.field).filter(field => !answers.get(field)?.confirmed)
  return left.every(field => answers.has(field)) ? left : []
}

/**
 * What an earlier application filled in of several questions, as long as none of them was answered or confirmed here: all of it can be
 * confirmed in one look.
 */
export function takenOverFields(ctx: Pick<Ctx, 'form'>, { found, position, answers, said }: Application): string[] {
  if (position.at !== 'question') return []
  // what an order brought was not answered here
  const isBrought = (field: string) => found.orderCode !== null && findStep(ctx.form, field)?.step.ordered === true
  const isBegun = [...answers].some(([field, { confirmed }]) => confirmed && !isBrought(field))
  const known = stepsOf(ctx.form, said).filter(({ step }) => answers.get(step.field)?.confirmed === false)
  return isBegun || new Set(known.map(({ question }) => question)).size < 2 ? [] : known.map(({ step }) => step.field)
}

/** The earlier answers are all still right. `stale` where they are not to be confirmed together (any more). */
export async function confirmTakenOver(ctx: Ctx, input: { caseId: string }): Promise<Application> {
  return transact(ctx, async ctx => {
    const application = await readApplication(ctx, await lockDraft(ctx, input.caseId))
    const fields = takenOverFields(ctx, application)
    return fields.length === 0 ? refuse('stale', {}) : confirm(ctx, application, fields)
  })
}

/**
 * "Is this still right?", yes: confirms the known answer of the open step, with `whole` those of its whole question. `stale` when
 * another step is open, or none is known.
 */
export async function confirmKnownAnswer(
  ctx: Ctx,
  input: { caseId: string; field: string; whole?: boolean },
): Promise<Application> {
  return transact(ctx, async ctx => {
    const application = await readApplication(ctx, await lockForm(ctx, input.caseId))
    const { step } = openStep(application, input.field)
    const known = application.answers.has(step.field) ? [step.field] : []
    const fields = input.whole ? knownFields(ctx, application) : known
    if (fields.length === 0) return refuse('stale', {})
    return confirm(ctx, application, fields)
  })
}

async function confirm(ctx: Ctx, application: Application, fields: readonly string[]): Promise<Application> {
  await confirmAnswers(ctx, application.found.id, fields)
  const answers = new Map(application.answers)
  for (const field of fields) answers.set(field, { value: application.said(field) ?? '', confirmed: true })
  return compareCorrected(ctx, standing(ctx, application.found, answers, application.consents))
}
