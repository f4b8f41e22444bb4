import type { ReasonChoice } from '../../api/contract.ts'
import { t } from '../room/texts.ts'
import { byFamily, familyName } from './reason-select.tsx'

interface Props {
  choices: ReasonChoice[]
  chosen: ReasonChoice[]
  onChange(codes: string[]): void
}

/** Reasons by family, and what the applicant will read of them. */
export function VerdictReasons({ choices, chosen, onChange }: Props) {
  const toggle = (reason: ReasonChoice) => {
    const codes = chosen.map(one => one.code)
    onChange(codes.includes(reason.code) ? codes.filter(code => code !== reason.code) : [...codes, reason.code])
  }
  return (
    <>
      <div class="reasons">
        {byFamily(choices).map(([family, list]) => (
          <fieldset key={family}>
            <legend>{familyName(family)}</legend>
            {list.map(reason => (
              <label key={reason.code} class="tick">
                <input
                  type="checkbox"
                  data-testid={`reason-${reason.code}`}
                  checked={chosen.includes(reason)}
                  onChange={() => toggle(reason)}
                />
                {reason.title}
              </label>
            ))}
          </fieldset>
        ))}
      </div>
      {chosen.length > 0 && (
        <section class="preview-letter" aria-label={t('verdict-preview')}>
          <h4>{t('verdict-preview')}</h4>
          <ul>
            {chosen.map(reason => (
              <li key={reason.code}>
                <p>{reason.applicantText}</p>
                <p class="soft">{reason.advice}</p>
              </li>
            ))}
          </ul>
          <p class="small">{waitingInWords(chosen)}</p>
        </section>
      )}
    </>
  )
}

/** The longest of them decides when a new application is possible. */
export function waitingInWords(reasons: ReasonChoice[]): string {
  if (reasons.some(reason => reason.waitingDays === null)) return t('wait-never')
  return t('wait-days', { days: Math.max(0, ...reasons.map(reason => reason.waitingDays ?? 0)) })
}
