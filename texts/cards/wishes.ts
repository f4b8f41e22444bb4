import type { MessageView, StatusCardView } from '../../core/message/view.ts'
import type { Button } from '../keyboard.ts'
import { encodeTime } from '../press.ts'
import { rehearseRows } from './rehearsal.ts'
import { lines, type Rendered, type Voice, withLink } from './voice.ts'

type View<K extends MessageView['kind']> = Extract<MessageView, { kind: K }>

/** In the line for a call right now: the place, how long it may take, and that nothing need stay open for it. */
export function renderInLine(
  voice: Voice,
  { code, rehearsalUrl }: StatusCardView,
  { place, minutes }: NonNullable<StatusCardView['queue']>,
): Rendered {
  const where = minutes === undefined ? 'line-place' : minutes === 0 ? 'line-place-soon' : 'line-place-wait'
  const html = lines(
    voice.html('card-line', { code }),
    voice.html(where, { place, minutes: minutes ?? 0 }),
    voice.html('line-how'),
  )
  const rows: Button[][] = [
    [{ label: voice.label('button-more-days'), press: { verb: 'days', code, purpose: 'book' } }],
    [{ label: voice.label('button-leave-line'), press: { verb: 'leave-line', code } }],
    ...rehearseRows(voice, rehearsalUrl),
  ]
  return rehearsalUrl ? withLink(html, rows) : { html, buttons: rows }
}

/** Wants to hear of an earlier time, or no longer. */
export function wishRow(voice: Voice, { code, wantsEarlier, booking }: StatusCardView): Button[] {
  const label = wantsEarlier ? 'button-want-nothing' : booking ? 'button-want-earlier' : 'button-want-any'
  return [{ label: voice.label(label), press: { verb: 'want-earlier', code, on: wantsEarlier ? '0' : '1' } }]
}

/** A time that has become free: one tap books it or moves the booking there; who is faster has it. */
export function renderEarlierFree(voice: Voice, { code, version, startsAt, booked }: View<'earlier-free'>): Rendered {
  const time = encodeTime(startsAt)
  const press = booked
    ? ({ verb: 'move-to', code, booked: String(booked.version), time } as const)
    : ({ verb: 'book', code, version: String(version), time } as const)
  const html = lines(
    voice.html(booked ? 'earlier-free' : 'time-free', { time: voice.time(startsAt) }),
    booked && voice.html('earlier-free-now', { time: voice.time(booked.startsAt) }),
  )
  return {
    html,
    buttons: [
      [{ label: voice.shortTime(startsAt), press, style: 'primary' }],
      [{ label: voice.label('button-want-nothing'), press: { verb: 'want-earlier', code, on: '0' } }],
    ],
  }
}

export function renderYourTurn(voice: Voice, { url, until }: View<'your-turn'>): Rendered {
  const html = lines(voice.html('your-turn', { until: voice.time(until) }), voice.html('call-private'))
  return withLink(html, [[{ label: voice.label('button-join'), url, style: 'success' }]])
}

export function renderTurnPassed(voice: Voice, { code, last }: View<'turn-passed'>): Rendered {
  const card: Button = { label: voice.label('button-book-again'), press: { verb: 'card', code }, style: 'primary' }
  const leave: Button = { label: voice.label('button-leave-line'), press: { verb: 'leave-line', code } }
  return { html: voice.html(last ? 'turn-lost' : 'turn-kept', { code }), buttons: [[last ? card : leave]] }
}
