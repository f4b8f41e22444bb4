import { useState } from 'preact/hooks'
import type { CallView, SignedIn } from '../../api/contract.ts'
import { ChatButton, FullPage } from '../room/full-page.tsx'
import { type ApiError, api, asApiError } from '../room/http.ts'
import { ProblemPage } from '../room/problem-page.tsx'
import { named, t } from '../room/texts.ts'
import { whenInWords } from '../room/time.ts'

/** A reviewer's link: one press signs in (a page load alone does not) and lands on the case. */
export function ReviewerDoor({ code, view }: { code: string; view: CallView }) {
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<ApiError | null>(null)
  const signIn = async () => {
    setBusy(true)
    setError(null)
    try {
      const { caseCode } = await api<SignedIn>(`/api/calls/${encodeURIComponent(code)}/sign-in`, { method: 'POST', body: {} })
      location.assign(`/console/${encodeURIComponent(caseCode)}`)
    } catch (failure) {
      setError(asApiError(failure))
      setBusy(false)
    }
  }
  if (error) return <ProblemPage error={error} chatUrl={view.chatUrl} onRetry={error.passing ? signIn : undefined} />
  return (
    <FullPage icon="person" title={t('door-title', named(view.reviewerName))} kind="reviewer-door">
      <dl class="facts">
        <dt>{t('door-case')}</dt>
        <dd class="code">{view.caseCode}</dd>
        <dt>{t('door-time')}</dt>
        <dd>{whenInWords(view.startsAt)}</dd>
      </dl>
      <p>{t('door-text')}</p>
      <div class="row">
        <button type="button" class="button primary large" data-testid="sign-in" disabled={busy} onClick={() => void signIn()}>
          {t(busy ? 'door-busy' : 'door-sign-in')}
        </button>
        <ChatButton chatUrl={view.chatUrl} primary={false} />
      </div>
    </FullPage>
  )
}
