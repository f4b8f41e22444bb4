import type { Ctx } from '../core/context.ts'
import { queueMessage } from '../core/message/queue.ts'
import { type Period, periods, readStats } from '../core/stats/read-stats.ts'
import { statsText } from '../texts/cards/stats.ts'
import { createVoice } from '../texts/cards/voice.ts'
import type { Button } from '../texts/keyboard.ts'
import { nearestWord } from './nearest-word.ts'
import { edit, message, type Reply, toast } from './replies.ts'
import type { Scene } from './scene.ts'

type Put = (html: string, buttons: Button[][]) => Reply

const words: Record<Period, readonly string[]> = {
  today: ['today', 'day', '今天', '今日', '当天'],
  week: ['week', '7', '7 days', '近 7 天', '7 天', '本周', '周', '一周'],
  month: ['month', '30', '30 days', '近 30 天', '30 天', '本月', '月', '一个月'],
}

/** `/stats [today|week|month]`. */
export async function stats(ctx: Ctx, scene: Scene, args: string): Promise<Reply[]> {
  const said = args.normalize('NFKC').toLowerCase().replace(/\s+/gu, ' ').trim()
  const named = (word: string) => periods.find(period => words[period].includes(word) || words[period].includes(spaced(word)))
  const period = said === '' ? 'week' : named(said)
  if (period) return showStats(ctx, scene, period, message)
  const near = nearestWord(said, Object.values(words).flat())
  const example = `/stats ${(near && named(near)) ?? 'week'}`
  return [message(scene.voice.html('stats-form', { said: said.slice(0, 40), example }))]
}

/** `近7天` is written with spaces or without. */
const spaced = (word: string) => word.replace(/\s*(\d+)\s*/u, ' $1 ').trim()

/** Quality is told over days. */
const qualityDays: Record<Period, string> = { today: '1', week: '7', month: '30' }

async function showStats(ctx: Ctx, scene: Scene, period: Period, put: Put): Promise<Reply[]> {
  const shown = await readStats(ctx, { period })
  const voice = createVoice({ ...scene.reader, timeZone: shown.zone, zoneKnown: true }, ctx.now())
  const others = periods.map(
    (one): Button => ({
      label: voice.label(`stats-${one}.button`),
      press: { verb: 'stats', period: one },
      ...(one === period ? { style: 'primary' as const } : {}),
    }),
  )
  const picture: Button = { label: voice.label('do-stats-picture'), press: { verb: 'stats-picture', period } }
  const quality: Button = { label: voice.label('do-quality'), press: { verb: 'quality', days: qualityDays[period] } }
  return [put(statsText(voice, shown), [others, [picture, quality]])]
}

/** The bytes of a press may say anything. */
const checked = (period: string): Period => periods.find(one => one === period) ?? 'week'

export async function pressStats(ctx: Ctx, scene: Scene, { period }: { period: string }): Promise<Reply[]> {
  return showStats(ctx, scene, checked(period), edit)
}

/** Drawn by the delivery worker, not here: the picture comes by itself. */
export async function pressStatsPicture(ctx: Ctx, { person, voice }: Scene, { period }: { period: string }): Promise<Reply[]> {
  await queueMessage(ctx, { personId: person.id, kind: 'stats-picture', params: { period: checked(period) } })
  return [toast(voice.label('stats-picture-coming'))]
}
