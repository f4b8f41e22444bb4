import type { Application } from '../core/application/answers.ts'
import { knownFields, takenOverFields } from '../core/application/confirm-known.ts'
import { documentOf } from '../core/application/documents.ts'
import { editBegun, stepBefore } from '../core/application/go-back.ts'
import { latinName } from '../core/application/region-names.ts'
import { fullRegionName } from '../core/application/regions.ts'
import { findStep, type Position, type Step, wordsOf } from '../core/application/steps.ts'
import type { Ctx } from '../core/context.ts'
import { type Device, listDevices } from '../core/device/list.ts'
import { lines } from '../texts/cards/voice.ts'
import type { Markup } from '../texts/fluent.ts'
import type { Button } from '../texts/keyboard.ts'
import { askConsent } from './consents.ts'
import { deviceLines, showDevices } from './form-devices.ts'
import { optionRows } from './form-options.ts'
import { showSummary, showTakenOver } from './form-summary.ts'
import { type AnswerKeys, paragraphs, type Reply } from './replies.ts'
import type { Scene } from './scene.ts'
import { fact, showAnswer } from './show-answer.ts'

type Drawn = Pick<Extract<Reply, { kind: 'message' }>, 'html' | 'buttons' | 'keys' | 'picture'>
type Question = Extract<Position, { at: 'question' }>

/** How the open question is put. `anew`: as a question also where its answer is known, since it is to be changed. */
export interface Asking {
  anew?: boolean
  /** of the options; of the devices also `p2`, the second with its picture */
  page?: string
  /** question by question also where all that was taken over can be confirmed in one look */
  singly?: true
  /** without pictures: something else is said above */
  plain?: true
}

/** The open question, or consent, or the summary. `before`: a paragraph to stand above it. */
export async function askOpen(
  ctx: Ctx,
  scene: Scene,
  application: Application,
  before?: string,
  asking: Asking = {},
): Promise<Reply[]> {
  const { html, ...answering } = await draw(ctx, scene, application, asking)
  return [{ kind: 'message', html: paragraphs(before, html), ...answering }]
}

/** Something else to say while the same question stays open, with its buttons below it. `first`: rows above them. */
export async function askAgain(
  ctx: Ctx,
  scene: Scene,
  application: Application,
  html: string,
  first: Button[][] = [],
): Promise<Reply[]> {
  // an agreement counts only on the message that shows what is agreed to
  if (application.position.at === 'consent') return askOpen(ctx, scene, application, html)
  const drawn = await draw(ctx, scene, application, { anew: true, plain: true })
  const buttons = first.length > 0 ? { buttons: [...first, ...(drawn.buttons ?? [])] } : {}
  return [{ kind: 'message', ...drawn, ...buttons, html }]
}

export async function draw(ctx: Ctx, scene: Scene, application: Application, asking: Asking): Promise<Drawn> {
  const { position } = application
  if (position.at === 'consent') return askConsent(ctx, scene, application, position.consent)
  const { found } = application
  // a correction has no summary: the card with the times comes by the outbox
  if (position.at === 'summary' && found.state !== 'draft')
    return { html: scene.voice.html('chat-corrected', { code: found.code }) }
  if (position.at === 'summary') return showSummary(ctx, scene, application)
  const together = asking.anew || asking.singly ? [] : takenOverFields(ctx, application)
  if (together.length > 0) return showTakenOver(ctx, scene, application, together)
  const known = asking.anew ? [] : knownFields(ctx, application)
  if (known.length > 0) return askStillRight(ctx, scene, application, position, known)
  if (position.step.kind === 'choice' && position.step.options === 'devices')
    return askDevice(ctx, scene, application, position, asking)
  return askStep(ctx, scene, application, position, Number(asking.page) || 1)
}

/** One tap for all that is known of a question. */
async function askStillRight(
  ctx: Ctx,
  scene: Scene,
  application: Application,
  position: Question,
  fields: readonly string[],
): Promise<Drawn> {
  const { found, said } = application
  const { voice } = scene
  const { code } = found
  const { field } = position.step
  const devices = await listDevices(ctx)
  const steps = fields.flatMap(field => findStep(ctx.form, field)?.step ?? [])
  const listed = steps.filter(({ aside, kind }) => kind === 'photo' || !aside || position.question.key === 'device')
  const facts = listed.map(step => fact(scene, step, said(step.field) ?? '', devices))
  return {
    html: voice.html('chat-still-right', { mark: mark(scene, position), known: { html: lines(...facts) } }),
    buttons: [
      [{ label: voice.label('do-still-right'), press: { verb: 'keep-all', code, field }, style: 'primary' }],
      [{ label: voice.label('do-change'), press: { verb: 'change', code, field } }],
      ...backRow(ctx, scene, application),
    ],
  }
}

async function askDevice(ctx: Ctx, scene: Scene, application: Application, position: Question, asking: Asking): Promise<Drawn> {
  const { devices, rows, picture } = await showDevices(ctx, scene, application, position, asking)
  if (devices.length === 0) return { html: scene.voice.html('chat-no-devices', { mark: mark(scene, position) }) }
  return {
    html: questionText(scene, application, position, devices),
    buttons: [...rows, ...keepRow(scene, application, position.step), ...backRow(ctx, scene, application)],
    ...(picture ? { picture } : {}),
  }
}

async function askStep(ctx: Ctx, scene: Scene, application: Application, position: Question, page?: number): Promise<Drawn> {
  const { step } = position
  const devices = isAboutDevices(step) ? await listDevices(ctx) : []
  const html = questionText(scene, application, position, devices)
  if (step.kind === 'text' && step.check === 'phone') return { html, keys: phoneKeys(scene, application, step) }
  return {
    html,
    buttons: [
      ...(step.kind === 'choice' ? await optionRows(ctx, scene, application, step, devices, page) : []),
      ...keepRow(scene, application, step),
      ...skipRow(scene, application, position),
      ...backRow(ctx, scene, application),
    ],
  }
}

const isAboutDevices = (step: Step) => step.kind === 'choice' && step.options === 'terms'

/** `3/9`, or that the question may be skipped. */
function mark({ voice }: Scene, { question, number, total }: Question): Markup {
  return { html: question.optional ? voice.html('chat-mark-optional') : voice.html('chat-mark', { number, total }) }
}

function questionText(scene: Scene, application: Application, position: Question, devices: readonly Device[]): string {
  const { answers, said } = application
  const { step } = position
  const priced = devices.filter(({ id }) => step.field === 'device' || id === said('device'))
  const choices = { html: deviceLines(scene, priced) }
  const known = answers.get(step.field)
  const kept = known && scene.voice.html('chat-known', { answer: showAnswer(scene, step, known.value, devices) })
  const document = said('document') ?? 'resident-id'
  const facts = {
    mark: mark(scene, position),
    choices,
    document,
    example: exampleOf(scene, document),
    place: placeSoFar(scene, said),
  }
  return lines(scene.voice.html(`ask-${wordsOf(step)}`, facts), kept)
}

/** The part of the address that has been chosen. */
function placeSoFar({ locale }: Scene, said: Application['said']): string {
  const codes = ['province', 'city', 'district'].flatMap(level => said(level) ?? [])
  return locale === 'zh-CN' ? fullRegionName(codes) : codes.map(latinName).reverse().join(', ')
}

/** An invented number of the kind of document, which belongs to nobody; another one for each person. */
export function exampleOf({ sender }: Scene, document: string | undefined): string {
  const serial = String(sender.telegramId % 1000).padStart(3, '0')
  return (documentOf(document) ?? documentOf('resident-id'))?.example(serial) ?? ''
}

function keepRow({ voice }: Scene, { found, answers }: Application, { field }: Step): Button[][] {
  return answers.has(field) ? [[{ label: voice.label('do-keep'), press: { verb: 'keep', code: found.code, field } }]] : []
}

function skipRow({ voice }: Scene, { found }: Application, { question, step }: Question): Button[][] {
  const press = { verb: 'skip', code: found.code, field: step.field } as const
  return question.optional ? [[{ label: voice.label('do-skip'), press }]] : []
}

/**
 * `‹ Back`, where there is a step to go back to. It names that step, so that a second press does no more than the first. Where an
 * answer is edited from the summary, it keeps the old one and so leads there.
 */
function backRow(ctx: Ctx, { voice }: Scene, application: Application): Button[][] {
  const { code } = application.found
  const label = voice.label('do-back')
  const edited = editBegun(ctx, application)
  if (edited) return [[{ label, press: { verb: 'keep-all', code, field: edited.field } }]]
  const before = application.found.state === 'draft' ? stepBefore(ctx, application) : undefined
  return before ? [[{ label, press: { verb: 'edit', code, field: before.step.field } }]] : []
}

function phoneKeys({ voice }: Scene, { answers }: Application, { field }: Step): AnswerKeys {
  return {
    rows: [
      [{ label: voice.label('do-share-phone'), shareContact: true }],
      ...(answers.has(field) ? [[{ label: voice.label('do-keep') }]] : []),
      [{ label: voice.label('do-back') }],
    ],
    placeholder: voice.label('chat-phone-placeholder'),
  }
}

/**
 * Takes the phone question's keys away once it is behind, saying which number is kept, since a shared one was not typed;
 * every other question has its buttons on its own message. It cannot go out with the next question: a message carries either.
 */
export function dropKeys(scene: Scene, before: Application, after: Application | undefined): Reply[] {
  if (!isPhone(before) || (after && isPhone(after))) return []
  const kept = after?.answers.get('phone')?.confirmed ? after.said('phone') : undefined
  const step = before.position.at === 'question' ? before.position.step : undefined
  const html =
    kept && step
      ? scene.voice.html('chat-answered', { label: scene.voice.label('field-phone'), answer: showAnswer(scene, step, kept, []) })
      : scene.voice.html('chat-phone-left')
  return [{ kind: 'message', html, keys: 'remove' }]
}

function isPhone({ position }: Application): boolean {
  return position.at === 'question' && position.step.kind === 'text' && position.step.check === 'phone'
}
