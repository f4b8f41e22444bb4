import type { CaseFile } from '../../api/contract.ts'
import { Icon } from '../room/icons.tsx'
import { t } from '../room/texts.ts'
import { whenInWords } from '../room/time.ts'

/** How the applicant's device did at the last rehearsal, with the figures that the browser measured. */
export function RehearsalLines({ rehearsal }: Pick<CaseFile, 'rehearsal'>) {
  if (!rehearsal) return <p class="soft small">{t('rehearsal-never')}</p>
  return (
    <section class="rehearsal" aria-label={t('rehearsal-last')} data-testid="rehearsal">
      <p class="soft small">{t('rehearsal-last-at', { at: whenInWords(rehearsal.at) })}</p>
      <ul>
        {rehearsal.parts.map(({ part, label, ok, measured }) => (
          <li key={part} data-ok={ok}>
            <Icon name={ok ? 'check' : 'warning'} size={16} />
            <span>{t(ok ? 'rehearsal-part-ok' : 'rehearsal-part-poor', { part: label })}</span>
            {measured && <span class="soft small">{measured}</span>}
          </li>
        ))}
      </ul>
    </section>
  )
}
