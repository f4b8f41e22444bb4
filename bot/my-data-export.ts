import { steps } from '../core/application/steps.ts'
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
  const word = (field: string, value: string) =>
    // the owner's own copy: nothing in it is masked
    field === 'documentNumber' ? value : showAnswer(scene, field, value, devices)
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
      answers: steps.flatMap(({ field, kind }) => {
        const said = answers.find(answer => answer.field === field)
        return said && kind !== 'photo' ? [{ label: voice.label(`field-${field}`), value: word(field, said.value) }] : []
      }),
    })),
  }
  const bytes = Buffer.from(renderOwnDataPage(view, reader, ctx.now()))
  const name = `mianshen-${locale === 'en' ? 'my-data' : '我的资料'}-${ctx.now().toISOString().slice(0, 10)}.html`
  return [{ kind: 'file', as: 'document', name, bytes, html: voice.html('mydata-exported') }]
}
