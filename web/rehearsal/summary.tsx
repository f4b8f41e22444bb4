import { useEffect, useRef } from 'preact/hooks'
import { ChatButton } from '../room/full-page.tsx'
import { Icon } from '../room/icons.tsx'
import { LanguageSwitch } from '../room/language-switch.tsx'
import { t } from '../room/texts.ts'
import { useStore } from '../shared/store.ts'
import { allParts, type Rehearsal } from './rehearsal.ts'
import { Trouble } from './trouble.tsx'

/** What is in order, what helps with the rest, and each part once more for who wants it. */
export function Summary({ rehearsal }: { rehearsal: Rehearsal }) {
  const { results, measuring, told } = useStore(rehearsal.state)
  const heading = useRef<HTMLHeadingElement>(null)
  const busy = measuring.size > 0
  const failed = allParts.filter(part => results[part]?.ok === false)
  const passed = allParts.filter(part => results[part]?.ok)
  const outcome = busy ? 'measuring' : failed.length === 0 ? 'passed' : 'improve'
  useEffect(() => heading.current?.focus(), [outcome])
  return (
    <div class="full-page">
      <header class="page-head">
        <span class="brand">{t('rehearsal-title')}</span>
        <LanguageSwitch />
      </header>
      <main class="sheet" data-testid="page" data-kind={`rehearsal-done-${outcome}`} aria-busy={busy}>
        <span class="sheet-icon" data-outcome={outcome}>
          <Icon name={outcome === 'passed' ? 'check' : outcome === 'improve' ? 'warning' : 'clock'} size={32} />
        </span>
        <h1 ref={heading} tabIndex={-1}>
          {t(`rehearsal-done-${outcome}`, { count: failed.length })}
        </h1>
        {failed.length > 0 && (
          <ul class="improve" aria-label={t('rehearsal-to-improve')}>
            {failed.map(part => (
              <li key={part} data-testid={`improve-${part}`} data-advice={results[part]?.advice}>
                <p>{t(`rehearsal-advice-${part}-${results[part]?.advice}`)}</p>
                <button
                  type="button"
                  class="button"
                  disabled={measuring.has(part)}
                  aria-label={t('rehearsal-again-part', { part: t(`rehearsal-part-${part}`) })}
                  onClick={() => rehearsal.again(part)}
                >
                  {t('try-again')}
                </button>
              </li>
            ))}
          </ul>
        )}
        {passed.length > 0 && (
          <ul class="in-order" aria-label={t('rehearsal-in-order')}>
            {passed.map(part => (
              <li key={part} data-testid={`passed-${part}`}>
                <Icon name="check" size={18} />
                {t(`rehearsal-part-${part}`)}
              </li>
            ))}
          </ul>
        )}
        <Trouble rehearsal={rehearsal} />
        <p role="status" data-testid="told" data-told={told}>
          {told ? t('rehearsal-told') : t('rehearsal-telling')}
        </p>
        <ChatButton chatUrl={rehearsal.view.chatUrl} />
      </main>
    </div>
  )
}
