import { ChatButton, FullPage } from './full-page.tsx'
import type { ApiError } from './http.ts'
import { hasText, t } from './texts.ts'
import { whenInWords } from './time.ts'

interface Props {
  error: ApiError
  chatUrl?: string | undefined
  onRetry?: (() => void) | undefined
}

/** Any refusal, in the reader's words: what happened and the way on. */
export function ProblemPage({ error, chatUrl, onRetry }: Props) {
  const { problem } = error
  const closer = `${error.code}-${problem.detail}`
  const known = [closer, error.code].find(one => hasText(`problem-${one}`)) ?? byStatus(problem.status)
  return (
    <FullPage icon="warning" title={t(`problem-${known}`)} kind={error.code}>
      <p>
        {problem.opensAt && known === 'too-early'
          ? t('problem-too-early-at', { at: whenInWords(problem.opensAt) })
          : t(`problem-${known}-way`)}
      </p>
      {problem.errorId && <p class="soft">{t('problem-id', { id: problem.errorId })}</p>}
      <div class="row">
        {onRetry && (
          <button type="button" class="button primary" onClick={onRetry} data-testid="retry">
            {t('try-again')}
          </button>
        )}
        <ChatButton chatUrl={chatUrl ?? problem.chatUrl} primary={!onRetry} />
      </div>
    </FullPage>
  )
}

function byStatus(status: number): string {
  if (status === 404) return 'link-unknown'
  if (status === 410) return 'link-over'
  if (status === 401) return 'signed-out'
  if (status === 403) return 'wrong-role'
  if (status === 429) return 'too-many'
  return status === 0 ? 'network' : 'unknown'
}
