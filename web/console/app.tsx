import { useEffect, useState } from 'preact/hooks'
import type { Me, SignedIn } from '../../api/contract.ts'
import { setDeskTime } from '../room/clock.ts'
import { deviceId } from '../room/device-id.ts'
import { FullPage } from '../room/full-page.tsx'
import { type ApiError, api, asApiError } from '../room/http.ts'
import { ProblemPage } from '../room/problem-page.tsx'
import { adoptLocale, t, useTexts } from '../room/texts.ts'
import { Desk } from './desk.tsx'
import { useLoaded } from './use-loaded.ts'

export function App() {
  const ready = useTexts()
  const door = useDoor()
  const me = useLoaded<Me>(door.busy ? null : '/api/console/me', 60_000)
  useEffect(() => {
    if (!me.value) return
    setDeskTime(me.value.serverNow)
    adoptLocale(me.value.locale)
  }, [me.value])
  useEffect(() => {
    if (ready) document.title = t('console-title')
  })
  if (ready && door.error) return <ProblemPage error={door.error} />
  if (!ready || (!me.value && !me.error)) return <main class="loading" aria-busy="true" />
  if (me.error?.problem.status === 401 || me.error?.problem.status === 403) return <NoSession />
  if (!me.value) return me.error && <ProblemPage error={me.error} onRetry={() => void me.reload()} />
  return <Desk me={me.value} toDecide={door.used} onMe={me.set} onSignedOut={() => void me.reload()} />
}

/** The link of a card that asks for a decision carries its code behind `#`: handed over once, then gone from the address. */
function useDoor(): { used: boolean; busy: boolean; error: ApiError | null } {
  const [code] = useState(() => new URLSearchParams(location.hash.slice(1)).get('in'))
  const [busy, setBusy] = useState(code !== null)
  const [error, setError] = useState<ApiError | null>(null)
  useEffect(() => {
    if (code === null) return
    history.replaceState(null, '', location.pathname)
    api<SignedIn>('/api/calls/desk-sign-in', { method: 'POST', body: { code, device: deviceId() } })
      .catch(failure => setError(asApiError(failure)))
      .finally(() => setBusy(false))
  }, [code])
  return { used: code !== null, busy, error }
}

function NoSession() {
  return (
    <FullPage icon="person" title={t('no-session-title')} kind="no-session">
      <p>{t('no-session-text')}</p>
      <p class="soft">{t('no-session-how')}</p>
    </FullPage>
  )
}
