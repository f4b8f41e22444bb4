import type { Update } from '@grammyjs/types'
import { isPhotoAsked } from '../core/application/photo-asked.ts'
import { readDraft } from '../core/application/read-draft.ts'
import { type Ctx, transact } from '../core/context.ts'
import { describeError } from '../core/database-errors.ts'
import { mostBytes } from '../core/device/catalogue-file.ts'
import { newCode } from '../core/ids.ts'
import type { Locale } from '../core/message/kinds.ts'
import { actorOf } from '../core/person/meet.ts'
import { takeTurn } from '../core/person/take-turn.ts'
import { Refusal } from '../core/refusal.ts'
import { isAdminChat } from '../core/staff/list-chats.ts'
import { speak } from '../texts/fluent.ts'
import { answerBlocked, answerFlood, mayWhileBlocked } from './abuse.ts'
import { command, commandOnlyReads } from './commands.ts'
import { type Content, type Incoming, localeOf, readIncoming, readJoinedGroup } from './incoming.ts'
import { receiveFile, receivePhoto } from './photo.ts'
import { press, pressOnlyReads } from './presses.ts'
import { answerRefusal } from './refusal-text.ts'
import { message, type Reply, toast } from './replies.ts'
import { createScene, type Scene } from './scene.ts'
import { type Sending, sendReplies } from './send-replies.ts'
import { namesDevice } from './staff-device-picture.ts'
import { showPresent } from './start.ts'
import { listen } from './talk.ts'

export interface Taking extends Sending {
  token: string
  apiRoot: string
  /** of the bot itself; the person behind an update becomes the actor of its transaction */
  ctx: Ctx
  botName: string
  fallbackLocale: Locale
}

/**
 * One update, from what came to what is answered: outside the transaction whatever takes long, then one transaction in which
 * everything happens or nothing (G3), then the answers. False when an answer was lost on the way: the same update is then to be
 * taken again, which changes nothing and shows what is so (G2).
 */
export async function takeUpdate(taking: Taking, update: Update): Promise<boolean> {
  const { incoming, joinedGroup } = read(taking, update)
  if (joinedGroup !== undefined) await leaveGroup(taking, joinedGroup)
  if (!incoming) return true
  const { sender, content } = incoming
  const replies = await answer(taking, incoming)
  const { queryId, messageId, isPicture = false } = content.kind === 'press' ? content : {}
  const pressed = queryId === undefined ? {} : { press: { queryId, messageId, isPicture } }
  const said = incoming.messageId === undefined ? {} : { saidId: incoming.messageId }
  return sendReplies(taking, { chatId: sender.telegramId, ...said, ...pressed }, replies)
}

/** An update that is not as the Bot API has them would come again for ever if it were not let go. */
function read({ log }: Taking, update: Update): { incoming?: Incoming | undefined; joinedGroup?: number | undefined } {
  try {
    return { incoming: readIncoming(update), joinedGroup: readJoinedGroup(update) }
  } catch (error) {
    log.warn({ error: describeError(error), updateId: update.update_id }, 'an update could not be read')
    return {}
  }
}

async function answer(taking: Taking, incoming: Incoming): Promise<Reply[]> {
  try {
    const fetched = await fetchFiles(taking, incoming)
    return await withScene(taking, incoming, fetched, route).catch(error => {
      if (!(error instanceof Refusal)) throw error
      return withScene(taking, incoming, fetched, async (ctx, scene) =>
        scene.isAlbumRest ? [] : answerRefusal(ctx, scene, error),
      )
    })
  } catch (error) {
    return excuse(taking, incoming, error)
  }
}

type Work = (ctx: Ctx, scene: Scene, isFresh: boolean) => Promise<Reply[]>

/** In one transaction: marks the update, locks the person, does the work as that person; unless it is too much, or the person blocked. */
function withScene(taking: Taking, incoming: Incoming, fetched: Fetched, work: Work): Promise<Reply[]> {
  const { sender, content, updateId } = incoming
  return transact(taking.ctx, async ctx => {
    const { telegramId } = sender
    const [turn, draft] = await Promise.all([
      takeTurn(ctx, {
        updateId,
        telegramId,
        locale: localeOf(sender.languageCode, taking.fallbackLocale),
        mostPerMinute: content.kind === 'press' ? ctx.policy.pressesPerMinute : ctx.policy.messagesPerMinute,
        album: content.kind === 'image' ? content.album : undefined,
      }),
      mayAnswer(content) ? readDraft(ctx, telegramId) : undefined,
    ])
    const received = { ...fetched, ...(draft ? { draft } : {}) }
    const scene = createScene(ctx, turn, { sender, content, botName: taking.botName, ...received })
    if (turn.flow !== 'fits') return answerFlood(scene, turn.flow)
    if (turn.person.blockedAt && !mayWhileBlocked(content)) return answerBlocked(ctx, scene)
    return work({ ...ctx, actor: actorOf(turn) }, scene, turn.isFresh)
  })
}

const route: Work = async (ctx, scene, isFresh) => {
  const { content, isAlbumRest, photo } = scene
  if (isAlbumRest && !photo) return []
  if (!isFresh && !onlyReads(content)) return showPresent(ctx, scene)
  if (content.kind === 'press') return press(ctx, scene, content.data)
  if (content.kind === 'command') return command(ctx, scene, content.name, content.args)
  return listen(ctx, scene)
}

/** Whatever is neither a command nor a press is an answer where a question stands open. */
const mayAnswer = ({ kind }: Content): boolean => kind !== 'command' && kind !== 'press' && kind !== 'picked'

function onlyReads(content: Content): boolean {
  if (content.kind === 'press') return pressOnlyReads(content.data)
  return content.kind === 'command' && commandOnlyReads(content.name)
}

type Fetched = Pick<Scene, 'photo' | 'file' | 'devicePicture'>

/** What is sent is fetched before the transaction: a picture only where one is asked for, a table or a device's picture only from an admin. */
async function fetchFiles(taking: Taking, { sender, content }: Incoming): Promise<Fetched> {
  const { ctx } = taking
  if (content.kind === 'image' && (await isPhotoAsked(ctx, sender.telegramId)))
    return { photo: await receivePhoto(taking, content) }
  if (content.kind === 'image' && namesDevice(content) && (await isAdminChat(ctx, sender.telegramId)))
    return { devicePicture: await receivePhoto(taking, content) }
  if (content.kind === 'document' && content.isTable && (await isAdminChat(ctx, sender.telegramId)))
    return { file: await receiveFile(taking, content, mostBytes) }
  return {}
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
async function leaveGroup({ api, log }: Taking, group: number): Promise<void> {
  await api.leaveChat(group).catch((error: unknown) => log.warn({ error: describeError(error) }, 'a group could not be left'))
}
