import type { Scope } from '../../db/values.ts'

/** One check of the review: where it belongs, which reason fits when it fails, which answer stands beside it. Titles are in texts (`check-<key>`). */
export interface CheckRule {
  key: string
  step: Scope
  /** offered first when the check failed */
  reason: string
  /** the applicant's answer to compare with */
  field?: string
}

export const checkRules: readonly CheckRule[] = [
  { key: 'card-original', step: 'identity', reason: 'ID_NOT_ORIGINAL' },
  { key: 'card-data', step: 'identity', reason: 'ID_DATA_DIFFER', field: 'documentNumber' },
  { key: 'card-valid', step: 'identity', reason: 'ID_EXPIRED' },
  { key: 'face-match', step: 'identity', reason: 'FACE_NO_MATCH' },
  { key: 'live-movement', step: 'identity', reason: 'LIVE_CODE_FAILED' },
  { key: 'place', step: 'environment', reason: 'ENV_TRADING_PLACE', field: 'address' },
  { key: 'alone', step: 'environment', reason: 'ENV_NOT_ALONE' },
  { key: 'no-stock', step: 'environment', reason: 'ENV_STOCK' },
  { key: 'light-sound', step: 'environment', reason: 'ENV_TOO_DARK' },
  { key: 'purpose', step: 'questions', reason: 'PURPOSE_UNCLEAR', field: 'purpose' },
  { key: 'use-plan', step: 'questions', reason: 'PURPOSE_CONTRADICTS', field: 'usePlan' },
  { key: 'who-asked', step: 'questions', reason: 'PURPOSE_BROKER' },
  { key: 'end-of-term', step: 'questions', reason: 'PURPOSE_UNCLEAR' },
]

/** The checks that a case in this scope has to go through, in order. */
export function checksFor(scope: readonly Scope[]): readonly CheckRule[] {
  return checkRules.filter(rule => scope.includes(rule.step))
}
