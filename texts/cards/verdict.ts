import type { ConditionsView, VerdictView } from '../../core/message/view.ts'
import type { Button } from '../keyboard.ts'
import { rehearseRows } from './rehearsal.ts'
import { lines, type Rendered, type Voice } from './voice.ts'

/** What was decided, why, what helps, and how it goes on. As long as its reasons need. */
export function renderVerdict(voice: Voice, view: VerdictView): Rendered {
  const head = voice.html(headKey(view), { code: view.code })
  const conditions = view.conditions && lines(...conditionLines(voice, view.conditions))
  const [next, ...buttons] = whatNext(voice, view)
  const html = [head, ...reasonBlocks(voice, view.reasons, view.appealUntil !== undefined), conditions, next]
    .filter(part => part !== undefined)
    .join('\n\n')
  return { html, buttons: buttons.map(button => [button]), quietLinks: true, ...(view.proof ? { protect: true } : {}) }
}

function headKey({ appealed, outcome, hold, unreviewed }: VerdictView): string {
  if (appealed) return `appeal-${outcome}`
  if (unreviewed && outcome.startsWith('rejected')) return `verdict-${outcome}-unreviewed`
  // held after the attempts allowed: a person decides, and nothing is repeated for now
  return outcome === 'retry' && hold ? 'verdict-retry-held' : `verdict-${outcome}`
}

/** Two reasons may have the same neutral words, or the same advice: each is said once. */
function reasonBlocks(voice: Voice, codes: readonly string[], appeal: boolean): string[] {
  const said = new Set<string>()
  const once = (words: string) => {
    if (said.has(words)) return undefined
    said.add(words)
    return words
  }
  return codes
    .map(code => lines(once(reasonText(voice, code)), once(adviceLine(voice, code, appeal))))
    .filter(block => block !== '')
}

type Next = [text: string, ...buttons: Button[]]

function whatNext(voice: Voice, view: VerdictView): Next {
  switch (view.outcome) {
    case 'approved':
      return approvedNext(voice, view.continueUrl)
    case 'conditional':
      return conditionalNext(voice, view)
    case 'retry':
      if (view.hold) return [lines(holdText(voice, view.hold), voice.html('hold-next'))]
      return [
        voice.html('verdict-retry-next'),
        { label: voice.label('button-book-again'), press: { verb: 'card', code: view.code }, style: 'primary' },
      ]
    case 'rejected':
    case 'rejected-for-good': {
      const [text, ...buttons] = rejectedNext(voice, view.code, view)
      const appeal = view.appealUntil && view.outcome === 'rejected' ? appealLine(voice, view.appealUntil) : undefined
      return [lines(text, appeal), ...buttons]
    }
  }
}

const appealLine = (voice: Voice, until: string): string => voice.html('appeal-until', { time: voice.time(until) })

/** When to apply again, and the appeal as the other way. */
export function rejectedNext(
  voice: Voice,
  code: string,
  view: Pick<VerdictView, 'outcome' | 'againAt' | 'appealUntil' | 'proof'>,
): Next {
  const { outcome, againAt, appealUntil, proof } = view
  const isNow = againAt !== undefined && Date.parse(againAt) <= voice.now.getTime()
  const apply: Button = { label: voice.label('button-apply-again'), press: { verb: 'apply' }, style: 'primary' }
  const appeal: Button = { label: voice.label('button-appeal'), press: { verb: 'appeal', code } }
  const rehearse = !isNow && proof ? rehearseRows(voice, proof.url, 'shortens').flat() : []
  const buttons = [...(isNow ? [apply] : rehearse), ...(appealUntil ? [appeal] : [])]
  if (outcome === 'rejected-for-good' && appealUntil)
    return [voice.html('again-never-appeal', { time: voice.time(appealUntil) }), ...buttons]
  if (againAt === undefined) return [voice.html('again-never'), ...buttons]
  return [isNow ? voice.html('again-now') : waitLine(voice, againAt, proof), ...buttons]
}

/** Until when to wait, and what a passed rehearsal would change in that. */
function waitLine(voice: Voice, againAt: string, proof: VerdictView['proof']): string {
  const time = voice.time(againAt)
  if (!proof) return voice.html('again-from', { time })
  if (Date.parse(proof.againAt) <= voice.now.getTime()) return voice.html('again-from-proof-now', { time })
  return voice.html('again-from-proof', { time, sooner: voice.time(proof.againAt) })
}

/** On to the contract, by a button where the way is known. */
export function approvedNext(voice: Voice, continueUrl: string | undefined): Next {
  if (continueUrl === undefined) return [voice.html('approved-next')]
  return [voice.html('approved-next-link'), { label: voice.label('button-rental'), url: continueUrl, style: 'success' }]
}

function conditionalNext(voice: Voice, { code, acceptUntil, version }: VerdictView): Next {
  if (acceptUntil === undefined || version === undefined) return [voice.html('conditional-over')]
  return [voice.html('conditional-next', { time: voice.time(acceptUntil) }), ...conditionButtons(voice, code, version)]
}

export function conditionButtons(voice: Voice, code: string, version: number): Button[] {
  return [
    { label: voice.label('button-accept'), press: { verb: 'accept', code, version: String(version) }, style: 'success' },
    { label: voice.label('button-decline'), press: { verb: 'decline', code, version: String(version) } },
  ]
}

/** Each condition with its figures, beside what it would be without. */
export function conditionLines(voice: Voice, { deposit, device, term }: ConditionsView): string[] {
  return [
    ...(deposit ? [voice.html('condition-deposit', { from: voice.money(deposit.from), to: voice.money(deposit.to) })] : []),
    ...(device
      ? [voice.html('condition-device', { device: voice.device(device.to), rent: voice.money(device.monthlyRentFen) })]
      : []),
    ...(term ? [voice.html('condition-term', { from: term.from, to: term.to })] : []),
  ]
}

// a verdict outlives the table of reasons: a code that was taken out of it must not silence the message
const reasonKey = (voice: Voice, code: string) => (voice.has(`reason-${code}`) ? `reason-${code}` : 'reason-OTHER')

/** What happened, as the applicant reads it. */
export const reasonText = (voice: Voice, code: string): string => voice.html(reasonKey(voice, code))

/** The short name, for staff. */
export const reasonTitle = (voice: Voice, code: string): string => voice.label(`${reasonKey(voice, code)}.title`)

/** What helps next time; to appeal only while that is possible. */
export function adviceLine(voice: Voice, code: string, appeal = false): string {
  return voice.html('verdict-advice', {
    advice: { html: voice.html(`${reasonKey(voice, code)}.advice`, { appeal: appeal ? 'yes' : 'no' }) },
  })
}

const holdKey = (voice: Voice, hold: string) => (voice.has(`hold-${hold}`) ? `hold-${hold}` : 'hold-other')

export const holdText = (voice: Voice, hold: string): string => voice.html(holdKey(voice, hold))
export const holdForStaff = (voice: Voice, hold: string): { html: string } => ({
  html: voice.html(`${holdKey(voice, hold)}.staff`),
})
