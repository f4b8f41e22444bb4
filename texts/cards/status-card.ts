import type { StatusCardView } from '../../core/message/view.ts'
import type { Button } from '../keyboard.ts'
import { renderBooked, renderInvited, renderReviewing } from './booking.ts'
import { adviceLine, approvedNext, conditionButtons, conditionLines, holdText, reasonText, rejectedNext } from './verdict.ts'
import { lines, type Rendered, type Voice, withLink } from './voice.ts'

type Draw = (voice: Voice, card: StatusCardView) => Rendered

const drawings: Record<StatusCardView['state'], Draw> = {
  draft: (voice, card) =>
    plainCard(voice, card, { label: voice.label('button-continue'), press: { verb: 'apply' }, style: 'primary' }),
  submitted: withDevice,
  invited: renderInvited,
  booked: renderBooked,
  reviewing: renderReviewing,
  confirming: renderPromised,
  conditional: renderConditional,
  rejected: renderRejected,
  appealed: renderPromised,
  approved: renderApproved,
  withdrawn: (voice, card) => plainCard(voice, card, applyAgain(voice)),
  lapsed: (voice, card) => plainCard(voice, card, applyAgain(voice)),
}

/** The one card of a case: what is so, and the one thing to do now. */
export function renderStatusCard(voice: Voice, card: StatusCardView): Rendered {
  return drawings[card.state](voice, card)
}

function plainCard(voice: Voice, { state, code }: StatusCardView, button?: Button): Rendered {
  return { html: voice.html(`card-${state}`, { code }), buttons: button ? [[button]] : [] }
}

function withDevice(voice: Voice, card: StatusCardView): Rendered {
  const head = voice.html(`card-${card.state}`, { code: card.code })
  return { html: lines(head, deviceLine(voice, card), voice.html('prepare-short')), buttons: [] }
}

function renderApproved(voice: Voice, card: StatusCardView): Rendered {
  const [next, button] = approvedNext(voice, card.verdict?.continueUrl)
  const deposit = card.verdict?.conditions?.deposit
  const agreed = deposit && lines(...conditionLines(voice, { deposit }))
  const html = lines(voice.html('card-approved', { code: card.code }), deviceLine(voice, card), agreed, next)
  return { html, buttons: button ? [[button]] : [], quietLinks: true }
}

/** The first reason in full; more of them stand in the verdict's own message. */
function renderRejected(voice: Voice, card: StatusCardView): Rendered {
  const head = voice.html('card-rejected', { code: card.code })
  if (!card.verdict) {
    const outcome = card.againAt ? 'rejected' : 'rejected-for-good'
    const [next, ...buttons] = rejectedNext(voice, card.code, { outcome, ...(card.againAt ? { againAt: card.againAt } : {}) })
    return { html: lines(head, voice.html('rejected-unexplained'), next), buttons: buttons.map(button => [button]) }
  }
  const [first, ...others] = card.verdict.reasons
  const [next, ...buttons] = rejectedNext(voice, card.code, card.verdict)
  const more =
    others.length > 0
      ? voice.html('rejected-more', { count: others.length })
      : first && adviceLine(voice, first, card.verdict.appealUntil !== undefined)
  const html = lines(head, first && reasonText(voice, first), more, next)
  const rows = buttons.map(button => [button])
  return card.verdict.proof ? withLink(html, rows) : { html, buttons: rows }
}

/** Somebody owes an answer: what happens now, and by when. */
function renderPromised(voice: Voice, card: StatusCardView): Rendered {
  const { state, code, hold, promise } = card
  const due =
    promise && (promise.late ? voice.html('promise-late') : voice.html('promise-by', { time: voice.time(promise.dueAt) }))
  if (hold) return { html: lines(voice.html('card-hold', { code }), holdText(voice, hold), due), buttons: [] }
  return { html: lines(voice.html(`card-${state}`, { code }), due), buttons: [] }
}

/** What is to be agreed to, and the two answers. */
function renderConditional(voice: Voice, { code, version, verdict }: StatusCardView): Rendered {
  const time = voice.time(verdict?.acceptUntil ?? voice.now.toISOString())
  const conditions = verdict?.conditions ? conditionLines(voice, verdict.conditions) : []
  // the time is over, and the sweep has not come by yet: a button would only be refused
  if (verdict?.acceptUntil !== undefined && Date.parse(verdict.acceptUntil) <= voice.now.getTime())
    return { html: lines(voice.html('card-conditional', { code, time }), voice.html('conditional-over')), buttons: [] }
  const buttons = conditionButtons(voice, code, version).map(button => [button])
  return { html: lines(voice.html('card-conditional', { code, time }), ...conditions), buttons }
}

const applyAgain = (voice: Voice): Button => ({
  label: voice.label('button-apply-again'),
  press: { verb: 'apply' },
  style: 'primary',
})

function deviceLine(voice: Voice, { device, termMonths }: StatusCardView): string | undefined {
  return device && termMonths ? voice.html('card-device', { device: voice.device(device), months: termMonths }) : undefined
}
