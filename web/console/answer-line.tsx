import { useState } from 'preact/hooks'
import type { CaseFile } from '../../api/contract.ts'
import { type ApiError, api, asApiError } from '../room/http.ts'
import { hasText, t } from '../room/texts.ts'
import { ProblemNote } from './problem-note.tsx'

/** One answer. What is hidden is fetched when it is asked for, and each time is written down; hiding it forgets it. */
export function AnswerLine({ code, answer }: { code: string; answer: CaseFile['answers'][number] }) {
  const [whole, setWhole] = useState<string | null>(null)
  const [error, setError] = useState<ApiError | null>(null)
  const [busy, setBusy] = useState(false)
  const { field, label, masked } = answer
  const open = async () => {
    setBusy(true)
    setError(null)
    try {
      const path = `/api/console/cases/${encodeURIComponent(code)}/fields/${encodeURIComponent(field)}`
      setWhole((await api<{ value: string }>(path, { method: 'POST', body: {} })).value)
    } catch (failure) {
      setError(asApiError(failure))
    }
    setBusy(false)
  }
  return (
    <div data-testid={`answer-${field}`}>
      <dt>{label}</dt>
      <dd>
        {answer.closed ? (
          <span class="soft" data-testid={`closed-${field}`}>
            {t(hasText(`closed-${field}`) ? `closed-${field}` : 'answer-closed')}
          </span>
        ) : (
          <span aria-live="polite">{whole ?? answer.value}</span>
        )}
        {answer.corrected && (
          <span class="soft" data-testid={`corrected-${field}`}>
            {' '}
            {t('answer-corrected')}
          </span>
        )}
        {masked && (
          <button
            type="button"
            class="link-button"
            data-testid={`open-${field}`}
            aria-label={t(whole === null ? 'field-open-of' : 'field-hide-of', { label })}
            disabled={busy}
            onClick={() => (whole === null ? void open() : setWhole(null))}
          >
            {t(whole === null ? 'field-open' : 'field-hide')}
          </button>
        )}
        {error && <ProblemNote error={error} onRetry={() => void open()} />}
      </dd>
    </div>
  )
}
