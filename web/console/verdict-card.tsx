import { useEffect, useRef } from 'preact/hooks'
import type { AgendaEntry, CaseFile } from '../../api/contract.ts'
import { hasText, t } from '../room/texts.ts'
import { timeWithZone } from '../room/time.ts'

interface Props {
  file: CaseFile
  /** the case's state after the verdict */
  state: string
  agenda: AgendaEntry[]
  /** it was given a moment ago, on this page */
  fresh: boolean
  onOpen(caseCode: string): void
}

/** What was decided, and the next case. */
export function VerdictCard({ file, state, agenda, fresh, onOpen }: Props) {
  const card = useRef<HTMLElement>(null)
  useEffect(() => {
    if (fresh) card.current?.focus()
  }, [])
  const { verdict } = file
  const next = agenda.find(entry => entry.caseCode !== file.caseCode && !entry.end)
  const words = `case-state-${state}`
  const titles = verdict?.reasons.map(code => file.reasons.find(reason => reason.code === code)?.title ?? code) ?? []
  return (
    <section
      class="verdict-card"
      data-testid="verdict-done"
      data-state={state}
      data-outcome={verdict?.outcome}
      tabIndex={-1}
      ref={card}
      aria-label={t('verdict-given')}
    >
      <h3>{t('verdict-given')}</h3>
      <p>
        <strong>{verdict ? t(`decided-${verdict.outcome}`) : hasText(words) ? t(words) : state}</strong>
      </p>
      {titles.length > 0 && (
        <ul>
          {titles.map(title => (
            <li key={title}>{title}</li>
          ))}
        </ul>
      )}
      <p class="soft small">{verdict && t('verdict-by', { by: verdict.by, at: timeWithZone(verdict.at) })}</p>
      <p>{t(whatNow(state, verdict?.outcome))}</p>
      {next ? (
        <button type="button" class="button primary" data-testid="next-case" onClick={() => onOpen(next.caseCode)}>
          {t('next-case', { case: next.caseCode, at: timeWithZone(next.startsAt) })}
        </button>
      ) : (
        <p class="soft">{t('no-next-case')}</p>
      )}
    </section>
  )
}

function whatNow(state: string, outcome: string | undefined): string {
  if (state !== 'confirming') return 'verdict-sent'
  return outcome === 'escalated' ? 'verdict-escalated' : 'verdict-confirming'
}
