import { type Step, wordsOf } from '../core/application/steps.ts'
import type { Ctx } from '../core/context.ts'
import { listDevices } from '../core/device/list.ts'
import { readOwnData } from '../core/person/own-data.ts'
import { type OwnDataView, renderOwnDataPage } from '../texts/own-data-page.ts'
import type { Reply } from './replies.ts'
import { asApplicant, type Scene } from './scene.ts'
import { showAnswer } from './show-answer.ts'

/** Everything that is kept about the person, as one file that a browser opens. */
export async function pressExport(base: Ctx, scene: Scene): Promise<Reply[]> {
  const { voice, person, reader, locale } = scene
  const ctx = asApplicant(base, scene)
  const devices = await listDevices(ctx)
  const own = await readOwnData(ctx, person.id)
  const word = (step: Step, value: string) =>
    // the owner's own copy: nothing in it is masked
    step.kind === 'text' && step.check === 'documentNumber' ? value : showAnswer(scene, step, value, devices)
  // parts of another answer stand in it already
  const steps = ctx.form.flatMap(question => question.steps).filter(step => step.ordered || !step.aside)
  const view: OwnDataView = {
    account: {
      telegramId: person.telegramId,
      language: voice.label('export-account-language-own'),
      zone: person.timeZone,
      since: person.createdAt,
    },
    keeping: { pictures: ctx.policy.picturesKeptDays, hashes: ctx.policy.hashesKeptDays },
    cases: own.map(({ answers, ...rest }) => ({
      ...rest,
      answers: steps.flatMap(step => {
        const said = answers.find(answer => answer.field === step.field)
        const label = voice.label(`field-${wordsOf(step)}`)
        return said ? [{ label, value: word(step, said.value) }] : []
      }),
    })),
  }
  const bytes = Buffer.from(renderOwnDataPage(view, reader, ctx.now()))
  const name = `mianshen-${locale === 'en' ? 'my-data' : '我的资料'}-${ctx.now().toISOString().slice(0, 10)}.html`
  return [{ kind: 'file', as: 'document', name, bytes, html: voice.html('mydata-exported') }]
}
