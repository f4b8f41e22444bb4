import { useEffect, useState } from 'preact/hooks'
import type { CallView, SignedIn } from '../../api/contract.ts'
import { deviceId } from '../room/device-id.ts'
import { ChatButton, FullPage } from '../room/full-page.tsx'
import { type ApiError, api, asApiError } from '../room/http.ts'
import { ProblemPage } from '../room/problem-page.tsx'
import { named, t } from '../room/texts.ts'
import { whenInWords } from '../room/time.ts'

/** While the owner is asked in the chat whether this browser is his. */
const askAgainMs = 3_000

/** A reviewer's link: one press signs in (a page load alone does not) and lands on the case. */
export function ReviewerDoor({ code, view }: { code: string; view: CallView }) {
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<ApiError | null>(null)
  const signIn = async () => {
    setBusy(true)
    try {
      const { caseCode } = await api<SignedIn>(`/api/calls/${encodeURIComponent(code)}/sign-in`, {
        method: 'POST',
        body: { device: deviceId() },
      })
      location.assign(`/console/${encodeURIComponent(caseCode ?? '')}`)
    } catch (failure) {
      setError(asApiError(failure))
      setBusy(false)
    }
  }
  const asked = error?.code === 'other-browser'
  useEffect(() => {
    if (!asked) return
    const timer = setInterval(() => void signIn(), askAgainMs)
    return () => clearInterval(timer)
  }, [asked])
  if (error) {
    const onRetry = error.passing || asked ? signIn : undefined
    return <ProblemPage error={error} chatUrl={view.chatUrl} onRetry={onRetry} />
  }
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
