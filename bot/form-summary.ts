import type { Application } from '../core/application/answers.ts'
import { isLocked } from '../core/application/go-back.ts'
import { consentKinds, steps } from '../core/application/steps.ts'
import type { Device } from '../core/device/list.ts'
import { lines } from '../texts/cards/voice.ts'
import type { Button } from '../texts/keyboard.ts'
import { paragraphs } from './replies.ts'
import type { Scene } from './scene.ts'
import { showAnswer } from './show-answer.ts'

/** Everything that was answered, and the way to hand it in. */
export function showSummary(
  scene: Scene,
  application: Application,
  devices: readonly Device[],
): { html: string; buttons: Button[][] } {
  const { voice } = scene
  const { code } = application.found
  return {
    html: summaryText(scene, application, devices),
    buttons: [
      [{ label: voice.label('do-submit'), press: { verb: 'submit', code }, style: 'primary' }],
      [{ label: voice.label('do-edit'), press: { verb: 'edits', code } }],
    ],
  }
}

/** The same text with a button for each answer that may be changed. */
export function showEdits(
  scene: Scene,
  application: Application,
  devices: readonly Device[],
): { html: string; buttons: Button[][] } {
  const { voice } = scene
  const { code, orderCode } = application.found
  const fields: Button[] = steps
    .filter(({ field }) => !isLocked(orderCode, field))
    .map(({ field }) => ({ label: voice.label(`field-${field}`), press: { verb: 'edit', code, field } }))
  const back: Button = { label: voice.label('do-back'), press: { verb: 'status' } }
  const html = paragraphs(summaryText(scene, application, devices), voice.html('chat-edit-which'))
  return { html, buttons: [...inPairs(fields), [back]] }
}

function summaryText(scene: Scene, { answers, consents }: Application, devices: readonly Device[]): string {
  const { voice } = scene
  const said = steps.map(({ field }) => {
    const answer = showAnswer(scene, field, answers.get(field)?.value ?? '', devices)
    return voice.html('chat-summary-line', { label: voice.label(`field-${field}`), answer })
  })
  const agreed = consentKinds.map(kind => {
    const answer = voice.label(consents.get(kind) ? 'chat-agreed' : 'chat-declined')
    return voice.html('chat-summary-line', { label: voice.label(`consent-${kind}`), answer })
  })
  return paragraphs(voice.html('chat-summary'), lines(...said), lines(...agreed))
}

export function inPairs<T>(items: readonly T[]): T[][] {
  return items.flatMap((_, index) => (index % 2 === 0 ? [items.slice(index, index + 2)] : []))
}
