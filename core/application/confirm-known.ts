import { type Ctx, transact } from '../context.ts'
import { refuse } from '../refusal.ts'
import { lockDraft, openStep } from './answer.ts'
import { type Application, confirmAnswers, readApplication, standing } from './answers.ts'
import { stepsOf } from './steps.ts'

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
 * "Is this still right?", yes: confirms the known answer of the open step, with `whole` those of its whole question. `stale` when
 * another step is open, or none is known.
 */
export async function confirmKnownAnswer(
  ctx: Ctx,
  input: { caseId: string; field: string; whole?: boolean },
): Promise<Application> {
  return transact(ctx, async ctx => {
    const application = await readApplication(ctx, await lockDraft(ctx, input.caseId))
    const { step } = openStep(application, input.field)
    const known = application.answers.has(step.field) ? [step.field] : []
    const fields = input.whole ? knownFields(ctx, application) : known
    if (fields.length === 0) return refuse('stale', {})
    await confirmAnswers(ctx, application.found.id, fields)
    const answers = new Map(application.answers)
    for (const field of fields) answers.set(field, { value: application.said(field) ?? '', confirmed: true })
    return standing(ctx, application.found, answers, application.consents)
  })
}
