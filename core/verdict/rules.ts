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
}

const both: readonly Outcome[] = ['retry', 'rejected']
const again: readonly Outcome[] = ['retry']
const final: readonly Outcome[] = ['rejected']

export const reasons: readonly Reason[] = [
  { code: 'ID_NOT_ORIGINAL', family: 'ID', outcomes: both, waiting: 7, counts: true },
  { code: 'ID_UNREADABLE', family: 'ID', outcomes: again, waiting: 0, counts: true },
  { code: 'ID_EXPIRED', family: 'ID', outcomes: both, waiting: 30, counts: true },
  { code: 'ID_TAMPERED', family: 'ID', outcomes: final, waiting: 'never', counts: true },
  { code: 'ID_DATA_DIFFER', family: 'ID', outcomes: both, waiting: 30, counts: true },
  { code: 'FACE_NO_MATCH', family: 'FACE', outcomes: final, waiting: 30, counts: true },
  { code: 'FACE_COVERED', family: 'FACE', outcomes: again, waiting: 0, counts: true },
  { code: 'LIVE_CODE_FAILED', family: 'LIVE', outcomes: both, waiting: 7, counts: true },
  { code: 'LIVE_PROMPTED', family: 'LIVE', outcomes: final, waiting: 30, counts: true },
  { code: 'ENV_TOO_DARK', family: 'ENV', outcomes: again, waiting: 1, counts: true },
  { code: 'ENV_TOO_LOUD', family: 'ENV', outcomes: again, waiting: 1, counts: true },
  { code: 'ENV_NOT_ALONE', family: 'ENV', outcomes: both, waiting: 7, counts: true },
  { code: 'ENV_TRADING_PLACE', family: 'ENV', outcomes: final, waiting: 30, counts: true },
  { code: 'ENV_STOCK', family: 'ENV', outcomes: final, waiting: 30, counts: true },
  { code: 'PURPOSE_UNCLEAR', family: 'PURPOSE', outcomes: both, waiting: 7, counts: true },
  { code: 'PURPOSE_CONTRADICTS', family: 'PURPOSE', outcomes: both, waiting: 30, counts: true },
  { code: 'PURPOSE_BROKER', family: 'PURPOSE', outcomes: final, waiting: 'never', counts: true },
  { code: 'PURPOSE_FOR_OTHERS', family: 'PURPOSE', outcomes: final, waiting: 30, counts: true },
  { code: 'HISTORY_DISPUTE', family: 'HISTORY', outcomes: final, waiting: 30, counts: true },
  { code: 'TECH_NETWORK', family: 'TECH', outcomes: again, waiting: 0, counts: false },
  { code: 'TECH_DEVICE', family: 'TECH', outcomes: again, waiting: 0, counts: false },
  { code: 'TECH_OURS', family: 'TECH', outcomes: again, waiting: 0, counts: false },
  { code: 'ATTEND_LEFT', family: 'ATTEND', outcomes: again, waiting: 0, counts: true },
  { code: 'PLACE_DIFFERS', family: 'PLACE', outcomes: both, waiting: 7, counts: true },
]

const byCode = new Map(reasons.map(reason => [reason.code, reason]))

export function findReason(code: string): Reason | undefined {
  return byCode.get(code)
}

/** The longest of the reasons' waits; never beats any number of days. */
export function longestWait(chosen: readonly Reason[]): Waiting {
  let days = 0
  for (const reason of chosen) {
    if (reason.waiting === 'never') return 'never'
    days = Math.max(days, reason.waiting)
  }
  return days
}

/** G6: what stands in the way of this outcome, given the results so far; null when nothing does. */
export function obstacle(
  outcome: Outcome,
  results: readonly (CheckResult | undefined)[],
): 'check-open' | 'check-not-passed' | null {
  if (results.some(result => result === undefined)) return 'check-open'
  if (outcome === 'approved' && results.some(result => result !== 'passed')) return 'check-not-passed'
  return null
}
