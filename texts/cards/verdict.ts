import type { VerdictView } from '../../core/message/view.ts'
import type { Button } from '../keyboard.ts'
import { lines, type Rendered, type Voice } from './voice.ts'

/** What was decided, why, what helps, and how it goes on. As long as its reasons need. */
export function renderVerdict(voice: Voice, view: VerdictView): Rendered {
  const head = voice.html(`verdict-${view.outcome}`, { code: view.code })
  const reasons = view.reasons.map(code => reasonBlock(voice, code))
  const [next, button] = whatNext(voice, view)
  return { html: [head, ...reasons, next].join('\n\n'), buttons: button ? [[button]] : [], quietLinks: true }
}

function reasonBlock(voice: Voice, code: string): string {
  return lines(reasonText(voice, code), adviceLine(voice, code))
}

function whatNext(voice: Voice, view: VerdictView): [text: string, button?: Button] {
  switch (view.outcome) {
    case 'approved':
      return approvedNext(voice, view.continueUrl)
    case 'retry':
      if (view.hold) return [lines(holdText(voice, view.hold), voice.html('hold-next'))]
      return [
        voice.html('verdict-retry-next'),
        { label: voice.label('button-book-again'), press: { verb: 'card', code: view.code }, style: 'primary' },
      ]
    case 'rejected':
      return againNext(voice, view.againAt)
  }
}

/** On to the contract, by a button where the way is known. */
export function approvedNext(voice: Voice, continueUrl: string | undefined): [text: string, button?: Button] {
  if (continueUrl === undefined) return [voice.html('approved-next')]
  return [voice.html('approved-next-link'), { label: voice.label('button-rental'), url: continueUrl, style: 'success' }]
}

/** When a new application is welcome: a date, now, or not any more. */
export function againNext(voice: Voice, againAt: string | undefined): [text: string, button?: Button] {
  if (againAt === undefined) return [voice.html('again-never')]
  if (Date.parse(againAt) > voice.now.getTime()) return [voice.html('again-from', { time: voice.time(againAt) })]
  return [voice.html('again-now'), { label: voice.label('button-apply-again'), press: { verb: 'apply' }, style: 'primary' }]
}

// a verdict outlives the table of reasons: a code that was taken out of it must not silence the message
const reasonKey = (voice: Voice, code: string) => (voice.has(`reason-${code}`) ? `reason-${code}` : 'reason-OTHER')

/** What happened, as the applicant reads it. */
export const reasonText = (voice: Voice, code: string): string => voice.html(reasonKey(voice, code))

/** What helps next time. */
export function adviceLine(voice: Voice, code: string): string {
  return voice.html('verdict-advice', { advice: { html: voice.html(`${reasonKey(voice, code)}.advice`) } })
}

const holdKey = (voice: Voice, hold: string) => (voice.has(`hold-${hold}`) ? `hold-${hold}` : 'hold-other')

export const holdText = (voice: Voice, hold: string): string => voice.html(holdKey(voice, hold))
export const holdForStaff = (voice: Voice, hold: string): { html: string } => ({
  html: voice.html(`${holdKey(voice, hold)}.staff`),
})
