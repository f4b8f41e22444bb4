import type { Application } from '../core/application/answers.ts'
import { isLocked } from '../core/application/go-back.ts'
import { consentKinds, stepsOf } from '../core/application/steps.ts'
import type { Ctx } from '../core/context.ts'
import type { Device } from '../core/device/list.ts'
import { lines } from '../texts/cards/voice.ts'
import type { Button } from '../texts/keyboard.ts'
import { inRows } from './form-options.ts'
import { paragraphs } from './replies.ts'
import type { Scene } from './scene.ts'
import { fact } from './show-answer.ts'

interface Shown {
  html: string
  buttons: Button[][]
}

/** Everything that was answered, and the way to hand it in. */
export function showSummary(ctx: Ctx, scene: Scene, application: Application, devices: readonly Device[]): Shown {
  const { voice } = scene
  const { code } = application.found
  return {
    html: summaryText(ctx, scene, application, devices),
    buttons: [
      [{ label: voice.label('do-submit'), press: { verb: 'submit', code }, style: 'primary' }],
      [{ label: voice.label('do-edit'), press: { verb: 'edits', code } }],
    ],
  }
}

/** The same text with a button for each question whose answer may be changed. */
export function showEdits(ctx: Ctx, scene: Scene, application: Application, devices: readonly Device[]): Shown {
  const { voice } = scene
  const { code, orderCode } = application.found
  const open = stepsOf(ctx.form, application.said).filter(({ step }) => !isLocked(orderCode, step))
  const keys = [...new Set(open.map(({ question }) => question.key))]
  const questions = keys.map(
    (key): Button => ({ label: voice.label(`question-${key}`), press: { verb: 'edit', code, field: `q-${key}` } }),
  )
  const back: Button = { label: voice.label('do-back'), press: { verb: 'status' } }
  const html = paragraphs(summaryText(ctx, scene, application, devices), voice.html('chat-edit-which'))
  return { html, buttons: [...inPairs(questions), [back]] }
}

/** Long sentences are cut short here: the summary is to stay on one screen. */
const longest = 120

function summaryText(ctx: Ctx, scene: Scene, { said, consents }: Application, devices: readonly Device[]): string {
  const { voice } = scene
  const listed = stepsOf(ctx.form, said).filter(({ step }) => !step.aside || step.kind === 'photo' || step.ordered)
  const facts = listed.map(({ step }) => {
    const value = said(step.field) ?? ''
    const letters = [...value]
    return fact(scene, step, letters.length > longest ? `${letters.slice(0, longest).join('')}…` : value, devices)
  })
  const agreed = consentKinds.map(kind => {
    const answer = voice.label(consents.get(kind) ? 'chat-agreed' : 'chat-declined')
    return voice.html('chat-summary-line', { label: voice.label(`consent-${kind}`), answer })
  })
  return paragraphs(voice.html('chat-summary'), lines(...facts), lines(...agreed))
}

export const inPairs = <T>(items: readonly T[]): T[][] => inRows(items, 2)
