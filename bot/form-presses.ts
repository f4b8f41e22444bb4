import { answerQuestion, openStep, skipQuestion } from '../core/application/answer.ts'
import { type Application, readApplication } from '../core/application/answers.ts'
import { beginCorrection } from '../core/application/begin-correction.ts'
import { confirmKnownAnswer, confirmTakenOver, takenOverFields } from '../core/application/confirm-known.ts'
import { editAnswer, goBack } from '../core/application/go-back.ts'
import { findStep, wordsOf } from '../core/application/steps.ts'
import { findRunningCase, readCase } from '../core/case/load.ts'
import type { Ctx } from '../core/context.ts'
import { listDevices } from '../core/device/list.ts'
import { refuse } from '../core/refusal.ts'
import { lines } from '../texts/cards/voice.ts'
import type { Press, Verb } from '../texts/press.ts'
import { keepDraft } from './cancel.ts'
import { findConsentShown, recordConsent } from './consents.ts'
import { goOn } from './form.ts'
import { type Asking, askAgain, askOpen, draw } from './form-questions.ts'
import { submit } from './form-submit.ts'
import { showEdits, showSummary } from './form-summary.ts'
import { edit, type Reply } from './replies.ts'
import { asApplicant, type Scene } from './scene.ts'
import { showAnswer } from './show-answer.ts'
import { status } from './start.ts'

type Of<V extends Verb> = Extract<Press, { verb: V }>

/** The draft that a button names, if it is one of this person's; or the application that is being corrected. */
async function readDraft(ctx: Ctx, code: string): Promise<Application> {
  const found = await readCase(ctx, { code })
  if (found.state !== 'draft' && found.state !== 'invited') return refuse('stale', { state: found.state })
  const application = await readApplication(ctx, found)
  const isOpen = found.state === 'draft' || application.position.at === 'question'
  return isOpen ? application : refuse('stale', { state: found.state })
}

export async function pressAnswer(base: Ctx, scene: Scene, { code, field, value }: Of<'answer'>): Promise<Reply[]> {
  const ctx = asApplicant(base, scene)
  const before = await readDraft(ctx, code)
  const after = await answerQuestion(ctx, { caseId: before.found.id, field, text: value })
  return [...(await closeQuestion(ctx, scene, [field], after)), ...(await goOn(ctx, scene, before, after))]
}

export async function pressKeep(base: Ctx, scene: Scene, { code, field }: Of<'keep'>): Promise<Reply[]> {
  const ctx = asApplicant(base, scene)
  if (field === 'draft') return keepDraft(ctx, scene, code)
  const before = await readDraft(ctx, code)
  const after = await confirmKnownAnswer(ctx, { caseId: before.found.id, field })
  return [...(await closeQuestion(ctx, scene, [field], after)), ...(await goOn(ctx, scene, before, after, { anew: true }))]
}

/** All that was known of the question is still right. */
export async function pressKeepAll(base: Ctx, scene: Scene, { code, field }: Of<'keep-all'>): Promise<Reply[]> {
  const ctx = asApplicant(base, scene)
  const before = await readDraft(ctx, code)
  return keptAll(ctx, scene, before, await confirmKnownAnswer(ctx, { caseId: before.found.id, field, whole: true }))
}

/** All that an earlier application filled in is still right. */
export async function pressKeepTaken(base: Ctx, scene: Scene, { code }: Of<'keep-taken'>): Promise<Reply[]> {
  const ctx = asApplicant(base, scene)
  const before = await readDraft(ctx, code)
  return keptAll(ctx, scene, before, await confirmTakenOver(ctx, { caseId: before.found.id }))
}

async function keptAll(ctx: Ctx, scene: Scene, before: Application, after: Application): Promise<Reply[]> {
  const kept = [...after.answers.keys()].filter(
    name => after.answers.get(name)?.confirmed && !before.answers.get(name)?.confirmed,
  )
  return [...(await closeQuestion(ctx, scene, kept, after)), ...(await goOn(ctx, scene, before, after))]
}

/** Something of it has changed: the same message becomes the question. */
export async function pressChange(base: Ctx, scene: Scene, { code, field }: Of<'change'>): Promise<Reply[]> {
  const ctx = asApplicant(base, scene)
  const application = await readDraft(ctx, code)
  openStep(application, field)
  return becomeQuestion(ctx, scene, application, { anew: true })
}

/** Something of what was filled in has changed: question by question, in the same message. */
export async function pressChangeTaken(base: Ctx, scene: Scene, { code }: Of<'change-taken'>): Promise<Reply[]> {
  const ctx = asApplicant(base, scene)
  const application = await readDraft(ctx, code)
  if (takenOverFields(ctx, application).length === 0) return refuse('stale', {})
  return becomeQuestion(ctx, scene, application, { singly: true })
}

async function becomeQuestion(ctx: Ctx, scene: Scene, application: Application, asking: Asking): Promise<Reply[]> {
  const { keys, ...drawn } = await draw(ctx, scene, application, asking)
  // keys in place of the letters come with a new message only
  return keys ? askOpen(ctx, scene, application, undefined, asking) : [{ kind: 'edit', ...drawn }]
}

export async function pressSkip(base: Ctx, scene: Scene, { code, field }: Of<'skip'>): Promise<Reply[]> {
  const ctx = asApplicant(base, scene)
  const before = await readDraft(ctx, code)
  const after = await skipQuestion(ctx, { caseId: before.found.id, field })
  return [...(await closeQuestion(ctx, scene, [field], after)), ...(await goOn(ctx, scene, before, after))]
}

/** None of the buttons fits: how to say it in own words. */
export async function pressOwn(base: Ctx, scene: Scene, { code, field }: Of<'own'>): Promise<Reply[]> {
  const ctx = asApplicant(base, scene)
  const application = await readDraft(ctx, code)
  const { step } = openStep(application, field)
  return askAgain(ctx, scene, application, scene.voice.html(`own-${wordsOf(step)}`))
}

/** Another page of the options, in the same message. */
export async function pressOptions(base: Ctx, scene: Scene, { code, field, page }: Of<'options'>): Promise<Reply[]> {
  const ctx = asApplicant(base, scene)
  const application = await readDraft(ctx, code)
  openStep(application, field)
  const { keys: _, ...drawn } = await draw(ctx, scene, application, { anew: true, page })
  return [{ kind: 'edit', ...drawn }]
}

/** The pressed question shows from now on what was answered, and has no buttons. */
async function closeQuestion(ctx: Ctx, scene: Scene, fields: readonly string[], { said }: Application): Promise<Reply[]> {
  const devices = await listDevices(ctx)
  const answered = fields.flatMap(field => {
    const step = findStep(ctx.form, field)?.step
    if (!step || (step.aside && fields.length > 1)) return []
    const answer = showAnswer(scene, step, said(field) ?? '', devices)
    return [scene.voice.html('chat-answered', { label: scene.voice.label(`field-${wordsOf(step)}`), answer })]
  })
  return [{ kind: 'close', html: lines(...answered) }]
}

export async function pressBack(base: Ctx, scene: Scene, { code }: Of<'back'>): Promise<Reply[]> {
  const ctx = asApplicant(base, scene)
  const before = await readDraft(ctx, code)
  return goOn(ctx, scene, before, await goBack(ctx, { caseId: before.found.id }), { anew: true })
}

export async function pressEdits(base: Ctx, scene: Scene, { code }: Of<'edits'>): Promise<Reply[]> {
  const ctx = asApplicant(base, scene)
  const application = await readDraft(ctx, code)
  if (application.position.at !== 'summary') return refuse('stale', { state: 'draft' })
  const { html, buttons } = await showEdits(ctx, scene, application)
  return [edit(html, buttons)]
}

export async function pressEdit(base: Ctx, scene: Scene, { code, field }: Of<'edit'>): Promise<Reply[]> {
  const ctx = asApplicant(base, scene)
  const before = await readDraft(ctx, code)
  const after = await editAnswer(ctx, { caseId: before.found.id, field })
  const close: Reply = { kind: 'close', html: setAside(scene, before, field) }
  return [close, ...(await goOn(ctx, scene, before, after, { anew: true }))]
}

/** From the card of a case whose last verdict found answers wrong: they are asked again below it. */
export async function pressCorrect(base: Ctx, scene: Scene, { code }: Of<'correct'>): Promise<Reply[]> {
  const ctx = asApplicant(base, scene)
  const { id } = await readCase(ctx, { code })
  return askOpen(ctx, scene, await beginCorrection(ctx, { caseId: id }))
}

/** What the pressed message says once its question has given way to another. */
function setAside({ voice }: Scene, { position }: Application, field: string): string {
  if (position.at === 'summary') return voice.html('chat-editing', { label: voice.label(field.replace(/^q-/, 'question-')) })
  const left = position.at === 'question' ? `field-${wordsOf(position.step)}` : `consent-${position.consent}`
  return voice.html('chat-set-aside', { label: voice.label(left) })
}

/** Back from the choice of what to edit: the same message is the summary again. Anywhere else: what is so now, below. */
export async function pressStatus(base: Ctx, scene: Scene): Promise<Reply[]> {
  const ctx = asApplicant(base, scene)
  const running = await findRunningCase(ctx, scene.person.id)
  if (running?.state !== 'draft') return status(base, scene)
  const application = await readApplication(ctx, running)
  if (application.position.at !== 'summary') return status(base, scene)
  const { html, buttons } = await showSummary(ctx, scene, application)
  return [edit(html, buttons)]
}

export async function pressConsent(base: Ctx, scene: Scene, { code, kind, given }: Of<'consent'>): Promise<Reply[]> {
  const ctx = asApplicant(base, scene)
  const before = await readDraft(ctx, code)
  const shown = findConsentShown(base, kind, scene.content.kind === 'press' ? scene.content.shownText : '')
  if (!shown) return refuse('stale', { state: 'draft' })
  const after = await recordConsent(ctx, { caseId: before.found.id, given: given === '1', ...shown })
  const label = scene.voice.label(`consent-${shown.kind}`)
  const answer = scene.voice.label(given === '1' ? 'chat-agreed' : 'chat-declined')
  return [
    { kind: 'close', html: scene.voice.html('chat-answered', { label, answer }) },
    ...(await goOn(ctx, scene, before, after)),
  ]
}

export async function pressSubmit(base: Ctx, scene: Scene, { code }: Of<'submit'>): Promise<Reply[]> {
  const ctx = asApplicant(base, scene)
  return submit(ctx, scene, await readCase(ctx, { code }))
}
