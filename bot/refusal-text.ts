import { type Application, readApplication } from '../core/application/answers.ts'
import { findStep, type Said, wordsOf } from '../core/application/steps.ts'
import type { Shift } from '../core/booking/day-windows.ts'
import { findLatestCase, findRunningCase, readCase } from '../core/case/load.ts'
import { readStatusCard } from '../core/case/status-card.ts'
import type { Ctx } from '../core/context.ts'
import type { Refusal, RefusalCode, RefusalDetails } from '../core/refusal.ts'
import { weekdaysText, windowsText } from '../texts/cards/hours.ts'
import { rehearseRows } from '../texts/cards/rehearsal.ts'
import { lines } from '../texts/cards/voice.ts'
import type { Markup } from '../texts/fluent.ts'
import type { Button } from '../texts/keyboard.ts'
import { decodePress, decodeTime, type Press } from '../texts/press.ts'
import { showNearest } from './booking-views.ts'
import { askAgain, askOpen, exampleOf } from './form-questions.ts'
import { message, type Reply, toast } from './replies.ts'
import { asApplicant, type Scene } from './scene.ts'
import { optionLabel } from './show-answer.ts'
import { answerStaffStale } from './staff-stale.ts'
import { showPresent } from './start.ts'
import { unknownCommand } from './talk.ts'
import { offerAppeal } from './verdict.ts'
import { says } from './words.ts'

type Answer<C extends RefusalCode> = (ctx: Ctx, scene: Scene, details: RefusalDetails[C]) => Reply[] | Promise<Reply[]>

/**
 * The one place where the chat words what a verb refused: what was wrong, and the way on. It runs in a transaction of its own, since
 * the one that was refused has been rolled back; all that it may change is the card's place.
 */
export async function answerRefusal(ctx: Ctx, scene: Scene, refusal: Refusal): Promise<Reply[]> {
  // guarantee: `code` and `details` of one refusal belong together (Refusal's constructor)
  const answer = answers[refusal.code] as Answer<RefusalCode>
  return answer(ctx, scene, refusal.details)
}

const notNow: Answer<RefusalCode> = (_ctx, scene) => say(scene, 'refused-not-now')
const gone: Answer<RefusalCode> = (_ctx, scene) => say(scene, 'refused-gone')

const answers: { [C in RefusalCode]: Answer<C> } = {
  'not-found': (ctx, scene, { what }) => {
    if (what === 'order') return withoutOrder(ctx, scene, 'refused-order-unknown')
    if (scene.content.kind !== 'press' && (what === 'case' || what === 'staff' || what === 'device'))
      return say(scene, `refused-no-${what}`)
    return say(scene, 'refused-gone')
  },
  'not-allowed': async (ctx, scene) =>
    isBeginning(scene) ? ((await offerAppeal(ctx, scene)) ?? say(scene, 'refused-never-again')) : say(scene, 'refused-not-now'),
  stale: async (ctx, scene, { state }) => {
    const answered = await answerStaffStale(ctx, scene)
    if (answered) return answered
    const shown = await showPresent(ctx, scene)
    const now = state ?? (await stateNow(ctx, scene))
    const text = now === undefined || now === 'draft' ? scene.voice.label('refused-stale') : staleNow(scene, now)
    return isPress(scene) ? [toast(text), ...shown] : shown
  },
  'answer-invalid': answerInvalid,
  'application-incomplete': async (ctx, scene) => [...say(scene, 'refused-incomplete'), ...(await showPresent(ctx, scene))],
  'order-expired': (ctx, scene) => withoutOrder(ctx, scene, 'refused-order-expired'),
  'slot-taken': async (ctx, scene) => [...say(scene, 'refused-slot-taken'), ...(await otherTimes(ctx, scene))],
  'too-soon': async (ctx, scene) => [...say(scene, 'refused-too-soon'), ...(await otherTimes(ctx, scene))],
  paused: (_ctx, scene, { note }) => (note === '' ? say(scene, 'refused-paused') : say(scene, 'refused-paused-note', { note })),
  'nobody-free': async (ctx, scene) => [...say(scene, 'refused-nobody-free'), ...(await otherTimes(ctx, scene))],
  'nothing-earlier': async (ctx, scene) => [...say(scene, 'refused-nothing-earlier'), ...(await showPresent(ctx, scene))],
  'on-hold': async (ctx, scene) => [...say(scene, 'refused-on-hold'), ...(await showPresent(ctx, scene))],
  'too-late': async (ctx, scene) => {
    const key =
      pressOf(scene)?.verb === 'accept' || pressOf(scene)?.verb === 'decline-yes' ? 'refused-conditions-over' : 'refused-too-late'
    return [...say(scene, key), ...(await showPresent(ctx, scene))]
  },
  'too-early': tooEarly,
  'away-invalid': (_ctx, scene) => say(scene, 'refused-away'),
  'policy-invalid': notNow,
  'file-invalid': notNow,
  'hours-invalid': hoursInvalid,
  'last-admin': (_ctx, scene) => say(scene, 'refused-last-admin'),
  'claim-refused': (ctx, scene) => unknownCommand(ctx, scene),
  'link-unknown': gone,
  'link-over': gone,
  'wrong-role': notNow,
  'launch-invalid': notNow,
  'other-device': notNow,
  'other-browser': notNow,
  'check-open': notNow,
  'check-not-passed': notNow,
  'reason-needed': notNow,
  'reason-unfit': notNow,
  'not-met': notNow,
  'patience-used': (_ctx, scene) => say(scene, 'refused-patience-used'),
  'parts-open': notNow,
  'part-unfit': notNow,
  'no-picture': notNow,
  'answer-closed': (_ctx, scene) => say(scene, 'refused-answer-closed'),
  'code-spent': notNow,
  'capture-invalid': notNow,
  'proof-needed': notNow,
  'no-consent': notNow,
  'entry-first': (_ctx, scene) => say(scene, 'refused-entry-first'),
  'reviewer-busy': (_ctx, scene) => say(scene, 'refused-reviewer-busy'),
  'same-person': (_ctx, scene) => say(scene, 'refused-same-person'),
  'worse-than-appealed': (_ctx, scene) => say(scene, 'refused-worse-than-appealed'),
  'note-needed': notNow,
  'conditions-unfit': notNow,
  'appeal-closed': async (ctx, scene) => [...say(scene, 'refused-appeal-closed'), ...(await showPresent(ctx, scene))],
  'signed-out': notNow,
}

/** What was wrong with hours that somebody typed. Shifts are named with their weekday, in the reader's language. */
function hoursInvalid(_ctx: Ctx, scene: Scene, { text, why, shifts, minutes }: RefusalDetails['hours-invalid']): Reply[] {
  const { voice } = scene
  const named = shifts?.map(shift => voice.label('hours-shift', shiftNames(voice, shift)))
  return say(scene, `refused-hours-${why}`, { text: named ? voice.list(named) : text, minutes: minutes ?? 0 })
}

const shiftNames = (voice: Scene['voice'], shift: Shift) => ({
  day: weekdaysText(voice, [shift.weekday]),
  window: windowsText(voice, [shift]),
})

const isPress = ({ content }: Scene): boolean => content.kind === 'press'

function pressOf({ content }: Scene): Press | undefined {
  return content.kind === 'press' ? decodePress(content.data) : undefined
}

/** A toast under a press, a message otherwise. */
function say(scene: Scene, key: string, args: Record<string, string | number> = {}): Reply[] {
  return isPress(scene) ? [toast(scene.voice.label(key, args))] : [message(scene.voice.html(key, args))]
}

function staleNow({ voice }: Scene, state: string): string {
  return voice.label('refused-stale-now', { state: voice.label(`state-${state}`) })
}

async function stateNow(base: Ctx, scene: Scene): Promise<string | undefined> {
  const ctx = asApplicant(base, scene)
  const found = (await findRunningCase(ctx, scene.person.id)) ?? (await findLatestCase(ctx, scene.person.id))
  return found?.state
}

/** Whether what was refused was to begin an application. */
function isBeginning(scene: Scene): boolean {
  const { content } = scene
  if (content.kind === 'command') return content.name === 'apply' || content.name === 'start'
  return content.kind === 'text' ? says(content.text, 'apply') : pressOf(scene)?.verb === 'apply'
}

/** The date, and where a passed rehearsal would bring it nearer, the way there. */
async function tooEarly(base: Ctx, scene: Scene, { opensAt }: RefusalDetails['too-early']): Promise<Reply[]> {
  const { voice, person } = scene
  const latest = await findLatestCase(asApplicant(base, scene), person.id)
  const proof = latest && (await readStatusCard(base, latest.id)).verdict?.proof
  const text = lines(
    voice.html('refused-too-early', { date: voice.time(opensAt) }),
    proof && voice.html('refused-too-early-proof'),
  )
  const protect = proof ? { protect: true } : {}
  return [{ kind: 'message', html: text, buttons: rehearseRows(voice, proof?.url, 'shortens'), ...protect }]
}

/** The way on: the application that is running, or one without the order. */
async function withoutOrder(ctx: Ctx, scene: Scene, key: string): Promise<Reply[]> {
  const running = await findRunningCase(ctx, scene.person.id)
  const label = scene.voice.label(running ? 'do-my-application' : 'do-apply-without')
  const text = running ? `${key}-running` : key
  return [message(scene.voice.html(text), [[{ label, press: { verb: 'apply' }, style: 'primary' }]])]
}

/** The input of the open question was bad: what is wrong with it, what a right one looks like, and the same buttons. */
async function answerInvalid(base: Ctx, scene: Scene, details: RefusalDetails['answer-invalid']): Promise<Reply[]> {
  const ctx = asApplicant(base, scene)
  if (details.field === 'appeal') return [message(problemText(ctx, scene, () => undefined, details))]
  const draft = await findRunningCase(ctx, scene.person.id)
  if (draft?.state !== 'draft' && draft?.state !== 'invited') return showPresent(base, scene)
  const application = await readApplication(ctx, draft)
  if (draft.state === 'invited' && application.position.at !== 'question') return showPresent(base, scene)
  if (isPress(scene)) return [...say(scene, 'refused-stale'), ...(await askOpen(ctx, scene, application))]
  return askAgain(
    ctx,
    scene,
    application,
    problemText(ctx, scene, application.said, details),
    nearRow(scene, application, details),
  )
}

/** The option that was most likely meant, above the others. */
function nearRow(scene: Scene, { found, position }: Application, { field, near }: RefusalDetails['answer-invalid']): Button[][] {
  if (near === undefined || position.at !== 'question' || position.step.kind !== 'choice') return []
  const label = optionLabel(scene, position.step, near, [])
  return [[{ label, press: { verb: 'answer', code: found.code, field, value: near }, style: 'primary' }]]
}

function problemText(ctx: Ctx, scene: Scene, said: Said, { field, problem, limit }: RefusalDetails['answer-invalid']): string {
  const step = findStep(ctx.form, field)?.step
  const words = step ? wordsOf(step) : field
  const own = `problem-${words}-${problem}`
  const args: Record<string, string | number | Markup> = { example: exampleOf(scene, said('document')), limit: limit ?? 0 }
  if (scene.voice.has(own)) return scene.voice.html(own, args)
  // what is said of any question gets this question's example
  const example = `example-${words}`
  return lines(
    scene.voice.html(`problem-${problem}`, args),
    scene.voice.has(example)
      ? scene.voice.html('for-example', { example: scene.voice.label(example, { example: exampleOf(scene, said('document')) }) })
      : undefined,
  )
}

/** The times that are left nearest to the one tapped, at once, in the pressed message. */
async function otherTimes(base: Ctx, scene: Scene): Promise<Reply[]> {
  const press = pressOf(scene)
  if (!press || !('code' in press)) return showPresent(base, scene)
  const ctx = asApplicant(base, scene)
  const found = await readCase(ctx, { code: press.code })
  if (found.state !== 'invited' && found.state !== 'booked') return showPresent(base, scene)
  const wanted = 'time' in press ? decodeTime(press.time) : undefined
  return showNearest(ctx, scene, found, found.state === 'booked' ? 'move' : 'book', wanted)
}
