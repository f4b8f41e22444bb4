import type { AgendaView } from '../../core/message/view.ts'
import { lines, type Rendered, type Voice, withLink } from './voice.ts'

const mostLines = 20
const mostButtons = 6

/** The reviewer's day, which a call in the small hours brings on the evening before: date and zone in the heading, a line a call, the nearest on buttons. */
export function renderAgenda(voice: Voice, { day, calls }: AgendaView): Rendered {
  const zone = voice.zone(calls[0]?.startsAt ?? voice.now.toISOString())
  const shown = calls.slice(0, mostLines).map(({ startsAt, code, device, confirmed }) =>
    voice.html(confirmed ? 'day-line-confirmed' : 'day-line', {
      time: voice.clock(startsAt),
      code,
      device: voice.device(device),
    }),
  )
  const more = calls.length - shown.length
  const html = lines(
    voice.html('day-agenda', { day: voice.date(day), count: calls.length, zone }),
    ...shown,
    more > 0 ? voice.html('day-more', { count: more }) : undefined,
  )
  const buttons = calls.slice(0, mostButtons).map(({ startsAt, code, url }) => {
    const label = voice.zoneKnown ? voice.label('day-open', { time: voice.clock(startsAt), code }) : code
    return [{ label, url }]
  })
  return withLink(html, buttons)
}
