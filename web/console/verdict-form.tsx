import { useState } from 'preact/hooks'
import type { CaseFile, CheckState, Outcome } from '../../api/contract.ts'
import { randomUuid } from '../room/device-id.ts'
import { type ApiError, api, asApiError } from '../room/http.ts'
import { t } from '../room/texts.ts'
import { needsReason } from './check-input.ts'
import { ProblemNote } from './problem-note.tsx'
import { VerdictConfirm } from './verdict-confirm.tsx'
import { VerdictReasons } from './verdict-reasons.tsx'

const outcomes: Outcome[] = ['approved', 'retry', 'rejected']

interface Props {
  code: string
  file: CaseFile
  checks: CheckState[]
  onDone(state: string): void
}

/** Why the form is closed, or undefined when a verdict may be given. */
function whyNot(file: CaseFile, checks: CheckState[]): string | undefined {
  const open = checks.filter(check => !check.result).length
  if (open > 0) return t('verdict-open-checks', { count: open })
  const unexplained = checks.filter(check => needsReason(check) && !check.reason).length
  if (unexplained > 0) return t('verdict-open-reasons', { count: unexplained })
  return file.may.decide ? undefined : (file.may.why ?? t('verdict-not-yet'))
}

export function VerdictForm({ code, file, checks, onDone }: Props) {
  const [outcome, setOutcome] = useState<Outcome | null>(null)
  const [picked, setPicked] = useState<string[] | null>(null)
  const [note, setNote] = useState('')
  const [idempotencyKey] = useState(randomUuid)
  const [confirming, setConfirming] = useState(false)
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<ApiError | null>(null)

  const why = whyNot(file, checks)
  const allPassed = checks.every(check => check.result === 'passed')
  const choices = outcome ? file.reasons.filter(reason => reason.outcomes.includes(outcome)) : []
  const found = checks.flatMap(check => (needsReason(check) && check.reason ? [check.reason] : []))
  const chosen = choices.filter(reason => (picked ?? found).includes(reason.code))
  const mayApprove = allPassed && file.may.approve
  const complete = outcome === 'approved' ? mayApprove : outcome !== null && chosen.length > 0

  const submit = async () => {
    if (!outcome) return
    setBusy(true)
    setError(null)
    const reasons = outcome === 'approved' ? [] : chosen.map(reason => reason.code)
    const body = { outcome, reasons, ...(note.trim() && { note: note.trim() }), idempotencyKey }
    try {
      const { state } = await api<{ state: string }>(`/api/console/cases/${encodeURIComponent(code)}/verdict`, {
        method: 'POST',
        body,
      })
      onDone(state)
    } catch (failure) {
      setError(asApiError(failure))
      setBusy(false)
      setConfirming(false)
    }
  }
  return (
    <form
      class="verdict"
      aria-labelledby="verdict"
      onSubmit={event => {
        event.preventDefault()
        if (complete && !why) setConfirming(true)
      }}
    >
      <h3 id="verdict">{t('step-verdict')}</h3>
      {why && (
        <p class="why" id="verdict-why" data-testid="verdict-why">
          {why}
        </p>
      )}
      <fieldset class="outcomes" disabled={why !== undefined} aria-describedby={why ? 'verdict-why' : undefined}>
        <legend>{t('verdict-outcome')}</legend>
        {outcomes.map(one => (
          <label key={one} data-outcome={one} data-chosen={outcome === one}>
            <input
              type="radio"
              name="outcome"
              data-testid={`outcome-${one}`}
              checked={outcome === one}
              disabled={one === 'approved' && !mayApprove}
              onChange={() => setOutcome(one)}
            />
            <span>
              <strong>{t(`outcome-${one}`)}</strong>
              <span class="soft small">
                {t(one === 'approved' && !mayApprove ? 'outcome-approved-needs-all' : `outcome-${one}-means`)}
              </span>
            </span>
          </label>
        ))}
      </fieldset>
      {outcome && outcome !== 'approved' && !why && (
        <VerdictReasons choices={choices} chosen={chosen} onChange={reasons => setPicked(reasons)} />
      )}
      <label class="field">
        <span>{t('verdict-note')}</span>
        <textarea
          rows={2}
          maxLength={2000}
          data-testid="verdict-note"
          disabled={why !== undefined}
          value={note}
          onInput={event => setNote(event.currentTarget.value)}
        />
      </label>
      {error && <ProblemNote error={error} />}
      {!why && outcome && !complete && <p class="why">{t('verdict-pick-reason')}</p>}
      <button
        type="submit"
        class="button primary large"
        data-testid="verdict-submit"
        disabled={why !== undefined || !complete || busy}
      >
        {t('verdict-submit')}
      </button>
      {confirming && outcome && (
        <VerdictConfirm
          code={code}
          outcome={outcome}
          reasons={chosen}
          busy={busy}
          onConfirm={() => void submit()}
          onClose={() => setConfirming(false)}
        />
      )}
    </form>
  )
}
