import type { MessageView } from '../../core/message/view.ts'
import { lines, type Rendered, type Voice } from './voice.ts'

type View<K extends MessageView['kind']> = Extract<MessageView, { kind: K }>

/** What an applicant reads who may book: that it has to wait, and that it need not any more. */
export function renderBookingsPaused(voice: Voice, { on, note }: View<'bookings-paused'>): Rendered {
  const html = voice.html(on ? 'bookings-paused' : 'bookings-resumed')
  const status = { label: voice.label('do-status'), press: { verb: 'status' as const } }
  return { html: lines(html, noteLine(voice, note)), buttons: on ? [] : [[status]] }
}

/** What everybody on the desk reads. */
export function renderDeskPaused(voice: Voice, { on, note, by }: View<'desk-paused'>): Rendered {
  return { html: lines(voice.html(on ? 'desk-paused' : 'desk-resumed', { by }), noteLine(voice, note)), buttons: [] }
}

/** The admin's own words, as they were typed. */
export const noteLine = (voice: Voice, note: string): string | undefined =>
  note === '' ? undefined : voice.html('pause-note', { note })
