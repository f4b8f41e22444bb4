import { useState } from 'preact/hooks'
import type { CaseFile, CheckState, Outcome } from '../../api/contract.ts'
import { type ApiError, api, asApiError } from '../room/http.ts'
import { t } from '../room/texts.ts'
import { needsReason } from './check-input.ts'
import { ProblemNote } from './problem-note.tsx'
import { useDecision } from './use-decision.ts'
import { VerdictConfirm } from './verdict-confirm.tsx'
import { VerdictFields } from './verdict-fields.tsx'

const outcomes: readonly Outcome[] = ['approved', 'conditional', 'retry', 'rejected', 'rejected-for-good', 'escalated']

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
  const decision = useDecision(file, checks)
  const [confirming, setConfirming] = useState(false)
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<ApiError | null>(null)
  const { outcome, chosen, complete } = decision
  const why = whyNot(file, checks)

  const submit = async () => {
    setBusy(true)
    setError(null)
    try {
      const path = `/api/console/cases/${encodeURIComponent(code)}/verdict`
      const { state } = await api<{ state: string }>(path, { method: 'POST', body: decision.body() })
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
      {file.returned && (
        <section class="notice warning" data-testid="returned">
          <h4>{t('returned-by', { by: file.returned.by })}</h4>
          <p class="prose">{file.returned.note}</p>
        </section>
      )}
      <VerdictFields file={file} decision={decision} outcomes={outcomes} blocked={why} noteLabel={t('verdict-note')} />
      {error && <ProblemNote error={error} />}
      {!why && outcome && !complete && (
        <p class="why">{t(outcome === 'conditional' ? 'verdict-pick-condition' : 'verdict-pick-reason')}</p>
      )}
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
