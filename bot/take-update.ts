import type { Update } from '@grammyjs/types'
import type { Api } from 'grammy'
import { isPhotoAsked } from '../core/application/photo-asked.ts'
import { type Ctx, type Log, transact } from '../core/context.ts'
import { describeError } from '../core/database-errors.ts'
import { newCode } from '../core/ids.ts'
import type { Locale } from '../core/message/kinds.ts'
import { actorOf, meetPerson } from '../core/person/meet.ts'
import { noteUpdate } from '../core/person/note-update.ts'
import { Refusal } from '../core/refusal.ts'
import { speak } from '../texts/fluent.ts'
import { command, commandOnlyReads } from './commands.ts'
import { type Content, type Incoming, localeOf, readIncoming, readJoinedGroup } from './incoming.ts'
import { receivePhoto } from './photo.ts'
import { press, pressOnlyReads } from './presses.ts'
import { answerRefusal } from './refusal-text.ts'
import { message, type Reply, toast } from './replies.ts'
import { createScene, type ReceivedPhoto, type Scene } from './scene.ts'
import { sendReplies } from './send-replies.ts'
import { showPresent } from './start.ts'
import { listen } from './talk.ts'

export interface Taking {
  api: Api
  token: string
  apiRoot: string
  /** of the bot itself; the person behind an update becomes the actor of its transaction */
  ctx: Ctx
  log: Log
  botName: string
  fallbackLocale: Locale
}

/**
 * One update, from what came to what is answered: outside the transaction whatever takes long, then one transaction in which
 * everything happens or nothing (G3), then the answers. False when an answer was lost on the way: the same update is then to be
 * taken again, which changes nothing and shows what is so (G2).
 */
export async function takeUpdate(taking: Taking, update: Update): Promise<boolean> {
  const incoming = readIncoming(update)
  if (!incoming) {
    await leaveGroup(taking, update)
    return true
  }
  const { sender, content } = incoming
  const replies = await answer(taking, incoming)
  const pressed = content.kind === 'press' ? { press: { queryId: content.queryId, messageId: content.messageId } } : {}
  return sendReplies(taking.api, taking.log, { chatId: sender.telegramId, ...pressed }, replies)
}

async function answer(taking: Taking, incoming: Incoming): Promise<Reply[]> {
  try {
    const photo = await fetchPhoto(taking, incoming)
    return await withScene(taking, incoming, photo, route).catch(error => {
      if (!(error instanceof Refusal)) throw error
      return withScene(taking, incoming, photo, (ctx, scene) => answerRefusal(ctx, scene, error))
    })
  } catch (error) {
    return excuse(taking, incoming, error)
  }
}

type Work = (ctx: Ctx, scene: Scene, isFresh: boolean) => Promise<Reply[]>

/** In one transaction: marks the update, locks the person, does the work as that person. */
function withScene(taking: Taking, incoming: Incoming, photo: ReceivedPhoto | undefined, work: Work): Promise<Reply[]> {
  const { sender, content, updateId } = incoming
  return transact(taking.ctx, async ctx => {
    const isFresh = await noteUpdate(ctx, updateId)
    const locale = localeOf(sender.languageCode, taking.fallbackLocale)
    const met = await meetPerson(ctx, { telegramId: sender.telegramId, locale })
    const { botName } = taking
    const scene = createScene(ctx, met, { sender, content, botName, ...(photo ? { photo } : {}) })
    return work({ ...ctx, actor: actorOf(met) }, scene, isFresh)
  })
}

const route: Work = async (ctx, scene, isFresh) => {
  const { content } = scene
  if (!isFresh && !onlyReads(content)) return showPresent(ctx, scene)
  if (content.kind === 'press') return press(ctx, scene, content.data)
  if (content.kind === 'command') return command(ctx, scene, content.name, content.args)
  return listen(ctx, scene)
}

function onlyReads(content: Content): boolean {
  if (content.kind === 'press') return pressOnlyReads(content.data)
  return content.kind === 'command' && commandOnlyReads(content.name)
}

/** Pictures are fetched before the transaction, and only where one is asked for. */
async function fetchPhoto(taking: Taking, { sender, content }: Incoming): Promise<ReceivedPhoto | undefined> {
  if (content.kind !== 'image' || !(await isPhotoAsked(taking.ctx, sender.telegramId))) return undefined
  return receivePhoto(taking, content)
}

/** A fault of ours: logged under a short id, and the same id for the person. Nothing of the update stands in the log. */
function excuse({ ctx, log, fallbackLocale }: Taking, { updateId, sender, content }: Incoming, error: unknown): Reply[] {
  const id = newCode(ctx, 6)
  log.error({ id, updateId, content: content.kind, error: describeError(error) }, 'an update failed')
  const speaker = speak(localeOf(sender.languageCode, fallbackLocale))
  return content.kind === 'press'
    ? [toast(speaker.plain('chat-fault', { id }), true)]
    : [message(speaker.html('chat-fault', { id }))]
}

/** The bot talks to one person at a time: it leaves a group at once, and is silent in one that it cannot leave. */
async function leaveGroup({ api, log }: Taking, update: Update): Promise<void> {
  const group = readJoinedGroup(update)
  if (group === undefined) return
  await api.leaveChat(group).catch((error: unknown) => log.warn({ error: describeError(error) }, 'a group could not be left'))
}
