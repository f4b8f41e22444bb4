import { useState } from 'preact/hooks'
import { type ApiError, api, asApiError } from '../room/http.ts'
import { t } from '../room/texts.ts'
import { timeWithZone } from '../room/time.ts'
import { ProblemNote } from './problem-note.tsx'

/** The applicant waits, and the reviewer is not ready: one press tells them how long. */
export function Patience({ caseCode }: { caseCode: string }) {
  const [until, setUntil] = useState<string | null>(null)
  const [error, setError] = useState<ApiError | null>(null)
  const ask = async () => {
    try {
      const asked = await api<{ until: string }>(`/api/console/cases/${encodeURIComponent(caseCode)}/patience`, {
        method: 'POST',
        body: {},
      })
      setUntil(asked.until)
      setError(null)
    } catch (failure) {
      setError(asApiError(failure))
    }
  }
  return (
    <>
      <button type="button" class="button" data-testid="patience" onClick={() => void ask()}>
        {t('desk-patience')}
      </button>
      <p role="status" data-testid="patience-told">
        {until && t('desk-patience-told', { until: timeWithZone(until) })}
      </p>
      {error && <ProblemNote error={error} />}
    </>
  )
}
