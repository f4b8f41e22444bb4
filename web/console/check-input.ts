import type { CheckInput, CheckResult, CheckState } from '../../api/contract.ts'

/** What is sent for a check: a passed one has no reason. */
export function inputOf(check: CheckState, result: CheckResult | null): CheckInput {
  const reason = result && result !== 'passed' ? check.reason : undefined
  return { result, ...(reason && { reason }), ...(check.note && { note: check.note }) }
}

/** Failed or not reached: the reason is asked for. */
export function needsReason({ result }: { result?: CheckResult | null }): boolean {
  return result === 'failed' || result === 'not-reached'
}
