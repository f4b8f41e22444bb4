import { type Case, findLatestCase, readCase } from '../core/case/load.ts'
import type { Ctx } from '../core/context.ts'
import { queueStatusCard } from '../core/message/queue.ts'
import { isRefusal, refuse } from '../core/refusal.ts'
import { acceptConditions, declineConditions } from '../core/verdict/answer-conditions.ts'
import { appealableUntil, appealVerdict, askForAppeal, dropAppeal } from '../core/verdict/appeal.ts'
import { edit, message, type Reply, toast } from './replies.ts'
import { asApplicant, type Scene } from './scene.ts'
import { says } from './words.ts'

interface Seen {
  code: string
  version: string
}

const seenAt = ({ code, version }: Seen) => ({ code, version: Number(version) })

/** Agreed, with one tap; the card is drawn anew below by the delivery worker. */
export async function pressAccept(base: Ctx, scene: Scene, press: Seen): Promise<Reply[]> {
  const ctx = asApplicant(base, scene)
  const found = await acceptConditions(ctx, seenAt(press))
  await queueStatusCard(ctx, found, true)
  return [toast(scene.voice.label('toast-accepted')), { kind: 'close', html: scene.voice.html('conditions-accepted') }]
}

/** Asks once more: it ends the application. */
export async function pressDecline(base: Ctx, scene: Scene, press: Seen): Promise<Reply[]> {
  const ctx = asApplicant(base, scene)
  const { state, version } = await readCase(ctx, { code: press.code })
  if (state !== 'conditional' || String(version) !== press.version) return refuse('stale', { state })
  const { voice } = scene
  return [
    message(voice.html('decline-sure'), [
      [{ label: voice.label('button-accept'), press: { ...press, verb: 'accept' }, style: 'success' }],
      [{ label: voice.label('do-decline-conditions'), press: { ...press, verb: 'decline-yes' }, style: 'danger' }],
    ]),
  ]
}

export async function pressDeclineYes(base: Ctx, scene: Scene, press: Seen): Promise<Reply[]> {
  const found = await declineConditions(asApplicant(base, scene), seenAt(press))
  return [
    toast(scene.voice.label('toast-declined')),
    { kind: 'close', html: scene.voice.html('conditions-declined', { code: found.code }) },
  ]
}

/** To begin anew after a rejection for good: not possible, but an appeal may be. Undefined where that is over too. */
export async function offerAppeal(ctx: Ctx, { person, voice }: Scene): Promise<Reply[] | undefined> {
  const found = await findLatestCase(ctx, person.id)
  const until = found && (await appealableUntil(ctx, found))
  if (!until) return undefined
  const html = voice.html('again-never-appeal', { time: voice.time(until.toISOString()) })
  return [message(html, [[{ label: voice.label('button-appeal'), press: { verb: 'appeal', code: found.code } }]])]
}

/** The appeal begins: what it is, how long it takes, and that the next text is it. */
export async function pressAppeal(base: Ctx, scene: Scene, { code }: { code: string }): Promise<Reply[]> {
  await askForAppeal(asApplicant(base, scene), { code })
  return [message(scene.voice.html('appeal-how', { hours: base.policy.appealDueHours }), [dropRow(scene, code)])]
}

/** The same, typed; undefined where nothing can be appealed. */
export async function sayAppeal(base: Ctx, scene: Scene): Promise<Reply[] | undefined> {
  const found = await findLatestCase(base, scene.person.id)
  return found && (await appealableUntil(base, found)) ? pressAppeal(base, scene, found) : undefined
}

const dropRow = ({ voice }: Scene, code: string) => [
  { label: voice.label('do-appeal-drop'), press: { verb: 'appeal-drop', code } as const },
]

export async function pressAppealDrop(base: Ctx, scene: Scene, { code }: { code: string }): Promise<Reply[]> {
  await dropAppeal(asApplicant(base, scene), { code })
  return [edit(scene.voice.html('appeal-dropped'))]
}

/** What came in the chat while an appeal was being written; only a text of the person's own is one. */
export async function writeAppeal(base: Ctx, scene: Scene, found: Case): Promise<Reply[]> {
  const ctx = asApplicant(base, scene)
  const { content, voice } = scene
  if (content.kind === 'edited') return []
  if (content.kind !== 'text') return [message(voice.html('appeal-text-only'), [dropRow(scene, found.code)])]
  if (says(content.text, 'cancel') || says(content.text, 'back')) {
    await dropAppeal(ctx, { code: found.code })
    return [message(voice.html('appeal-dropped'))]
  }
  try {
    await appealVerdict(ctx, { caseId: found.id, text: content.text })
  } catch (error) {
    // too late: said once, and what is written next is no appeal any more
    if (isRefusal(error, 'appeal-closed')) await dropAppeal(ctx, { code: found.code })
    throw error
  }
  // the card that the change of state queued says the rest
  return []
}
