import { readApplication } from '../core/application/answers.ts'
import { type Case, findLatestCase, findRunningCase, readCase } from '../core/case/load.ts'
import { startApplication } from '../core/case/start.ts'
import { closedStates } from '../core/case/states.ts'
import type { Ctx } from '../core/context.ts'
import { queueStatusCard } from '../core/message/queue.ts'
import { lockOpenOrder } from '../core/order/find.ts'
import { isRefusal, refuse } from '../core/refusal.ts'
import { askOpen } from './form-questions.ts'
import { offerOrder, orderTaken } from './offer-order.ts'
import { message, paragraphs, type Reply } from './replies.ts'
import { asApplicant, type Scene } from './scene.ts'
import { greeting, staffWelcome, welcome } from './welcome.ts'

/** What a link may ask for in place of an order: `again` to apply anew, `status` to see how things stand. */
const words: Readonly<Record<string, (base: Ctx, scene: Scene) => Promise<Reply[]>>> = {
  again: (base, scene) => begin(base, scene),
  status: (base, scene) => status(base, scene),
}

/** `/start`, with or without a payload (an order's code, a case's, a word): goes on with what is open, or greets. */
export async function start(base: Ctx, scene: Scene, payload: string): Promise<Reply[]> {
  if (Object.hasOwn(words, payload)) return words[payload]?.(base, scene) ?? []
  if (/^M-/i.test(payload)) return startFromCase(base, scene, payload.toUpperCase())
  if (payload !== '') return begin(base, scene, payload)
  if (scene.member) return staffWelcome(scene)
  const ctx = asApplicant(base, scene)
  const found = (await findRunningCase(ctx, scene.person.id)) ?? (await findWaiting(ctx, scene.person.id))
  return found ? goOnWith(base, scene, found) : welcome(scene)
}

/** The rejection inside whose waiting time nothing new can begin: its card says from when, and what can be done until then. */
async function findWaiting(ctx: Ctx, personId: string): Promise<Case | undefined> {
  const latest = await findLatestCase(ctx, personId)
  return latest?.state === 'rejected' && (latest.againAt === null || latest.againAt > ctx.now()) ? latest : undefined
}

/** One's own case: how it stands, or, when it is over, a new application. Somebody else's is no case at all. */
async function startFromCase(base: Ctx, scene: Scene, code: string): Promise<Reply[]> {
  const ctx = asApplicant(base, scene)
  const found = await readCase(ctx, { code }).catch((error: unknown) => {
    if (isRefusal(error, 'not-found')) return refuse('not-found', { what: 'order' })
    throw error
  })
  return closedStates.includes(found.state) ? begin(base, scene) : goOnWith(base, scene, found)
}

/** `/apply` and every button that begins an application: a new one, or the one that is running. */
export async function begin(base: Ctx, scene: Scene, orderCode?: string): Promise<Reply[]> {
  const ctx = asApplicant(base, scene)
  const wanted = orderCode === undefined ? {} : { orderCode }
  const isFirst = orderCode !== undefined && !(await findLatestCase(ctx, scene.person.id))
  const { found, resumed, takenOver } = await startApplication(ctx, { personId: scene.person.id, ...wanted })
  const isNews = resumed && orderCode !== undefined && orderCode !== found.orderCode
  if (isNews && found.state === 'draft') return offerOrder(ctx, scene, found, orderCode)
  // one that cannot be used is said to be so, whatever is running
  if (isNews) await lockOpenOrder(ctx, orderCode)
  const later = isNews ? [message(scene.voice.html('order-too-late', { code: found.code }))] : []
  if (resumed) return [...later, ...(await goOnWith(ctx, scene, found))]
  const application = await readApplication(ctx, found)
  const order = orderCode === undefined ? undefined : await orderTaken(ctx, scene, found)
  const kept = takenOver?.named ? scene.voice.html('chat-answers-kept') : undefined
  const taken = await askOpen(ctx, scene, application, paragraphs(order, kept) || undefined)
  return isFirst ? [greeting(scene), ...taken] : taken
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
