import { fileKindOf } from '../core/capture/kinds.ts'
import { type Dossier, readDossier } from '../core/case/dossier.ts'
import { readPhoto, revealField } from '../core/case/reveal.ts'
import type { Ctx } from '../core/context.ts'
import { wordAnswer } from '../texts/answers.ts'
import { lines } from '../texts/cards/voice.ts'
import type { Button } from '../texts/keyboard.ts'
import { inPairs } from './form-summary.ts'
import { paragraphs, type Reply, toast } from './replies.ts'
import type { Scene } from './scene.ts'

/** What a toast can hold (Bot API). */
const longestAlert = 200

/** What the applicant said, hidden where it is personal; a button opens one field or photo, and that is written to the trail. */
export async function showFile(ctx: Ctx, scene: Scene, { code }: { code: string }): Promise<Reply[]> {
  const { voice, locale } = scene
  const { answers, photos, captures, consents } = await readDossier(ctx, { code })
  const said = answers
    .filter(({ value }) => value !== '')
    .map(({ field, value }) =>
      voice.html('chat-summary-line', { label: voice.label(`field-${field}`), answer: wordAnswer(locale, field, value) }),
    )
  const agreed = consents.map(({ kind, given }) =>
    voice.html('chat-summary-line', {
      label: voice.label(`consent-${kind}`),
      answer: voice.label(given ? 'chat-agreed' : 'chat-declined'),
    }),
  )
  const html = paragraphs(voice.html('case-file', { code }), lines(...said), lines(...agreed), voice.html('case-file-opened'))
  return [
    { kind: 'message', html, buttons: inPairs(openButtons(scene, code, answers, picturesOf(photos, captures))), protect: true },
  ]
}

/** The applicant's photos, and what was taken from the calls; what was replaced is in the evidence file. */
function picturesOf(photos: Dossier['photos'], captures: Dossier['captures']): { id: string; kind: string }[] {
  const present = captures.filter(({ replaced }) => !replaced)
  return [...photos, ...present.map(({ id, kind }) => ({ id, kind: fileKindOf(kind) }))]
}

function openButtons(
  { voice }: Scene,
  code: string,
  answers: Dossier['answers'],
  pictures: { id: string; kind: string }[],
): Button[] {
  return [
    ...answers
      .filter(({ masked }) => masked)
      .map(({ field }): Button => ({ label: voice.label(`field-${field}`), press: { verb: 'open', code, field } })),
    ...pictures.map(
      ({ id, kind }): Button => ({ label: voice.label(`do-open-${kind}`), press: { verb: 'photo', code, file: id } }),
    ),
  ]
}

/** Shown over the chat, so that nothing of it stays there; only what is too long becomes a message. */
export async function pressOpen(ctx: Ctx, { voice }: Scene, { code, field }: { code: string; field: string }): Promise<Reply[]> {
  const value = await revealField(ctx, { code, field })
  const label = voice.label(`field-${field}`)
  const short = voice.label('case-field', { label, value })
  if ([...short].length <= longestAlert) return [toast(short, true)]
  return [{ kind: 'message', html: voice.html('chat-summary-line', { label, answer: value }), protect: true }]
}

/** One photo, sent so that it cannot be passed on. */
export async function pressPhoto(ctx: Ctx, { voice }: Scene, { code, file }: { code: string; file: string }): Promise<Reply[]> {
  const { kind, bytes } = await readPhoto(ctx, { code, fileId: file })
  const html = voice.html('case-photo', { code, what: voice.label(`file-${kind}`) })
  return [{ kind: 'file', as: 'photo', name: `${code}.jpg`, bytes, html, protect: true }]
}
