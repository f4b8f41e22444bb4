import { type QueueEntry, readQueue } from '../core/case/read-queue.ts'
import type { Ctx } from '../core/context.ts'
import { lines } from '../texts/cards/voice.ts'
import type { Button } from '../texts/keyboard.ts'
import { inPairs } from './form-summary.ts'
import { paragraphs, type Reply } from './replies.ts'
import type { Scene } from './scene.ts'

const pageSize = 8

/** `/queue`: how many cases in which state, and what is due next; pages turn in place. */
export async function showQueue(
  ctx: Ctx,
  scene: Scene,
  page: number,
  put: (html: string, buttons: Button[][]) => Reply,
): Promise<Reply[]> {
  const { voice } = scene
  const queue = await readQueue(ctx, { page, size: pageSize })
  const counts = queue.counts.map(({ state, count }) =>
    voice.html('queue-count', { state: voice.label(`state-${state}.staff`), count }),
  )
  if (counts.length === 0) return [put(voice.html('queue-empty'), [])]
  const hold = queue.onHold > 0 ? voice.html('queue-on-hold', { count: queue.onHold }) : undefined
  const heading = lines(voice.html('queue', { page: queue.page, pages: queue.pages }), ...counts, hold)
  const entries = queue.entries.map(entry => entryLine(scene, entry))
  const cases: Button[] = queue.entries.map(({ code }) => ({ label: code, press: { verb: 'case', code } }))
  const turn = (to: number, label: string): Button => ({ label: voice.label(label), press: { verb: 'queue', page: String(to) } })
  const pages = [
    ...(queue.page > 1 ? [turn(queue.page - 1, 'do-earlier')] : []),
    ...(queue.page < queue.pages ? [turn(queue.page + 1, 'do-later')] : []),
  ]
  return [put(paragraphs(heading, lines(...entries)), [...inPairs(cases), pages])]
}

function entryLine({ voice }: Scene, { code, state, hold, deadlineAt, startsAt, late }: QueueEntry): string {
  const named = { code, state: voice.label(`state-${state}.staff`) }
  const held = hold === null ? undefined : voice.html('queue-held', { reason: holdName(voice, hold) })
  const due = startsAt ?? deadlineAt
  const key = startsAt ? 'queue-line-booked' : 'queue-line-due'
  const line = due ? voice.html(key, { ...named, time: voice.time(due) }) : voice.html('queue-line', named)
  return lines(line, held, late ? voice.html('queue-late') : undefined)
}

/** Why a person must decide, in the desk's words; a reason without words of its own is named in general. */
export function holdName(voice: Scene['voice'], hold: string): string {
  return voice.label(`hold-${voice.has(`hold-${hold}`) ? hold : 'other'}.staff`)
}
