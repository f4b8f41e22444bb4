import type { CheckResult, Outcome } from '../../db/values.ts'

/** Days of waiting before a new application; `never` closes the door. */
export type Waiting = number | 'never'

/**
 * One reason of a verdict, as data. What the applicant reads and the advice stand in texts (`reason-<CODE>` with `.title`, `.advice`).
 * Waiting and counting follow the policy defaults of the domain: technical 0, light and noise 1, unclear purpose 7, mismatch 30.
 */
export interface Reason {
  code: string
  family: 'ID' | 'FACE' | 'LIVE' | 'ENV' | 'PURPOSE' | 'HISTORY' | 'TECH' | 'ATTEND' | 'PLACE'
  outcomes: readonly Outcome[]
  waiting: Waiting
  /** whether the attempt counts against the applicant */
  counts: boolean
  /** who may use it: any reviewer, or an admin alone, or whoever decides an appeal */
  by: 'reviewer' | 'admin' | 'appeal'
  /** a rejection for good with it needs a second pair of eyes */
  fourEyes: boolean
  /** what proof, made after the verdict, ends the wait before its time */
  shortenedBy: 'rehearsal' | null
  /** answers that were wrong, and are asked again in a new application */
  asks: readonly string[]
}

type Row = [code: string, outcomes: string, waiting: Waiting, asks?: string, by?: Reason['by']]

/** What a letter in the table stands for. Escalation takes every reason: what made the reviewer ask. */
const byLetter: Record<string, Outcome> = { c: 'conditional', r: 'retry', d: 'rejected', g: 'rejected-for-good' }

/** Both sides of the document's picture. */
const card = 'cardPhoto cardPhotoBack'

/** outcomes: c with conditions, r retry, d rejected with a date, g for good. waiting: in days, of a rejection with a date. */
const table: readonly Row[] = [
  ['ID_NOT_ORIGINAL', 'rd', 7, card],
  ['ID_UNREADABLE', 'rd', 1, card],
  ['ID_EXPIRED', 'rd', 30, `documentNumber documentExpiry ${card}`],
  ['ID_TAMPERED', 'g', 'never'],
  ['ID_DATA_DIFFER', 'rd', 30, `name documentNumber birthDate documentExpiry ${card}`],
  ['FACE_NO_MATCH', 'dg', 30, card],
  ['FACE_COVERED', 'r', 0],
  ['FACE_FILTER', 'r', 0],
  ['LIVE_CODE_FAILED', 'rd', 7],
  ['LIVE_PROMPTED', 'dg', 30],
  ['LIVE_NOT_LIVE', 'dg', 30],
  ['ENV_TOO_DARK', 'rd', 1],
  ['ENV_TOO_LOUD', 'rd', 1],
  ['ENV_NOT_ALONE', 'rd', 7],
  ['ENV_TRADING_PLACE', 'dg', 30],
  ['ENV_STOCK', 'dg', 30],
  ['PURPOSE_UNCLEAR', 'rd', 7, 'purpose usePlan'],
  ['PURPOSE_CONTRADICTS', 'rd', 30, 'purpose usePlan'],
  ['PURPOSE_BROKER', 'g', 'never'],
  ['PURPOSE_FOR_OTHERS', 'dg', 30, 'purpose deviceUser deviceUserWho usePlan'],
  ['PURPOSE_FIT', 'c', 0],
  ['HISTORY_DISPUTE', 'd', 30],
  ['HISTORY_DUPLICATE', 'dg', 30],
  ['HISTORY_ATTEMPTS', 'd', 7, '', 'admin'],
  ['HISTORY_BLOCKED', 'g', 'never', '', 'admin'],
  ['HISTORY_FIRST_RENTAL', 'c', 0],
  ['HISTORY_OTHER_RENTALS', 'c', 0],
  ['HISTORY_APPEAL_CALL', 'r', 0, '', 'appeal'],
  ['TECH_NETWORK', 'r', 0],
  ['TECH_DEVICE', 'r', 0],
  ['TECH_OURS', 'r', 0],
  ['ATTEND_LEFT', 'rd', 1],
  ['ATTEND_LATE', 'r', 0],
  ['ATTEND_REVIEWER', 'r', 0],
  ['PLACE_DIFFERS', 'rd', 7, 'province city district address'],
]

/** Our fault, the line's, or nobody's: an attempt with one of these alone costs nothing. */
const uncounted = new Set(['TECH_NETWORK', 'TECH_DEVICE', 'TECH_OURS', 'ATTEND_REVIEWER', 'HISTORY_APPEAL_CALL'])
/** What can be seen at a rehearsal, and mended by the applicant alone: too little light, a card out of focus. */
const provenByRehearsal = new Set(['ENV_TOO_DARK', 'ID_UNREADABLE'])
/** About what the application says: after a retry for one of these, what `asks` names can be corrected before the new call. */
const aboutAnswers = new Set(['ID_EXPIRED', 'ID_DATA_DIFFER', 'PURPOSE_CONTRADICTS', 'PLACE_DIFFERS'])
const fourEyesFamilies: ReadonlySet<string> = new Set(['ID', 'FACE', 'PURPOSE'])

export const reasons: readonly Reason[] = table.map(([code, letters, waiting, asks = '', by = 'reviewer']) => {
  // guarantee: the table above holds families and fields of the types only (a test reads it row by row)
  const family = code.slice(0, code.indexOf('_')) as Reason['family']
  return {
    code,
    family,
    outcomes: [...[...letters].flatMap(letter => byLetter[letter] ?? []), 'escalated'],
    waiting,
    counts: !uncounted.has(code),
    shortenedBy: provenByRehearsal.has(code) ? 'rehearsal' : null,
    by,
    fourEyes: fourEyesFamilies.has(family),
    asks: asks.split(' ').filter(Boolean),
  }
})

const byCode = new Map(reasons.map(reason => [reason.code, reason]))

export function findReason(code: string): Reason | undefined {
  return byCode.get(code)
}

/** The longest of the reasons' waits in days; a code of the catalogue that never ends counts no days here. */
export function longestWait(chosen: readonly Reason[]): number {
  return Math.max(0, ...chosen.map(({ waiting }) => (waiting === 'never' ? 0 : waiting)))
}

/** What a new application asks again after a verdict with these reasons; every other answer can be kept. */
export function fieldsToAskAgain(codes: readonly string[]): string[] {
  return [...new Set(codes.flatMap(code => findReason(code)?.asks ?? []))]
}

/** What the applicant may correct between a retry with these reasons and the new call. */
export function fieldsToCorrect(codes: readonly string[]): string[] {
  return fieldsToAskAgain(codes.filter(code => aboutAnswers.has(code)))
}

/** An approval, with conditions or without: every check must have passed. */
export const leadsToContract = (outcome: Outcome): boolean => outcome === 'approved' || outcome === 'conditional'

/** G6: what stands in the way of this outcome, given the results so far; null when nothing does. */
export function obstacle(
  outcome: Outcome,
  results: readonly (CheckResult | undefined)[],
): 'check-open' | 'check-not-passed' | null {
  if (results.some(result => result === undefined)) return 'check-open'
  if (leadsToContract(outcome) && results.some(result => result !== 'passed')) return 'check-not-passed'
  return null
}
