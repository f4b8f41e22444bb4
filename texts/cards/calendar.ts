import type { CalendarView } from '../../core/message/view.ts'
import { lines, type Rendered, type Voice } from './voice.ts'

/** The words under the calendar file. It may be saved, so it is not protected; the card has just said the news, so it is silent. */
export function renderCalendar(voice: Voice, { code, cancelled, moved, startsAt }: CalendarView): Rendered {
  const key = cancelled ? 'calendar-cancelled' : moved ? 'calendar-moved' : 'calendar-booked'
  const time = cancelled ? undefined : voice.html('starts-at', { time: voice.time(startsAt) })
  return { html: lines(voice.html(key, { code }), time, voice.html(`${key}.how`)), buttons: [], silent: true }
}
