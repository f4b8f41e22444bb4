import { type Ctx, transact } from '../context.ts'
import { refuse } from '../refusal.ts'
import { lockDraft } from './answer.ts'
import { type Application, readApplication, standing, unconfirm } from './answers.ts'
import { confirmKnownAnswer, knownFields } from './confirm-known.ts'
import { lockForm } from './correct.ts'
import { findPosition, findStep, type Placed, type Step, stepsOf } from './steps.ts'

/**
 * Back to the step before the open one; its answer stays known and can be kept with one tap. At the first step nothing changes, nor
 * at the summary. Where one answer is edited from there, back gives the edit up: the old answer stands. Of a correction nothing but
 * what is corrected is asked.
 */
export async function goBack(ctx: Ctx, input: { caseId: string }): Promise<Application> {
  return transact(ctx, async ctx => {
    const application = await readApplication(ctx, await lockForm(ctx, input.caseId))
    if (application.position.at === 'summary') return application
    const edited = editBegun(ctx, application)
    if (edited) return confirmKnownAnswer(ctx, { caseId: input.caseId, field: edited.field, whole: true })
    const before = application.found.state === 'draft' ? stepBefore(ctx, application) : undefined
    return before ? askAgain(ctx, application, [before.step.field]) : application
  })
}

/**
 * The open step, where it is the first of a question that is edited from the summary and whose old answers are all still known: with
 * them confirmed, nothing else would be missing.
 */
export function editBegun(ctx: Pick<Ctx, 'form'>, application: Application): Step | undefined {
  const { position, said, answers, consents } = application
  if (position.at !== 'question') return undefined
  if (stepBefore(ctx, application)?.question === position.question) return undefined
  const known = knownFields(ctx, application)
  const stands = (field: string) => known.includes(field) || (answers.get(field)?.confirmed ?? false)
  const isAlone = known.length > 0 && findPosition(ctx.form, said, stands, new Set(consents.keys())).at === 'summary'
  return isAlone ? position.step : undefined
}

/** The step that `back` leads to. */
export function stepBefore(
  ctx: Pick<Ctx, 'form'>,
  { position, found, said }: Pick<Application, 'position' | 'found' | 'said'>,
): Placed | undefined {
  const steps = stepsOf(ctx.form, said)
  const here = position.at === 'question' ? steps.findIndex(({ step }) => step.field === position.step.field) : steps.length
  return steps.slice(0, here).findLast(({ step }) => !isLocked(found.orderCode, step))
}

/**
 * Asks again: one step by its field, or a whole question by its key, as from the summary. Refused for what an order has fixed.
 */
export async function editAnswer(ctx: Ctx, input: { caseId: string; field: string }): Promise<Application> {
  return transact(ctx, async ctx => {
    const application = await readApplication(ctx, await lockDraft(ctx, input.caseId))
    const { orderCode } = application.found
    const fields = stepsNamed(ctx, input.field)
      .filter(step => !isLocked(orderCode, step))
      .map(({ field }) => field)
    return fields.length === 0 ? refuse('not-allowed', {}) : askAgain(ctx, application, fields)
  })
}

function stepsNamed(ctx: Ctx, name: string): readonly Step[] {
  const question = /^q-(.+)$/.exec(name)?.[1]
  if (question !== undefined) return ctx.form.find(({ key }) => key === question)?.steps ?? []
  const step = findStep(ctx.form, name)?.step
  return step ? [step] : []
}

export async function askAgain(ctx: Ctx, before: Application, fields: readonly string[]): Promise<Application> {
  await unconfirm(ctx, before.found.id, fields)
  const answers = new Map(before.answers)
  for (const field of fields) {
    const known = answers.get(field)
    if (known) answers.set(field, { ...known, confirmed: false })
  }
  return standing(ctx, before.found, answers, before.consents)
}

export function isLocked(orderCode: string | null, step: Step): boolean {
  return orderCode !== null && step.ordered === true
}
