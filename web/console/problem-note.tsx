import type { ApiError } from '../room/http.ts'
import { hasText, t } from '../room/texts.ts'

/** A refusal inside a pane: what happened and the way on. */
export function ProblemNote({ error, onRetry }: { error: ApiError; onRetry?: () => void }) {
  const known = problemKey(error)
  return (
    <div class="notice warning" role="alert" data-testid="problem" data-code={error.code}>
      <h3>{t(`problem-${known}`)}</h3>
      <p>{t(`problem-${known}-way`)}</p>
      {error.problem.errorId && <p class="small">{t('problem-id', { id: error.problem.errorId })}</p>}
      {onRetry && (
        <button type="button" class="button" onClick={onRetry}>
          {t('try-again')}
        </button>
      )}
    </div>
  )
}

/** The text for a refusal; one that this page does not know is our fault to word. */
function problemKey(error: ApiError): string {
  return [`${error.code}-${error.problem.detail}`, error.code].find(one => hasText(`problem-${one}`)) ?? 'unknown'
}
