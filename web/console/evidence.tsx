import type { CaseFile } from '../../api/contract.ts'
import { t } from '../room/texts.ts'

interface Props {
  flags: CaseFile['flags']
  onOpen(caseCode: string): void
}

/** What this application has in common with others: for the verdict, so it stands after the questions. Nothing is shown before. */
export function Evidence({ flags, onOpen }: Props) {
  if (flags.length === 0) return null
  return (
    <section class="evidence" aria-labelledby="evidence" data-testid="evidence">
      <h3 id="evidence">{t('evidence')}</h3>
      <p class="soft small">{t('evidence-means')}</p>
      <ul>
        {flags.map(({ kind, label, weight, caseCode, state, opens }) => (
          <li key={`${kind} ${caseCode}`} data-weight={weight} data-kind={kind}>
            <span>{label}</span>{' '}
            {opens ? (
              <button type="button" class="link-button code" onClick={() => onOpen(caseCode)}>
                {caseCode}
              </button>
            ) : (
              <span class="code">{caseCode}</span>
            )}{' '}
            <span class="soft small">{state}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
