import { answerQuestion, skipQuestion } from '../core/application/answer.ts'
import type { Application } from '../core/application/answers.ts'
import { attachPhoto } from '../core/application/attach-photo.ts'
import { confirmKnownAnswer, confirmTakenOver, knownFields, takenOverFields } from '../core/application/confirm-known.ts'
import { goBack } from '../core/application/go-back.ts'
import { type Step, wordsOf } from '../core/application/steps.ts'
import type { Ctx } from '../core/context.ts'
import { refuse } from '../core/refusal.ts'
import type { Button } from '../texts/keyboard.ts'
import { askCancel } from './cancel.ts'
import { askConsent, recordConsent } from './consents.ts'
import { asOption } from './form-options.ts'
import { type Asking, askAgain, askOpen, draw, dropKeys } from './form-questions.ts'
import { submit } from './form-submit.ts'
import { showEdits } from './form-summary.ts'
import { help } from './help.ts'
import { chooseLanguage } from './language.ts'
import { message, paragraphs, type Reply } from './replies.ts'
import { asApplicant, type Scene } from './scene.ts'
import { says } from './words.ts'

/** Anything but a command or a press, while an application is being filled in, which this transaction has read and locked. */
export async function answerForm(ctx: Ctx, scene: Scene, application: Application): Promise<Reply[]> {
  const mine = asApplicant(ctx, scene)
  const { content } = scene
  if (content.kind === 'text') return answerText(mine, scene, application, content.text)
  if (content.kind === 'image' || content.kind === 'document') return answerPhoto(mine, scene, application)
  if (content.kind === 'contact') return answerContact(mine, scene, application, content)
  const notes: Partial<Record<typeof content.kind, string>> = { edited: 'chat-edited', 'passed-on': 'chat-passed-on' }
  return askAgain(mine, scene, application, scene.voice.html(notes[content.kind] ?? wantedText(application)))
}

/** Which kind of answer the open question waits for. */
function wantedText({ position }: Application): string {
  if (position.at !== 'question') return `wanted-${position.at}`
  return position.step.kind === 'photo' ? `wanted-${wordsOf(position.step)}` : `wanted-${position.step.kind}`
}

async function answerText(ctx: Ctx, scene: Scene, application: Application, text: string): Promise<Reply[]> {
  const { found, position } = application
  const caseId = found.id
  if (says(text, 'cancel')) return askCancel(ctx, scene, found)
  if (says(text, 'back')) return goOn(ctx, scene, application, await goBack(ctx, { caseId }), { anew: true })
  const commanded = await answerCommand(ctx, scene, application, text)
  if (commanded) return commanded
  if (position.at === 'consent') return sayToConsent(ctx, scene, application, text)
  if (position.at === 'summary') return sayToSummary(ctx, scene, application, text)
  const { step, question } = position
  const { field } = step
  // a yes where the open question has no answer yet is meant for those that were taken over
  if (!application.answers.has(field) && says(text, 'keep') && takenOverFields(ctx, application).length > 0)
    return goOn(ctx, scene, application, await confirmTakenOver(ctx, { caseId }))
  if (application.answers.has(field) && says(text, 'keep')) {
    const whole = knownFields(ctx, application).length > 1
    return goOn(ctx, scene, application, await confirmKnownAnswer(ctx, { caseId, field, whole }))
  }
  if (question.optional && (says(text, 'skip') || says(text, 'pass')))
    return goOn(ctx, scene, application, await skipQuestion(ctx, { caseId, field }))
  if (isPassedOver(step, text)) return askAgain(ctx, scene, application, scene.voice.html('wanted-answer'))
  if (says(text, 'edit')) return askAgain(ctx, scene, application, scene.voice.html('wanted-before-edit'))
  if (step.kind === 'photo') return askAgain(ctx, scene, application, scene.voice.html(wantedText(application)))
  const meant = step.kind === 'choice' ? asOption(step, text) : text
  return goOn(ctx, scene, application, await answerQuestion(ctx, { draft: application, field, text: meant }))
}

/** A word that stands for a command does what the command does, wherever the form stands. */
async function answerCommand(ctx: Ctx, scene: Scene, application: Application, text: string): Promise<Reply[] | undefined> {
  if (says(text, 'help')) return help(scene)
  if (says(text, 'language')) return chooseLanguage(scene)
  if (says(text, 'status') || says(text, 'apply')) return askOpen(ctx, scene, application)
  return undefined
}

/** "No" and "none" may be answers where sentences are asked for; they are no name, number or address. */
function isPassedOver(step: Step, text: string): boolean {
  if (says(text, 'pass')) return true
  // a bare "no" is read as an answer, so that the answer to it says what a name looks like
  if (step.kind !== 'text' || step.check === 'words' || (step.check === 'name' && /^\s*no\W*$/i.test(text))) return false
  return says(text, 'skip')
}

async function sayToSummary(ctx: Ctx, scene: Scene, application: Application, text: string): Promise<Reply[]> {
  if (says(text, 'submit')) return submit(ctx, scene, application.found)
  if (!says(text, 'edit')) return askAgain(ctx, scene, application, scene.voice.html('wanted-summary'))
  const { html, buttons } = await showEdits(ctx, scene, application)
  return [message(html, buttons)]
}

async function sayToConsent(ctx: Ctx, scene: Scene, application: Application, text: string): Promise<Reply[]> {
  const { position, found } = application
  if (position.at !== 'consent') return refuse('stale', {})
  const asked = askConsent(ctx, scene, application, position.consent)
  const mayDecline = asked.buttons.flat().length > 1
  const given = says(text, 'agree')
  if (!mayDecline && says(text, 'decline')) return withoutNeeded(ctx, scene, application)
  if (!given && !says(text, 'decline')) return askAgain(ctx, scene, application, scene.voice.html('wanted-consent'))
  // the consent was shown last in the language that is spoken now: a change of language asks it again
  const said = { caseId: found.id, kind: position.consent, given, locale: scene.locale }
  return goOn(ctx, scene, application, await recordConsent(ctx, said))
}

/** A consent that is needed was declined: what that means, and the ways on beside agreeing. */
async function withoutNeeded(ctx: Ctx, scene: Scene, application: Application): Promise<Reply[]> {
  const { voice } = scene
  const { code } = application.found
  const { html, buttons = [] } = await draw(ctx, scene, application, {})
  const leave: Button[] = [
    { label: voice.label('do-keep-draft'), press: { verb: 'keep', code, field: 'draft' } },
    { label: voice.label('do-delete-draft'), press: { verb: 'withdraw', code } },
  ]
  return [message(paragraphs(voice.html('wanted-consent-needed'), html), [...buttons, leave])]
}

async function answerPhoto(ctx: Ctx, scene: Scene, application: Application): Promise<Reply[]> {
  const { position, found } = application
  const isAsked = position.at === 'question' && position.step.kind === 'photo'
  if (!isAsked && scene.isAlbumRest) return []
  // a second picture may come when the first has answered the question
  if (!isAsked && hasPhotos(ctx, application)) return askOpen(ctx, scene, application, scene.voice.html('chat-photo-enough'))
  if (!isAsked) return askAgain(ctx, scene, application, scene.voice.html(wantedText(application)))
  const { photo } = scene
  const { field } = position.step
  if (!photo) return refuse('answer-invalid', { field, problem: scene.content.kind === 'document' ? 'document' : 'not-received' })
  if (!photo.ok && photo.problem === 'not-received') return refuse('answer-invalid', { field, problem: photo.problem })
  return goOn(ctx, scene, application, await attachPhoto(ctx, { caseId: found.id, photo }))
}

/** Whether a photo question has been answered: a second picture of an album then comes too late. */
function hasPhotos(ctx: Ctx, { answers }: Application): boolean {
  const steps = ctx.form.flatMap(question => question.steps)
  return steps.some(({ kind, field }) => kind === 'photo' && answers.get(field)?.confirmed)
}

type Contact = Extract<Scene['content'], { kind: 'contact' }>

async function answerContact(ctx: Ctx, scene: Scene, application: Application, contact: Contact): Promise<Reply[]> {
  const { position } = application
  if (position.at !== 'question' || position.step.kind !== 'text' || position.step.check !== 'phone')
    return askAgain(ctx, scene, application, scene.voice.html(wantedText(application)))
  if (contact.userId !== scene.sender.telegramId)
    return refuse('answer-invalid', { field: position.step.field, problem: 'other-person' })
  // Telegram gives the number with its country code, with or without the plus sign
  const text = `+${contact.phone.replace(/\D/g, '')}`
  return goOn(ctx, scene, application, await answerQuestion(ctx, { draft: application, field: position.step.field, text }))
}

/** From what was open before to what is open now. */
export async function goOn(
  ctx: Ctx,
  scene: Scene,
  before: Application,
  after: Application,
  asking: Asking = {},
): Promise<Reply[]> {
  return [...dropKeys(scene, before, after), ...(await askOpen(ctx, scene, after, undefined, asking))]
}
