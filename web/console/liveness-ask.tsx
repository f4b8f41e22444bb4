import { useState } from 'preact/hooks'
import type { LiveState } from '../../api/contract.ts'
import { type ApiError, api, asApiError } from '../room/http.ts'
import { t } from '../room/texts.ts'
import { ProblemNote } from './problem-note.tsx'

interface Props {
  caseCode: string
  kind: 'movement' | 'room'
  live: LiveState | undefined
  onDone(): void
}

/** Shows what is asked for on the applicant's page, or takes it back. */
export function AskOnPage({ caseCode, kind, live, onDone }: Props) {
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<ApiError | null>(null)
  const shown = live?.prompt?.kind === kind
  const ask = async () => {
    setBusy(true)
    setError(null)
    try {
      const path = `/api/console/cases/${encodeURIComponent(caseCode)}/prompt`
      await api<LiveState>(path, { method: 'POST', body: { kind: shown ? null : kind } })
    } catch (failure) {
      setError(asApiError(failure))
    }
    setBusy(false)
    onDone()
  }
  return (
    <div class="part-ask">
      <button
        type="button"
        class="button small"
        data-testid={`ask-${kind}`}
        aria-pressed={shown}
        disabled={busy}
        onClick={() => void ask()}
      >
        {t(shown ? 'ask-take-back' : `ask-${kind}`)}
      </button>
      {error && <ProblemNote error={error} />}
    </div>
  )
}
