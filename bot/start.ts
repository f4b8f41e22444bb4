import { readApplication } from '../core/application/answers.ts'
import { type Case, findLatestCase, findRunningCase } from '../core/case/load.ts'
import { startApplication } from '../core/case/start.ts'
import type { Ctx } from '../core/context.ts'
import { queueStatusCard } from '../core/message/queue.ts'
import { askOpen } from './form-questions.ts'
import type { Reply } from './replies.ts'
import { asApplicant, type Scene } from './scene.ts'
import { staffWelcome, welcome } from './welcome.ts'

/** `/start`, with or without the code of an order: goes on with what is open, or greets. */
export async function start(base: Ctx, scene: Scene, payload: string): Promise<Reply[]> {
  if (payload !== '') return begin(base, scene, payload)
  if (scene.member) return staffWelcome(scene)
  const found = await findRunningCase(asApplicant(base, scene), scene.person.id)
  return found ? goOnWith(base, scene, found) : welcome(scene)
}

/** `/apply` and every button that begins an application: a new one, or the one that is running. */
export async function begin(base: Ctx, scene: Scene, orderCode?: string): Promise<Reply[]> {
  const ctx = asApplicant(base, scene)
  const order = orderCode === undefined ? {} : { orderCode }
  const { found, resumed, takenOver } = await startApplication(ctx, { personId: scene.person.id, ...order })
  if (resumed) return goOnWith(ctx, scene, found)
  const application = await readApplication(ctx, found)
  if (takenOver) return askOpen(ctx, scene, application, scene.voice.html('chat-answers-kept'))
  return askOpen(ctx, scene, application, orderCode === undefined ? undefined : scene.voice.html('chat-order-taken'))
}

async function goOnWith(base: Ctx, scene: Scene, found: Case): Promise<Reply[]> {
  const ctx = asApplicant(base, scene)
  if (found.state !== 'draft') {
    await queueStatusCard(ctx, found, true)
    return []
  }
  const application = await readApplication(ctx, found)
  const { position, answers } = application
  if (answers.size === 0) return askOpen(ctx, scene, application)
  const welcomeBack =
    position.at === 'question'
      ? scene.voice.html('chat-welcome-back', { number: position.number, total: position.total })
      : scene.voice.html('chat-welcome-back-end')
  return askOpen(ctx, scene, application, welcomeBack)
}

/** `/status`: the card comes to the bottom of the chat, or the open question of an application that is being filled in. */
export async function status(base: Ctx, scene: Scene): Promise<Reply[]> {
  const ctx = asApplicant(base, scene)
  const found = (await findRunningCase(ctx, scene.person.id)) ?? (await findLatestCase(ctx, scene.person.id))
  if (!found) return welcome(scene)
  if (found.state === 'draft') return askOpen(ctx, scene, await readApplication(ctx, found))
  await queueStatusCard(ctx, found, true)
  return []
}

/**
 * What is so now, for an update that comes again and for a button that is out of date: the open question, or the case's card (G2).
 * Nothing but the card's place in the chat changes.
 */
export async function showPresent(base: Ctx, scene: Scene): Promise<Reply[]> {
  const ctx = asApplicant(base, scene)
  const running = await findRunningCase(ctx, scene.person.id)
  if (!running && scene.member) return staffWelcome(scene)
  const found = running ?? (await findLatestCase(ctx, scene.person.id))
  if (!found) return welcome(scene)
  if (found.state === 'draft') return askOpen(ctx, scene, await readApplication(ctx, found))
  await queueStatusCard(ctx, found, scene.content.kind !== 'press')
  return []
}
