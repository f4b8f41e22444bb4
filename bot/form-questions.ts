import type { Application } from '../core/application/answers.ts'
import { checkCharacter } from '../core/application/document-number.ts'
import { isLocked } from '../core/application/go-back.ts'
import { type Field, type Position, type Step, steps } from '../core/application/steps.ts'
import type { Ctx } from '../core/context.ts'
import { type Device, listDevices } from '../core/device/list.ts'
import { lines } from '../texts/cards/voice.ts'
import { formatMoney } from '../texts/format.ts'
import type { Button } from '../texts/keyboard.ts'
import { askConsent } from './consents.ts'
import { showSummary } from './form-summary.ts'
import { type AnswerKeys, paragraphs, type Reply } from './replies.ts'
import type { Scene } from './scene.ts'
import { deviceName, showAnswer } from './show-answer.ts'

type Drawn = Pick<Extract<Reply, { kind: 'message' }>, 'html' | 'buttons' | 'keys'>

/** An invented number whose region was never given out, so that it belongs to nobody. */
const unassigned = '11999919900307451'
export const exampleNumber = unassigned + checkCharacter(unassigned)

/** The open question, or consent, or the summary. `before`: a paragraph to stand above it. */
export async function askOpen(ctx: Ctx, scene: Scene, application: Application, before?: string): Promise<Reply[]> {
  const { html, ...answering } = await draw(ctx, scene, application)
  return [{ kind: 'message', html: paragraphs(before, html), ...answering }]
}

/** Something else to say while the same question stays open, with its buttons below it. */
export async function askAgain(ctx: Ctx, scene: Scene, application: Application, html: string): Promise<Reply[]> {
  return [{ kind: 'message', ...(await draw(ctx, scene, application)), html }]
}

async function draw(ctx: Ctx, scene: Scene, application: Application): Promise<Drawn> {
  const { position } = application
  if (position.at === 'consent') return askConsent(scene, application, position.consent)
  if (position.at === 'summary') return showSummary(scene, application, await listDevices(ctx))
  const { step } = position
  const devices = step.kind === 'choice' ? await listDevices(ctx) : []
  const html = questionText(scene, application, position, devices)
  if (step.field === 'phone') return { html, keys: phoneKeys(scene, application) }
  return {
    html,
    buttons: [
      ...choiceRows(scene, application, step, devices),
      ...keepRow(scene, application, step),
      ...backRow(scene, application),
    ],
  }
}

type Question = Extract<Position, { at: 'question' }>

function questionText(
  scene: Scene,
  { answers, found }: Application,
  { number, total, step }: Question,
  devices: readonly Device[],
): string {
  const choices = { html: step.kind === 'choice' ? choiceLines(scene, step, found.deviceId, devices) : '' }
  const known = answers.get(step.field)
  const kept = known && scene.voice.html('chat-known', { answer: showAnswer(scene, step.field, known.value, devices) })
  return lines(scene.voice.html(`ask-${step.field}`, { number, total, choices, example: exampleNumber }), kept)
}

/** What can be chosen, one a line: with what it costs. */
function choiceLines({ voice, locale }: Scene, step: Step, deviceId: string | null, devices: readonly Device[]): string {
  const chosen = devices.filter(({ id }) => step.field === 'device' || id === deviceId)
  const facts = chosen.map(device => ({
    device: locale === 'zh-CN' ? device.nameZh : device.nameEn,
    rent: formatMoney(device.monthlyRentFen, locale),
    deposit: formatMoney(device.depositFen, locale),
  }))
  return lines(...facts.map(fact => voice.html('chat-device-line', fact)))
}

function choiceRows(scene: Scene, { found }: Application, { field }: Step, devices: readonly Device[]): Button[][] {
  const answer = (value: string, label: string): Button => ({ label, press: { verb: 'answer', code: found.code, field, value } })
  if (field === 'device') return devices.map(({ id }) => [answer(id, deviceName(scene, devices, id))])
  if (field !== 'term') return []
  const terms = devices.find(({ id }) => id === found.deviceId)?.terms ?? []
  return [terms.map(months => answer(String(months), scene.voice.label('chat-months', { months })))]
}

function keepRow({ voice }: Scene, { found, answers }: Application, { field }: Step): Button[][] {
  return answers.has(field) ? [[{ label: voice.label('do-keep'), press: { verb: 'keep', code: found.code, field } }]] : []
}

/** `‹ Back`, where there is a question to go back to. It names that question, so that a second press does no more than the first. */
function backRow({ voice }: Scene, { found, position }: Application): Button[][] {
  const field = fieldBefore(found.orderCode, position.at === 'question' ? position.number - 1 : steps.length)
  return field ? [[{ label: voice.label('do-back'), press: { verb: 'edit', code: found.code, field } }]] : []
}

function fieldBefore(orderCode: string | null, count: number): Field | undefined {
  return steps.slice(0, count).findLast(step => !isLocked(orderCode, step.field))?.field
}

function phoneKeys({ voice }: Scene, { answers }: Application): AnswerKeys {
  return {
    rows: [
      [{ label: voice.label('do-share-phone'), shareContact: true }],
      ...(answers.has('phone') ? [[{ label: voice.label('do-keep') }]] : []),
      [{ label: voice.label('do-back') }],
    ],
    placeholder: voice.label('chat-phone-placeholder'),
  }
}

/** Takes the phone question's keys away once it is behind; every other question has its buttons on its own message. */
export function dropKeys(scene: Scene, before: Application, after: Application | undefined): Reply[] {
  if (!isPhone(before) || (after && isPhone(after))) return []
  const done = after?.answers.get('phone')?.confirmed ?? false
  return [{ kind: 'message', html: scene.voice.html(done ? 'chat-phone-kept' : 'chat-phone-left'), keys: 'remove' }]
}

function isPhone({ position }: Application): boolean {
  return position.at === 'question' && position.step.field === 'phone'
}
