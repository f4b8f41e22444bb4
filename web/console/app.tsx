import { useEffect } from 'preact/hooks'
import type { Me } from '../../api/contract.ts'
import { setDeskTime } from '../room/clock.ts'
import { FullPage } from '../room/full-page.tsx'
import { ProblemPage } from '../room/problem-page.tsx'
import { adoptLocale, t, useTexts } from '../room/texts.ts'
import { Desk } from './desk.tsx'
import { useLoaded } from './use-loaded.ts'

export function App() {
  const ready = useTexts()
  const me = useLoaded<Me>('/api/console/me', 60_000)
  useEffect(() => {
    if (!me.value) return
    setDeskTime(me.value.serverNow)
    adoptLocale(me.value.locale)
  }, [me.value])
  useEffect(() => {
    if (ready) document.title = t('console-title')
  })
  if (!ready || (!me.value && !me.error)) return <main class="loading" aria-busy="true" />
  if (me.error?.problem.status === 401 || me.error?.problem.status === 403) return <NoSession />
  if (!me.value) return me.error && <ProblemPage error={me.error} onRetry={() => void me.reload()} />
  return <Desk me={me.value} onMe={me.set} onSignedOut={() => void me.reload()} />
}

function NoSession() {
  return (
    <FullPage icon="person" title={t('no-session-title')} kind="no-session">
      <p>{t('no-session-text')}</p>
      <p class="soft">{t('no-session-how')}</p>
    </FullPage>
  )
}
