import type { BlindEntry } from '../../api/contract.ts'
import { t } from '../room/texts.ts'
import { dayInWords } from '../room/time.ts'

interface Props {
  entries: BlindEntry[]
  onOpen(id: string): void
}

/** Finished cases to review again blind: below the day's calls, since nobody is waiting for them. */
export function BlindAgenda({ entries, onOpen }: Props) {
  if (entries.length === 0) return null
  return (
    <section data-testid="blind-agenda">
      <h3>{t('agenda-blind', { count: entries.length })}</h3>
      <ul>
        {entries.map(entry => (
          <li key={entry.id}>
            <button type="button" class="agenda-entry" data-testid="blind-entry" onClick={() => onOpen(entry.id)}>
              <span class="agenda-time">{t('blind-since', { day: dayInWords(entry.drawnAt) })}</span>
              {entry.mine && <span class="tag">{t('look-mine')}</span>}
              <span class="agenda-device">{entry.device}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
