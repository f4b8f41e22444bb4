import type { ReasonChoice } from '../../api/contract.ts'
import { t } from '../room/texts.ts'
import { byFamily, familyName } from './reason-select.tsx'

interface Props {
  choices: ReasonChoice[]
  chosen: ReasonChoice[]
  onChange(codes: string[]): void
}

/** Reasons by family. */
export function VerdictReasons({ choices, chosen, onChange }: Props) {
  const toggle = (reason: ReasonChoice) => {
    const codes = chosen.map(one => one.code)
    onChange(codes.includes(reason.code) ? codes.filter(code => code !== reason.code) : [...codes, reason.code])
  }
  return (
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
  )
}

/** The longest of them decides when a new application is possible. */
export function waitingInWords(reasons: ReasonChoice[]): string {
  if (reasons.some(reason => reason.waitingDays === null)) return t('wait-never')
  return t('wait-days', { days: Math.max(0, ...reasons.map(reason => reason.waitingDays ?? 0)) })
}
