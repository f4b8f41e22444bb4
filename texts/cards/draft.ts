import type { MessageView } from '../../core/message/view.ts'
import type { Button } from '../keyboard.ts'
import type { Rendered, Voice } from './voice.ts'

/** A draft that was begun and left lying: what is missing, and the way on. */
export function renderDraftWaits(voice: Voice, { left, until }: Extract<MessageView, { kind: 'draft-waits' }>): Rendered {
  const goOn: Button = { label: voice.label('button-continue'), press: { verb: 'apply' }, style: 'primary' }
  return { html: voice.html('draft-waits', { left, until: voice.time(until) }), buttons: [[goOn]] }
}

/** Closed because nothing was done for long: which step was missing, and a way to begin anew. */
export function renderLapsed(voice: Voice, { from, code }: Extract<MessageView, { kind: 'lapsed' }>): Rendered {
  const key = `lapsed-${from}`
  const again: Button = { label: voice.label('button-apply-again'), press: { verb: 'apply' }, style: 'primary' }
  return { html: voice.html(voice.has(key) ? key : 'card-lapsed', { code }), buttons: [[again]] }
}

/** Not yet closed: what it waits for, until when, and the card with which it is done. */
export function renderLapsesSoon(voice: Voice, { state, code, until }: Extract<MessageView, { kind: 'lapses-soon' }>): Rendered {
  const label = voice.label(state === 'invited' ? 'button-choose-time' : 'button-conditions')
  const html = voice.html(`lapses-soon-${state}`, { code, time: voice.time(until) })
  return { html, buttons: [[{ label, press: { verb: 'card', code }, style: 'primary' }]] }
}
