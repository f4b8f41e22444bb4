import { useState } from 'preact/hooks'
import type { Me } from '../../api/contract.ts'
import { api } from '../room/http.ts'
import { LanguageSwitch } from '../room/language-switch.tsx'
import { t } from '../room/texts.ts'

const statuses = ['online', 'break', 'offline'] as const

interface Props {
  me: Me
  onMe(me: Me): void
  onSignedOut(): void
}

/** Who is here, whether cases may come, and the way out. */
export function DeskHead({ me, onMe, onSignedOut }: Props) {
  const [failed, setFailed] = useState(false)
  const ask = async (work: () => Promise<void>) => {
    setFailed(false)
    await work().catch(() => setFailed(true))
  }
  const choose = (status: Me['status']) =>
    void ask(async () => onMe(await api<Me>('/api/console/status', { method: 'POST', body: { status } })))
  const signOut = () =>
    void ask(async () => {
      await api('/api/console/sign-out', { method: 'POST', body: {} })
      onSignedOut()
    })
  return (
    <header class="desk-head">
      <h1 class="brand">{t('console-title')}</h1>
      <fieldset class="status">
        <legend class="visually-hidden">{t('status')}</legend>
        {statuses.map(status => (
          <label key={status} data-status={status} data-chosen={me.status === status}>
            <input
              class="visually-hidden"
              type="radio"
              name="status"
              data-testid={`status-${status}`}
              checked={me.status === status}
              onChange={() => choose(status)}
            />
            <span class="status-dot" aria-hidden="true" />
            {t(`status-${status}`)}
          </label>
        ))}
      </fieldset>
      <p class="desk-problem" role="status">
        {failed ? t('problem-not-done') : ''}
      </p>
      <span class="desk-name">{me.name}</span>
      <a class="desk-link" href={me.chatUrl}>
        {t('back-to-chat')}
      </a>
      <LanguageSwitch />
      <button type="button" class="desk-link" data-testid="sign-out" onClick={signOut}>
        {t('sign-out')}
      </button>
    </header>
  )
}
