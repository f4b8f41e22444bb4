import type { CheckInput, CheckResult, CheckState, PartState } from '../../api/contract.ts'

/** What is sent for a check: a passed one has no reason; one that did not pass has the one chosen, or else what its parts speak for. */
export function inputOf(check: CheckState, result: CheckResult | null): CheckInput {
  const reason = result && result !== 'passed' ? (check.reason ?? suggestedReason(check, result)) : undefined
  return { result, ...(reason && { reason }), ...(check.note && { note: check.note }) }
}

/** Failed or not reached: the reason is asked for. */
export function needsReason({ result }: { result?: CheckResult | null }): boolean {
  return result === 'failed' || result === 'not-reached'
}

const chosen = (part: PartState) => part.values.find(({ value }) => value === part.value)

/** What was noted at a part speaks for a reason; only a technical one explains that a check was not reached. */
function suggestedReason({ parts }: CheckState, result: CheckResult): string | undefined {
  const suggested = parts.flatMap(part => chosen(part)?.suggests ?? []).filter(suggests => suggests !== 'passed')
  return suggested.find(reason => reason.startsWith('TECH_') === (result === 'not-reached'))
}

/** The first part that keeps the check from passing: not noted yet, or noted so that it cannot. */
export function obstacleOf({ parts }: CheckState): PartState | undefined {
  return parts.find(part => chosen(part) === undefined || chosen(part)?.blocks)
}

/** What the parts speak for together: passed where every one does, `not-passed` where one speaks against it, nothing while one is open. */
export function leaningOf({ parts }: CheckState): 'passed' | 'not-passed' | undefined {
  if (parts.length === 0) return undefined
  const suggested = parts.map(part => chosen(part)?.suggests)
  if (suggested.some(one => one !== undefined && one !== 'passed')) return 'not-passed'
  return suggested.every(one => one === 'passed') ? 'passed' : undefined
}
