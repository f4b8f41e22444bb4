import type { Ctx } from '../core/context.ts'
import { queueMessage } from '../core/message/queue.ts'
import { type MemberQuality, type QualityFigures, readQuality } from '../core/quality/figures.ts'
import { percent, standsOut } from '../core/quality/rules.ts'
import { lines } from '../texts/cards/voice.ts'
import type { Button } from '../texts/keyboard.ts'
import type { Press } from '../texts/press.ts'
import { edit, message, paragraphs, type Reply, toast } from './replies.ts'
import type { Scene } from './scene.ts'

type Put = (html: string, buttons?: Button[][]) => Reply

const usualDays = 30
const offeredDays = [7, 30, 90]

/** `/quality [days]`: how the desk reviews; absent days are thirty. */
export async function quality(ctx: Ctx, scene: Scene, args: string): Promise<Reply[]> {
  const said = args.normalize('NFKC').trim()
  const days = said === '' ? usualDays : daysIn(said)
  if (days === undefined)
    return [message(scene.voice.html('quality-form', { example: scene.voice.label('command-quality.example') }))]
  return showQuality(ctx, scene, days, message)
}

/** 1 to 365, with or without a word for days after it. */
function daysIn(said: string): number | undefined {
  const [, digits = ''] = /^(\d{1,3})\s*(?:d|days?|天|日)?$/iu.exec(said) ?? []
  const days = Number(digits)
  return days >= 1 && days <= 365 ? days : undefined
}

export async function pressQuality(ctx: Ctx, scene: Scene, press: Extract<Press, { verb: 'quality' }>): Promise<Reply[]> {
  return showQuality(ctx, scene, daysIn(press.days) ?? usualDays, edit)
}

export async function pressQualityPicture(
  ctx: Ctx,
  { person, member, voice }: Scene,
  press: Extract<Press, { verb: 'quality-picture' }>,
): Promise<Reply[]> {
  const params = { days: daysIn(press.days) ?? usualDays, staffId: member?.id ?? '' }
  await queueMessage(ctx, { personId: person.id, kind: 'quality-picture', params })
  return [toast(voice.label('toast-quality-picture'))]
}

async function showQuality(ctx: Ctx, scene: Scene, days: number, put: Put): Promise<Reply[]> {
  const { voice } = scene
  const figures = await readQuality(ctx, { days })
  const others: Button[] = offeredDays
    .filter(one => one !== days)
    .map(one => ({ label: voice.label('do-quality-days', { days: one }), press: { verb: 'quality', days: String(one) } }))
  const picture: Button = {
    label: voice.label('do-quality-picture'),
    press: { verb: 'quality-picture', days: String(days) },
    style: 'primary',
  }
  const head = lines(voice.html('quality', { days }), figures.verdicts === 0 ? voice.html('quality-none') : undefined)
  const members = figures.members.map(member => memberLines(scene, member))
  const drift = members.length > 0 ? voice.html('quality-drift-meaning') : undefined
  const html = paragraphs(head, blindLines(scene, figures), ...members, disagreements(scene, figures), drift)
  return [put(html, [...(figures.verdicts > 0 ? [[picture]] : []), others, ...casesOf(figures)])]
}

function blindLines({ voice }: Scene, { drawn, done, waiting, agreed, blindMinutes }: QualityFigures): string {
  return lines(
    voice.html('quality-blind', { drawn, done, waiting }),
    done > 0 ? voice.html('quality-agreed', { agreed, done, percent: percent({ count: agreed, of: done }) }) : undefined,
    blindMinutes === null ? undefined : voice.html('quality-blind-time', { minutes: blindMinutes }),
  )
}

function memberLines({ voice }: Scene, { name, verdicts, medianMinutes, agreement, drift }: MemberQuality): string {
  const timed = medianMinutes === null ? undefined : voice.html('quality-member', { name, verdicts, minutes: medianMinutes })
  const out = drift.filter(standsOut).map(({ family, own, desk }) =>
    voice.html('quality-member-drift', {
      family: voice.label(`family-${family}`),
      ...{ count: own.count, of: own.of, percent: percent(own) },
      ...{ deskCount: desk.count, deskOf: desk.of, deskPercent: percent(desk) },
    }),
  )
  return lines(
    timed ?? voice.html('quality-member-untimed', { name, verdicts }),
    agreement.of > 0 ? voice.html('quality-member-agreed', { ...agreement }) : undefined,
    ...out,
  )
}

function disagreements({ voice }: Scene, figures: QualityFigures): string | undefined {
  if (figures.disagreements.length === 0) return undefined
  const said = figures.disagreements.map(({ code, by, outcome, blind, raised }) =>
    voice.html(raised ? 'quality-disagreement-raised' : 'quality-disagreement', {
      ...{ code, by, outcome: voice.label(`outcome-${outcome}`), blind: voice.label(`outcome-${blind}`) },
    }),
  )
  return lines(voice.html('quality-disagreements'), ...said)
}

const casesOf = (figures: QualityFigures): Button[][] =>
  figures.disagreements.map(({ code }) => [{ label: code, press: { verb: 'case', code } }])
