import type { Ctx } from '../core/context.ts'
import { countConcerned, longestNote, pauseBookings, readPause, resumeBookings } from '../core/desk/pause.ts'
import { noteLine } from '../texts/cards/pause.ts'
import { lines } from '../texts/cards/voice.ts'
import { message, type Reply } from './replies.ts'
import type { Scene } from './scene.ts'

const yesWords = /^(yes|确认)(?:\s+|$)/iu

/** `/pause [words]` names whom it concerns and asks; the key below sends it again with a yes. */
export async function pause(ctx: Ctx, scene: Scene, args: string): Promise<Reply[]> {
  const { voice, locale } = scene
  const said = args.replace(/\s+/gu, ' ').trim()
  const isSure = yesWords.test(said)
  const note = said.replace(yesWords, '').trim()
  if ([...note].length > longestNote) return [message(voice.html('pause-long', { most: longestNote }))]
  const present = await readPause(ctx)
  if (present) {
    const about = { by: present.by, time: voice.time(present.at) }
    return [message(lines(voice.html('pause-already', about), noteLine(voice, present.note)))]
  }
  if (isSure) {
    const told = await countConcerned(ctx)
    await pauseBookings(ctx, { note })
    return [{ kind: 'message', html: voice.html('paused', told), keys: 'remove' }]
  }
  const yes = `/pause ${locale === 'zh-CN' ? '确认' : 'yes'} ${note}`.trim()
  const html = lines(voice.html('pause-ask', await countConcerned(ctx)), noteLine(voice, note))
  return [{ kind: 'message', html, keys: { rows: [[{ label: yes }]] } }]
}

/** `/resume`. */
export async function resume(ctx: Ctx, { voice }: Scene): Promise<Reply[]> {
  if (!(await readPause(ctx))) return [message(voice.html('resume-not'))]
  const told = await countConcerned(ctx)
  await resumeBookings(ctx)
  return [{ kind: 'message', html: voice.html('resumed', told), keys: 'remove' }]
}
