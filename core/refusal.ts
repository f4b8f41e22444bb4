import type { Shift } from './booking/day-windows.ts'
import type { PolicyName } from './desk/policy-rules.ts'
import type { FileProblem } from './device/catalogue-file.ts'

/**
 * Everything that a verb refuses, by code. Three mappers at the edges word it: bot (chat text), api (RFC 9457), jobs (outcome).
 * Details hold what the wording needs, and nothing personal.
 */
export interface RefusalDetails {
  /** no such thing, or not for this actor: the two look alike on purpose */
  'not-found': { what: 'case' | 'booking' | 'staff' | 'device' | 'order' | 'check' | 'file' | 'person' }
  'not-allowed': Record<string, never>
  /** the thing moved on since the button was drawn */
  stale: { state?: string }
  /** near: the option that was most likely meant */
  'answer-invalid': { field: string; problem: string; limit?: number; near?: string }
  'application-incomplete': { field: string }
  'order-expired': Record<string, never>
  'slot-taken': Record<string, never>
  /** inside the lead, or past */
  'too-soon': Record<string, never>
  'nobody-free': Record<string, never>
  /** no time before the one that is booked could become free */
  'nothing-earlier': Record<string, never>
  /** no bookings are taken; `note`: what the admin says about it */
  paused: { note: string }
  'on-hold': { hold: string }
  'too-late': Record<string, never>
  'link-unknown': Record<string, never>
  'link-over': { why: 'moved' | 'cancelled' | 'missed' | 'ended' }
  'too-early': { opensAt: string }
  'wrong-role': Record<string, never>
  /** what a messenger signs for a launch is missing, forged or too old */
  'launch-invalid': Record<string, never>
  'other-device': Record<string, never>
  'other-browser': Record<string, never>
  'check-open': Record<string, never>
  'check-not-passed': Record<string, never>
  'reason-needed': Record<string, never>
  'reason-unfit': { reason: string }
  'not-met': Record<string, never>
  /** the applicant was asked to wait as often as may be */
  'patience-used': Record<string, never>
  // the call
  /** a check cannot pass before this part of it was noted; `noted`: it was, and so that it cannot */
  'parts-open': { part: string; noted: boolean }
  'part-unfit': Record<string, never>
  /** no picture of the applicant came in this booking's calls */
  'no-picture': Record<string, never>
  /** the answer stays closed until it was asked about live */
  'answer-closed': Record<string, never>
  'code-spent': { why: 'none' | 'expired' | 'tries' | 'limit' }
  // what is kept of the identity check
  'capture-invalid': { problem: 'not-a-still' | 'too-small' | 'too-big' }
  /** first typed from the card, then read */
  'entry-first': Record<string, never>
  /** to face comparison: declined, or taken back */
  'no-consent': Record<string, never>
  'proof-needed': { why: 'card-front' | 'card-back' | 'face' | 'entry' | 'comparison' }
  // the verdict
  /** whoever decided first, or before an appeal, cannot be the second */
  'same-person': Record<string, never>
  /** an appeal cannot end worse than what it is about */
  'worse-than-appealed': Record<string, never>
  /** not eligible, or not free at that time */
  'reviewer-busy': Record<string, never>
  'note-needed': Record<string, never>
  'conditions-unfit': { problem: 'none' | 'outcome' | 'deposit' | 'device' | 'term' }
  'appeal-closed': Record<string, never>
  /** `why` as in core/staff/refuse-hours.ts */
  'hours-invalid': { text: string; why: string; shifts?: readonly Shift[]; minutes?: number }
  'away-invalid': Record<string, never>
  'file-invalid': { problems: FileProblem[] }
  'policy-invalid': { setting: string; problem: 'range' | 'order'; other?: PolicyName }
  'last-admin': Record<string, never>
  'claim-refused': Record<string, never>
  'signed-out': Record<string, never>
}
export type RefusalCode = keyof RefusalDetails

/** Thrown by a verb, so that its transaction rolls back; caught by the edge that called it. */
export class Refusal<C extends RefusalCode = RefusalCode> extends Error {
  readonly code: C
  readonly details: RefusalDetails[C]

  constructor(code: C, details: RefusalDetails[C]) {
    super(code)
    this.name = 'Refusal'
    this.code = code
    this.details = details
  }
}

export function refuse<C extends RefusalCode>(code: C, details: RefusalDetails[C]): never {
  throw new Refusal(code, details)
}

/** Narrows a caught value to the refusal with that code. */
export function isRefusal<C extends RefusalCode>(error: unknown, code: C): error is Refusal<C> {
  return error instanceof Refusal && error.code === code
}
