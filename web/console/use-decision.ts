import { useEffect, useState } from 'preact/hooks'
import type { CaseFile, CheckState, Conditions, Outcome, Preview, ReasonChoice } from '../../api/contract.ts'
import { randomUuid } from '../room/device-id.ts'
import { api } from '../room/http.ts'
import { needsReason } from './check-input.ts'

export interface DecisionState {
  outcome: Outcome | null
  choices: ReasonChoice[]
  chosen: ReasonChoice[]
  conditions: Conditions
  note: string
  mayApprove: boolean
  /** everything that the outcome needs is there, but for a note where one is asked for */
  complete: boolean
  preview: Preview | null
  setOutcome(outcome: Outcome): void
  pick(codes: string[]): void
  setConditions(conditions: Conditions): void
  setNote(note: string): void
  /** as the API takes it */
  body(): object
}

const settleMs = 250
const hasAny = (conditions: Conditions) => Object.keys(conditions).length > 0

/** What somebody is about to decide, in whichever of the three places; the API has the last word on all of it. */
export function useDecision(file: CaseFile, checks: CheckState[]): DecisionState {
  const [outcome, setOutcome] = useState<Outcome | null>(null)
  const [picked, pick] = useState<string[] | null>(null)
  const [conditions, setConditions] = useState<Conditions>({})
  const [note, setNote] = useState('')
  const [idempotencyKey] = useState(randomUuid)
  const mayApprove = checks.length > 0 && checks.every(check => check.result === 'passed')
  const choices = outcome ? file.reasons.filter(reason => reason.outcomes.includes(outcome)) : []
  const found = checks.flatMap(check => (needsReason(check) && check.reason ? [check.reason] : []))
  const chosen = choices.filter(reason => (picked ?? found).includes(reason.code))
  const leads = outcome === 'approved' || outcome === 'conditional'
  const complete =
    outcome !== null &&
    (!leads || mayApprove) &&
    (outcome === 'approved' || chosen.length > 0) &&
    (outcome !== 'conditional' || hasAny(conditions))
  const reasons = outcome === 'approved' ? [] : chosen.map(reason => reason.code)
  const said = { outcome, reasons, ...(outcome === 'conditional' && { conditions }) }
  const preview = usePreview(file.caseCode, outcome === null || outcome === 'escalated' ? null : JSON.stringify(said))
  return {
    ...{ outcome, choices, chosen, conditions, note, mayApprove, complete, preview },
    ...{ setOutcome, pick, setConditions, setNote },
    body: () => ({ ...said, ...(note.trim() && { note: note.trim() }), idempotencyKey }),
  }
}

/** The very message, as the desk would send it now. */
function usePreview(code: string, body: string | null): Preview | null {
  const [preview, setPreview] = useState<Preview | null>(null)
  useEffect(() => {
    if (body === null) return setPreview(null)
    let isWanted = true
    const timer = setTimeout(async () => {
      const path = `/api/console/cases/${encodeURIComponent(code)}/preview`
      const next = await api<Preview>(path, { method: 'POST', body: JSON.parse(body) }).catch(() => null)
      if (isWanted) setPreview(next)
    }, settleMs)
    return () => {
      isWanted = false
      clearTimeout(timer)
    }
  }, [code, body])
  return preview
}
