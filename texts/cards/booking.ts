import type { Offer, StatusCardView } from '../../core/message/view.ts'
import type { Button } from '../keyboard.ts'
import { encodeTime } from '../press.ts'
import { noteLine } from './pause.ts'
import { rehearseRows } from './rehearsal.ts'
import { adviceLine, holdText } from './verdict.ts'
import { lines, type Rendered, type Voice, withLink } from './voice.ts'
import { renderInLine, wishRow } from './wishes.ts'

/** Choose a time; after a retry with what to do better; on hold with why nothing is to be chosen. */
export function renderInvited(voice: Voice, card: StatusCardView): Rendered {
  const { code, hold } = card
  // somebody who is blocked is told once that nothing goes on; no news is promised
  if (hold === 'blocked') return { html: lines(voice.html('card-blocked', { code }), holdText(voice, hold)), buttons: [] }
  if (hold) return { html: lines(voice.html('card-hold', { code }), holdText(voice, hold), voice.html('hold-next')), buttons: [] }
  if (card.queue) return renderInLine(voice, card, card.queue)
  const offer = card.offer ?? { times: [], more: false, now: false }
  const html = lines(...invitation(voice, card, offer), zoneLine(voice, offer))
  const rows = [...offerRows(voice, card, offer), ...correctRows(voice, card), ...rehearseRows(voice, card.rehearsalUrl)]
  return card.rehearsalUrl ? withLink(html, rows) : { html, buttons: rows }
}

/** Before the new call: what the last one found wrong in the answers. */
function correctRows(voice: Voice, { code, correctable }: StatusCardView): Button[][] {
  return correctable ? [[{ label: voice.label('button-correct'), press: { verb: 'correct', code } }]] : []
}

function invitation(voice: Voice, { code, verdict }: StatusCardView, offer: Offer): (string | undefined)[] {
  if (offer.paused !== undefined)
    return [voice.html('card-paused', { code }), noteLine(voice, offer.paused), voice.html('prepare-short')]
  const offered = offerKey(offer)
  if (verdict?.outcome !== 'retry')
    return [voice.html('card-invited', { code }), voice.html(offered, { minutes: offer.wait ?? 0 }), voice.html('prepare-short')]
  const [first] = verdict.reasons
  const nothing = offered === 'offer-none' ? voice.html(offered) : undefined
  return [voice.html('card-again', { code }), first && adviceLine(voice, first), nothing]
}

function offerKey({ times, now, wait }: Offer): string {
  const how = now ? 'now' : wait === undefined ? undefined : 'wait'
  if (times.length > 0) return how ? `offer-${how}` : 'offer-times'
  return how ? `offer-${how}-only` : 'offer-none'
}

/** Which clock the buttons speak of. Where that is not known to be the reader's, how to change it. */
function zoneLine(voice: Voice, { times }: Offer): string | undefined {
  const [first] = times
  return first && voice.html(voice.zoneKnown ? 'offer-zone' : 'offer-zone-unknown', { zone: voice.zone(first) })
}

/** Begin at once, or wait in line for it; undefined while nobody is online. */
export function nowButton(voice: Voice, of: { code: string; version: number }, { now, wait }: Pick<Offer, 'now' | 'wait'>) {
  const press = { verb: 'now', code: of.code, version: String(of.version) } as const
  if (now) return { label: voice.label('button-now'), press, style: 'primary' } satisfies Button
  return wait === undefined ? undefined : ({ label: voice.label('button-queue-now'), press } satisfies Button)
}

/** For a reader whose own zone is not known. */
export const zoneButton = (voice: Voice): Button => ({ label: voice.label('button-zone'), press: { verb: 'zone' } })

function offerRows(voice: Voice, card: StatusCardView, offer: Offer): Button[][] {
  const { times, more } = offer
  const { code, version } = card
  const at = { code, version: String(version) }
  const rows: Button[] = times.map(time => ({
    label: voice.shortTime(time),
    press: { verb: 'book', ...at, time: encodeTime(time) },
  }))
  const now = nowButton(voice, card, offer)
  if (now) rows.unshift(now)
  if (more) rows.push({ label: voice.label('button-more-days'), press: { verb: 'days', code, purpose: 'book' } })
  if (times.length > 0 && !voice.zoneKnown) rows.push(zoneButton(voice))
  if (rows.length === 0) rows.push({ label: voice.label('button-look-again'), press: { verb: 'card', code } })
  const wish = times.length === 0 || card.wantsEarlier ? [wishRow(voice, card)] : []
  return [...rows.map(button => [button]), ...wish]
}

/** When and with whom, how to prepare, and the way in once it is open. */
export function renderBooked(voice: Voice, card: StatusCardView): Rendered {
  const { code, booking } = card
  if (!booking) return { html: voice.html('card-booked', { code }), buttons: [] }
  const { startsAt, reviewerName, url, changeable } = booking
  const time = voice.time(startsAt)
  const html = lines(
    voice.html('card-booked', { code }),
    reviewerName ? voice.html('booked-with', { time, reviewer: reviewerName }) : voice.html('booked-at', { time }),
    voice.html('prepare-short'),
    url ? voice.html('booked-open') : (languageLine(voice, booking) ?? (changeable ? voice.html('booked-later') : undefined)),
  )
  // before the call opens, rehearsing is the thing to do
  const rehearse = url ? [] : rehearseRows(voice, card.rehearsalUrl)
  const wish = card.isEarliest && !card.wantsEarlier ? [] : [wishRow(voice, card)]
  const rows = [...rehearse, ...(changeable ? [changeRow(voice, code, booking.version), ...wish] : [])]
  if (url) return withLink(html, [...joinRows(voice, url, booking.miniAppUrl), ...rows])
  return rehearse.length > 0 ? withLink(html, rows) : { html, buttons: rows }
}

function languageLine(voice: Voice, { otherLanguages = [] }: NonNullable<StatusCardView['booking']>): string | undefined {
  const [spoken] = otherLanguages
  return spoken && voice.html('booked-language', { language: voice.label(`spoken-${spoken}`) })
}

/** The call is on: the way back into it after a break. */
export function renderReviewing(voice: Voice, { code, booking, promise }: StatusCardView): Rendered {
  const url = booking?.url
  const head = voice.html('card-reviewing', { code })
  const due = promise
    ? promise.late
      ? voice.html('promise-late')
      : voice.html('reviewing-due', { time: voice.time(promise.dueAt) })
    : undefined
  if (!url) return { html: lines(head, due ?? voice.html('reviewing-next')), buttons: [] }
  return withLink(lines(head, voice.html('reviewing-open'), due), [
    [{ label: voice.label('button-back-to-call'), url, style: 'primary' }],
  ])
}

export function changeRow(voice: Voice, code: string, version: number): Button[] {
  const booked = String(version)
  return [
    { label: voice.label('button-move'), press: { verb: 'move', code, booked } },
    { label: voice.label('button-cancel'), press: { verb: 'cancel', code, booked } },
  ]
}

/** Into the call, and beside it the same inside the messenger, where it can do that. */
export const joinRows = (voice: Voice, url: string, miniAppUrl: string | undefined): Button[][] => [
  [joinButton(voice, url)],
  ...(miniAppUrl ? [[{ label: voice.label('button-join-here'), url: miniAppUrl, inChat: true as const }]] : []),
]

export const joinButton = (voice: Voice, url: string): Button => ({ label: voice.label('button-join'), url, style: 'success' })
