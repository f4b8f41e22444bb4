import type { Ctx } from '../core/context.ts'
import { type BlockEffects, blockPerson, type Named, readBlock, unblockPerson } from '../core/person/block.ts'
import { refuse } from '../core/refusal.ts'
import { type BlockReason, blockReasons } from '../db/values.ts'
import { lines } from '../texts/cards/voice.ts'
import type { Button } from '../texts/keyboard.ts'
import { message, paragraphs, type Reply, toast } from './replies.ts'
import type { Scene } from './scene.ts'

/** `/block <code or Telegram id>`: who it is and what blocking would mean; each reason is a button, and pressing it does it. */
export async function askBlock(ctx: Ctx, scene: Scene, args: string): Promise<Reply[]> {
  const { voice } = scene
  const named = readNamed(args)
  if (!named) return [message(voice.html('block-form', { example: voice.label('command-block.example') }))]
  const effects = await readBlock(ctx, named)
  if (effects.isStaff) return [message(voice.html('block-staff'))]
  const who = String(effects.telegramId)
  const reasons = blockReasons.map((reason): Button[] => [
    { label: voice.label(`block-reason-${reason}`), press: { verb: 'block', who, reason }, style: 'danger' },
  ])
  return [message(paragraphs(heading(scene, effects, 'block-ask'), whatHappens(scene, effects)), reasons)]
}

/** `/unblock <code or Telegram id>`: the same the other way round. */
export async function askUnblock(ctx: Ctx, scene: Scene, args: string): Promise<Reply[]> {
  const { voice } = scene
  const named = readNamed(args)
  if (!named) return [message(voice.html('block-form', { example: voice.label('command-unblock.example') }))]
  const effects = await readBlock(ctx, named)
  const who = String(effects.telegramId)
  if (!effects.blocked) return [message(voice.html('unblock-not-blocked', { who }))]
  const yes: Button = { label: voice.label('do-unblock'), press: { verb: 'unblock', who }, style: 'primary' }
  return [message(paragraphs(heading(scene, effects, 'unblock-ask'), voice.html('unblock-means')), [[yes]])]
}

export async function pressBlock(ctx: Ctx, scene: Scene, { who, reason }: { who: string; reason: string }): Promise<Reply[]> {
  const why = blockReasons.find(known => known === reason) ?? refuse('not-found', { what: 'person' })
  const telegramId = checkedId(who)
  await blockPerson(ctx, { telegramId, locale: scene.locale, reason: why })
  const { voice } = scene
  return [
    toast(voice.label('toast-blocked')),
    { kind: 'close', html: voice.html('block-done', { who, reason: nameOf(scene, why) }) },
  ]
}

export async function pressUnblock(ctx: Ctx, { voice }: Scene, { who }: { who: string }): Promise<Reply[]> {
  await unblockPerson(ctx, { telegramId: checkedId(who) })
  return [toast(voice.label('toast-unblocked')), { kind: 'close', html: voice.html('unblock-done', { who }) }]
}

function heading(scene: Scene, { telegramId, blocked }: BlockEffects, key: string): string {
  const { voice } = scene
  const since = blocked && voice.html('block-since', { time: voice.time(blocked.at), reason: nameOf(scene, blocked.reason) })
  return lines(voice.html(key, { who: String(telegramId) }), since)
}

const nameOf = ({ voice }: Scene, reason: BlockReason): string => voice.label(`block-reason-${reason}`)

/** What becomes of the person, and of the application that is running. */
function whatHappens({ voice }: Scene, { running }: BlockEffects): string {
  const person = voice.html('block-means')
  if (!running) return person
  const { code, state, startsAt } = running
  if (state === 'booked' && startsAt) return lines(person, voice.html('block-means-booked', { code, time: voice.time(startsAt) }))
  if (state === 'invited') return lines(person, voice.html('block-means-invited', { code }))
  return lines(person, voice.html('block-means-other', { code, state: voice.label(`state-${state}.staff`) }))
}

/** A code as people write it, or the messenger's id. */
function readNamed(args: string): Named | undefined {
  const said = args.normalize('NFKC').toUpperCase().trim()
  if (/^\d{5,15}$/.test(said)) return { telegramId: Number(said) }
  const [, code] = /^M?([2-9A-Z]{6})$/.exec(said.replace(/[\s–—−-]+/gu, '')) ?? []
  return code ? { code: `M-${code}` } : undefined
}

/** The bytes of a press may say anything. */
function checkedId(who: string): number {
  return /^\d{1,15}$/.test(who) ? Number(who) : refuse('not-found', { what: 'person' })
}
