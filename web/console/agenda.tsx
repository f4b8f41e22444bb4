import type { AgendaEntry, BlindEntry, LookEntry } from '../../api/contract.ts'
import { deskNow, useDeskNow } from '../room/clock.ts'
import type { ApiError } from '../room/http.ts'
import { hasText, t } from '../room/texts.ts'
import { dateOf, dayInWords, differsFromBrowser, sameDay, spanInWords, timeOfDay, zoneName } from '../room/time.ts'
import { BlindAgenda } from './blind-agenda.tsx'
import { VerdictAgenda } from './verdict-agenda.tsx'

interface Props {
  entries: AgendaEntry[] | null
  looks: LookEntry[]
  blind: BlindEntry[]
  error: ApiError | null
  chosen: string | null
  onOpen(caseCode: string): void
  onOpenBlind(id: string): void
}

/** Running, today, the next days: soonest first, by day. */
export function Agenda({ entries, looks, blind, error, chosen, onOpen, onOpenBlind }: Props) {
  const now = useDeskNow(10_000)
  const days = entries ? byDay(entries) : []
  return (
    <section class="agenda pane" aria-label={t('pane-agenda')}>
      <h2>{t('pane-agenda')}</h2>
      <p class="soft small">{t(differsFromBrowser(now) ? 'agenda-zone-other' : 'agenda-zone', { zone: zoneName(now) })}</p>
      {error && (
        <p class="inline-problem" role="status">
          {t('agenda-stale')}
        </p>
      )}
      {!entries && !error && <p class="soft">{t('loading')}</p>}
      <VerdictAgenda looks={looks} chosen={chosen} onOpen={onOpen} />
      {entries?.length === 0 && <p class="soft">{t('agenda-empty')}</p>}
      {days.map(([day, list]) => (
        <section key={day}>
          <h3>{sameDay(day, now) ? t('agenda-today', { day: dayInWords(day) }) : dayInWords(day)}</h3>
          <ul>
            {list.map(entry => (
              <li key={`${entry.caseCode}-${entry.startsAt}`}>
                <Entry entry={entry} chosen={entry.caseCode === chosen} onOpen={onOpen} />
              </li>
            ))}
          </ul>
        </section>
      ))}
      <BlindAgenda entries={blind} onOpen={onOpenBlind} />
    </section>
  )
}

function Entry({ entry, chosen, onOpen }: { entry: AgendaEntry; chosen: boolean; onOpen(caseCode: string): void }) {
  const state = entry.end ? `end-${entry.end}` : `case-state-${entry.state}`
  const untilMs = Date.parse(entry.startsAt) - deskNow()
  return (
    <button
      type="button"
      class="agenda-entry"
      data-testid="agenda-entry"
      data-case={entry.caseCode}
      data-ended={entry.end !== undefined}
      aria-current={chosen ? 'true' : undefined}
      onClick={() => onOpen(entry.caseCode)}
    >
      <span class="agenda-time">{t('agenda-times', { from: timeOfDay(entry.startsAt), to: timeOfDay(entry.endsAt) })}</span>
      <span class="tag">{hasText(state) ? t(state) : (entry.end ?? entry.state)}</span>
      <span class="code">{entry.caseCode}</span>
      <span class="agenda-device">{entry.device}</span>
      {entry.attempt > 1 && <span class="soft small">{t('attempt', { attempt: entry.attempt })}</span>}
      {entry.applicantPresent ? (
        <span class="present">{t('applicant-present')}</span>
      ) : (
        !entry.end && untilMs > 0 && <span class="soft small">{t('agenda-in', { span: spanInWords(untilMs) })}</span>
      )}
    </button>
  )
}

function byDay(entries: AgendaEntry[]): [string, AgendaEntry[]][] {
  const days = new Map<string, [string, AgendaEntry[]]>()
  for (const entry of entries) {
    const day = dateOf(entry.startsAt)
    const found = days.get(day) ?? [entry.startsAt, []]
    found[1].push(entry)
    days.set(day, found)
  }
  return [...days.values()]
}
