import type { CaseFile, RoomRecord } from '../../api/contract.ts'
import { t } from '../room/texts.ts'
import { timeOfDay, whenInWords } from '../room/time.ts'
import { localeOf, pageLanguage } from '../shared/language.ts'

/** Who was in the room of each booking, from when to when, and what that decided. */
export function Presence({ records }: { records: CaseFile['presence'] }) {
  if (records.length === 0) return null
  return (
    <details class="dossier presence" data-testid="presence">
      <summary>{t('presence')}</summary>
      {records.map(({ startsAt, means, sides, togetherSeconds }) => (
        <section key={startsAt} aria-label={whenInWords(startsAt)}>
          <p class="soft small">{whenInWords(startsAt)}</p>
          <dl class="facts">
            {sides.map(side => (
              <div key={side.role} data-testid={`presence-${side.role}`}>
                <dt>{t(`presence-${side.role}`)}</dt>
                <dd>{inWords(side)}</dd>
              </div>
            ))}
            <div data-testid="presence-together">
              <dt>{t('presence-together')}</dt>
              <dd>{togetherSeconds > 0 ? lengthInWords(togetherSeconds) : t('presence-never')}</dd>
            </div>
          </dl>
          <p data-testid="presence-means">{means}</p>
        </section>
      ))}
    </details>
  )
}

function inWords({ sittings, seconds }: RoomRecord['sides'][number]): string {
  if (sittings.length === 0) return t('presence-never')
  const spans = sittings.map(({ from, until }) =>
    until
      ? t('presence-span', { from: timeOfDay(from), until: timeOfDay(until) })
      : t('presence-span-open', { from: timeOfDay(from) }),
  )
  const list = new Intl.ListFormat(localeOf(pageLanguage.get()), { type: 'conjunction' })
  return t('presence-in-all', { length: lengthInWords(seconds), spans: list.format(spans) })
}

const lengthInWords = (seconds: number): string =>
  t('presence-length', { minutes: Math.floor(seconds / 60), seconds: seconds % 60 })
