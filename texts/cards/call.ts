import type { MissedFault } from '../../core/message/kinds.ts'
import type { MessageView, MissedOffer } from '../../core/message/view.ts'
import type { Button } from '../keyboard.ts'
import { encodeTime } from '../press.ts'
import { changeRow, joinButton, joinRows } from './booking.ts'
import { prepareLine, rehearseRows } from './rehearsal.ts'
import { lines, type Rendered, type Voice, withLink } from './voice.ts'

type View<K extends MessageView['kind']> = Extract<MessageView, { kind: K }>

/** Only the last one carries the link; before it opens there is time to move, and to rehearse. */
export function renderReminder(voice: Voice, view: View<'reminder'>): Rendered {
  const { code, version, confirmed, rehearsal } = view
  const head = lines(voice.html(`reminder-${view.reminder}`), voice.html('starts-at', { time: voice.time(view.startsAt) }))
  if (view.reminder === 'ten') {
    const how = rehearsal.failed?.length ? prepareLine(voice, rehearsal) : voice.html('call-how')
    return withLink(lines(head, how, voice.html('call-private')), joinRows(voice, view.url, view.miniAppUrl))
  }
  const isReady = rehearsal.failed?.length === 0
  const rehearse = isReady ? [] : rehearseRows(voice, rehearsal.url)
  const rendered = isReady ? asIs : withLink
  if (view.reminder === 'day' && !confirmed) {
    const booked = String(version)
    const come: Button = { label: voice.label('button-come'), press: { verb: 'come', code, booked }, style: 'primary' }
    const move: Button = { label: voice.label('button-move'), press: { verb: 'move', code, booked } }
    const html = lines(head, prepareLine(voice, rehearsal), voice.html('reminder-come'))
    return rendered(html, [[come, move], ...rehearse])
  }
  const html = lines(head, prepareLine(voice, rehearsal), voice.html('reminder-change'))
  return rendered(html, [...rehearse, changeRow(voice, code, version)])
}

const asIs = (html: string, buttons: Button[][]): Rendered => ({ html, buttons })

export function renderReviewerHere(voice: Voice, { url, miniAppUrl }: View<'reviewer-here'>): Rendered {
  return withLink(voice.html('reviewer-here'), joinRows(voice, url, miniAppUrl))
}

/** The digits first, so that the notification shows them; not to be passed on. */
export function renderSpokenCode(voice: Voice, { digits, until }: View<'spoken-code'>): Rendered {
  return {
    html: lines(voice.html('spoken-code', { digits }), voice.html('spoken-code-how', { until: voice.time(until) })),
    buttons: [],
    protect: true,
  }
}

export function renderNudge(voice: Voice, { url, startsAt }: View<'nudge'>): Rendered {
  const html = lines(voice.html('nudge'), voice.html('starts-at', { time: voice.time(startsAt) }), voice.html('nudge-next'))
  return withLink(html, [[joinButton(voice, url)]])
}

const missedKeys: Record<MissedFault, string> = {
  applicant: 'missed-applicant',
  us: 'missed-us',
  'missed-by-reviewer': 'missed-us',
  'cancelled-by-us': 'missed-us-away',
  technical: 'missed-technical',
  'no-verdict': 'missed-no-verdict',
}

/** What became of the call, and the way on: a time that is kept, or the nearest ones, on the first buttons. */
export function renderMissed(voice: Voice, view: View<'missed'>): Rendered {
  const { fault, last, code, held, offer, none } = view
  const head = voice.html(missedKeys[fault], { code })
  if (last) return { html: lines(head, voice.html('missed-last'), voice.html('hold-next')), buttons: [] }
  const again: Button = { label: voice.label('button-book-again'), press: { verb: 'card', code } }
  const counts = fault === 'applicant' ? voice.html('missed-counts') : undefined
  if (!held && offer) return renderMissedOffer(voice, lines(head, counts), code, offer)
  const next = none ? 'offer-none' : 'missed-next'
  if (!held) return { html: lines(head, counts, voice.html(next)), buttons: [[{ ...again, style: 'primary' }]] }
  const { startsAt, until, version } = held
  const take: Button = {
    label: voice.shortTime(startsAt),
    press: { verb: 'book', code, version: String(version), time: encodeTime(startsAt) },
    style: 'primary',
  }
  return {
    html: lines(head, voice.html('missed-held', { time: voice.time(startsAt), until: voice.time(until) })),
    buttons: [[take], [again]],
  }
}

function renderMissedOffer(voice: Voice, html: string, code: string, { times, more, version }: MissedOffer): Rendered {
  const [first = ''] = times
  const rows: Button[] = times.map(time => ({
    label: voice.shortTime(time),
    press: { verb: 'book', code, version: String(version), time: encodeTime(time) },
  }))
  if (more) rows.push({ label: voice.label('button-more-days'), press: { verb: 'days', code, purpose: 'book' } })
  return { html: lines(html, voice.html('missed-pick', { zone: voice.zone(first) })), buttons: rows.map(button => [button]) }
}

export function renderReviewerChanged(voice: Voice, { url }: View<'reviewer-changed'>): Rendered {
  return withLink(voice.html('reviewer-changed'), [[joinButton(voice, url)]])
}

/** The link before it is worth nothing any more. */
export function renderLinkReplaced(voice: Voice, { code, startsAt, url }: View<'link-replaced'>): Rendered {
  const html = lines(voice.html('link-replaced', { code }), voice.html('starts-at', { time: voice.time(startsAt) }))
  return withLink(lines(html, voice.html('call-private')), [[joinButton(voice, url)]])
}

/** The page was closed, and the reviewer asks for a little patience. */
export function renderTwoMoreMinutes(voice: Voice, { url, until }: View<'two-more-minutes'>): Rendered {
  return withLink(voice.html('two-more-minutes', { until: voice.time(until) }), [[joinButton(voice, url)]])
}

export function renderRunningOver(voice: Voice, { url }: View<'running-over'>): Rendered {
  return withLink(voice.html('running-over'), [[joinButton(voice, url)]])
}

/** To the reviewer: the link has been used, and is being used elsewhere. */
export function renderOtherBrowser(voice: Voice, { ask, code, browser }: View<'other-browser'>): Rendered {
  const about = code ?? atBlindReview
  return {
    html: voice.html('other-browser', { code: doorName(voice, about), browser: browser || voice.label('other-browser-unknown') }),
    buttons: [
      [{ label: voice.label('button-browser-yes'), press: { verb: 'browser-yes', code: about, ask }, style: 'primary' }],
      [{ label: voice.label('button-browser-no'), press: { verb: 'browser-no', code: about, ask } }],
    ],
  }
}

const atBlindReview = 'blind'

/** What a link that signs in leads to: a case's code, or a blind review, of which the code is not told. */
export const doorName = (voice: Voice, about: string): string => (about === atBlindReview ? voice.label('door-blind') : about)

export function renderOtherDevice(voice: Voice, { ask, code }: View<'other-device'>): Rendered {
  return {
    html: voice.html('other-device'),
    buttons: [
      [
        { label: voice.label('button-device-yes'), press: { verb: 'device-yes', code, ask }, style: 'primary' },
        { label: voice.label('button-device-no'), press: { verb: 'device-no', code, ask } },
      ],
    ],
  }
}
