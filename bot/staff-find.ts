import { type FoundCases, findCases, turnFoundPage } from '../core/case/find-cases.ts'
import type { Ctx } from '../core/context.ts'
import { lines } from '../texts/cards/voice.ts'
import { formatDate } from '../texts/format.ts'
import type { Button } from '../texts/keyboard.ts'
import { inPairs } from './form-summary.ts'
import { edit, message, paragraphs, type Reply } from './replies.ts'
import type { Scene } from './scene.ts'

/** `/find <words>`: a code, a document number, a phone or its end, a name. The buttons carry no word of it. */
export async function find(ctx: Ctx, scene: Scene, args: string): Promise<Reply[]> {
  const { voice } = scene
  if (args.trim() === '') return [message(voice.html('find-form', { example: voice.label('command-find.example') }))]
  const found = await findCases(ctx, { query: args })
  return [found ? draw(scene, found, message) : message(voice.html('find-nothing'))]
}

export async function turnFound(ctx: Ctx, scene: Scene, { key, page }: { key: string; page: string }): Promise<Reply[]> {
  return [draw(scene, await turnFoundPage(ctx, { key, page: Number(page) || 1 }), edit)]
}

function draw(scene: Scene, found: FoundCases, put: (html: string, buttons: Button[][]) => Reply): Reply {
  const { voice, locale, reader } = scene
  const { page, pages, total, key } = found
  const heading = voice.html('find', { by: voice.label(`find-by-${found.by}`), count: total, page, pages })
  const entries = found.entries.map(({ code, state, createdAt }) =>
    voice.html('find-line', {
      code,
      state: voice.label(`state-${state}.staff`),
      date: formatDate(createdAt, locale, reader.timeZone),
    }),
  )
  const cases: Button[] = found.entries.map(({ code }) => ({ label: code, press: { verb: 'case', code } }))
  const turn = (to: number, label: string): Button[] =>
    to >= 1 && to <= pages ? [{ label: voice.label(label), press: { verb: 'found', key, page: String(to) } }] : []
  const turns = [...turn(page - 1, 'do-earlier'), ...turn(page + 1, 'do-later')]
  return put(paragraphs(heading, lines(...entries)), [...inPairs(cases), turns])
}
