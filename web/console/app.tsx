import { useEffect, useState } from 'preact/hooks'
import type { Me } from '../../api/contract.ts'
import { setDeskTime } from '../room/clock.ts'
import { FullPage } from '../room/full-page.tsx'
import { ProblemPage } from '../room/problem-page.tsx'
import { adoptLocale, t, useTexts } from '../room/texts.ts'
import { adoptZone } from '../room/time.ts'
import { Desk } from './desk.tsx'
import { type DoorState, useDoor } from './use-door.ts'
import { useLoaded } from './use-loaded.ts'

export function App() {
  const ready = useTexts()
  const door = useDoor()
  const me = useLoaded<Me>('/api/console/me', 60_000)
  useEffect(() => {
    if (!me.value) return
    setDeskTime(me.value.serverNow)
    adoptLocale(me.value.locale)
  }, [me.value])
  useEffect(() => {
    if (ready) document.title = t('console-title')
  })
  const isIn = me.value !== null
  useEffect(() => {
    // signed in already: the link only says where to
    if (isIn && door.shut) void door.enter()
  }, [isIn, door.shut])
  const [settled, setSettled] = useState(false)
  useEffect(() => {
    if (door.to) void me.reload().then(() => setSettled(true))
  }, [door.to])
  if (ready && door.error) return <ProblemPage error={door.error} onRetry={wayBack(door)} />
  const isOut = me.error?.problem.status === 401 || me.error?.problem.status === 403
  if (ready && isOut && door.shut) return <DeskDoor door={door} />
  const isEntering = door.shut || (door.to !== null && !settled)
  if (!ready || (isEntering && !me.value) || door.shut || (!me.value && !me.error))
    return <main class="loading" aria-busy="true" />
  if (isOut) return <NoSession />
  if (!me.value) return me.error && <ProblemPage error={me.error} onRetry={() => void me.reload()} />
  // before anything is drawn: the console says times as the chat does, whatever computer it is opened on
  adoptZone(me.value.timeZone)
  return <Desk me={me.value} door={door.to} onMe={me.set} onSignedOut={() => void me.reload()} />
}

function wayBack({ error, enter }: DoorState): (() => void) | undefined {
  return error && (error.passing || error.code === 'other-browser') ? () => void enter() : undefined
}

/** One press signs in, as at a call link; a page load does not. */
function DeskDoor({ door }: { door: DoorState }) {
  return (
    <FullPage icon="person" title={t('decide-door-title')} kind="desk-door">
      <p>{t('door-text')}</p>
      <div class="row">
        <button
          type="button"
          class="button primary large"
          data-testid="sign-in"
          disabled={door.busy}
          onClick={() => void door.enter()}
        >
          {t(door.busy ? 'door-busy' : 'door-sign-in')}
        </button>
      </div>
    </FullPage>
  )
}

function NoSession() {
  return (
    <FullPage icon="person" title={t('no-session-title')} kind="no-session">
      <p>{t('no-session-text')}</p>
      <p class="soft">{t('no-session-how')}</p>
    </FullPage>
  )
}
