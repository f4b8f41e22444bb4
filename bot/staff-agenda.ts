import type { Ctx } from '../core/context.ts'
import { groupBy } from '../core/group-by.ts'
import { type AgendaEntry, readAgenda } from '../core/staff/read-agenda.ts'
import { lines } from '../texts/cards/voice.ts'
import type { Button } from '../texts/keyboard.ts'
import { paragraphs, type Reply } from './replies.ts'
import type { Scene } from './scene.ts'
import { dateIn, dayLabel } from './times.ts'

/** More than this does not fit into one message legibly. */
const mostEntries = 24
const mostButtons = 6

/** `/agenda`: today and the next seven days, each call with its link. */
export async function showAgenda(ctx: Ctx, scene: Scene): Promise<Reply[]> {
  const { voice, reader } = scene
  const agenda = await readAgenda(ctx)
  const [first] = agenda
  if (!first) return [{ kind: 'message', html: voice.html('agenda-empty') }]
  const days = groupBy(agenda.slice(0, mostEntries), entry => dateIn(entry.startsAt, reader.timeZone))
  const shown = [...days.values()].map(entries => dayLines(scene, entries))
  const more = agenda.length > mostEntries ? voice.html('agenda-more', { count: agenda.length - mostEntries }) : undefined
  const zone = voice.zone(first.startsAt)
  const html = paragraphs(voice.html('agenda', { count: agenda.length, zone }), ...shown, more)
  const buttons: Button[][] = agenda
    .slice(0, mostButtons)
    .map(({ code, startsAt, url }) => [{ label: voice.label('agenda-open', { time: voice.shortTime(startsAt), code }), url }])
  return [{ kind: 'message', html, buttons, protect: true }]
}

function dayLines(scene: Scene, entries: readonly AgendaEntry[]): string {
  const { voice } = scene
  const day = voice.html('agenda-day', { day: dayLabel(scene, entries[0]?.startsAt ?? '') })
  const calls = entries.map(({ startsAt, code, device, confirmed }) =>
    voice.html(confirmed ? 'agenda-line-confirmed' : 'agenda-line', {
      time: voice.clock(startsAt),
      code,
      device: voice.device(device),
    }),
  )
  return lines(day, ...calls)
}
