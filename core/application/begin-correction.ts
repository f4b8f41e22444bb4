import { type Ctx, transact } from '../context.ts'
import { refuse } from '../refusal.ts'
import { type Application, readApplication } from './answers.ts'
import { findCorrectable, lockForm } from './correct.ts'
import { askAgain } from './go-back.ts'
import { stepsOf } from './steps.ts'

/** Asks again, one after another, what the last verdict found wrong; each answer can be kept. `stale` where nothing is to be corrected. */
export async function beginCorrection(ctx: Ctx, input: { caseId: string }): Promise<Application> {
  return transact(ctx, async ctx => {
    const application = await readApplication(ctx, await lockForm(ctx, input.caseId))
    const { found, said } = application
    const wrong = await findCorrectable(ctx, found)
    const asked = stepsOf(ctx.form, said).filter(({ step }) => wrong.includes(step.field))
    if (asked.length === 0) return refuse('stale', { state: found.state })
    return askAgain(
      ctx,
      application,
      asked.map(({ step }) => step.field),
    )
  })
}
