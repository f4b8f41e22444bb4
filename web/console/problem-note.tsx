import type { ApiError } from '../room/http.ts'
import { hasText, t } from '../room/texts.ts'

/** A refusal inside a pane: what happened and the way on. */
export function ProblemNote({ error, onRetry }: { error: ApiError; onRetry?: () => void }) {
  const known = hasText(`problem-${error.code}`) ? error.code : error.code === 'status-404' ? 'case-unknown' : 'unknown'
  return (
    <div class="notice warning" role="alert" data-testid="problem" data-code={error.code}>
      <h3>{t(`problem-${known}`)}</h3>
      <p>{error.problem.detail ?? t(`problem-${known}-way`)}</p>
      {error.problem.errorId && <p class="small">{t('problem-id', { id: error.problem.errorId })}</p>}
      {onRetry && (
        <button type="button" class="button" onClick={onRetry}>
          {t('try-again')}
        </button>
      )}
    </div>
  )
}
