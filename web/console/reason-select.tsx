import type { CheckState, ReasonChoice } from '../../api/contract.ts'
import { hasText, t } from '../room/texts.ts'

/** Which families belong first at a step; the others stay at hand below. */
const nearest: Record<CheckState['step'], string[]> = {
  identity: ['ID', 'FACE', 'LIVE', 'TECH'],
  environment: ['ENV', 'PLACE', 'LIVE', 'TECH'],
  questions: ['PURPOSE', 'HISTORY', 'LIVE', 'TECH'],
}

export function familyName(family: string): string {
  const id = `family-${family}`
  return hasText(id) ? t(id) : family
}

export function byFamily(reasons: ReasonChoice[]): [string, ReasonChoice[]][] {
  const families = new Map<string, ReasonChoice[]>()
  for (const reason of reasons) families.set(reason.family, [...(families.get(reason.family) ?? []), reason])
  return [...families]
}

interface Props {
  check: CheckState
  reasons: ReasonChoice[]
  disabled: boolean
  onChoose(reason: string): void
}

export function ReasonSelect({ check, reasons, disabled, onChoose }: Props) {
  const first = nearest[check.step]
  const rank = (family: string) => (first.indexOf(family) + 1 || first.length + 1) - 1
  const groups = byFamily(reasons).sort(([a], [b]) => rank(a) - rank(b))
  return (
    <select
      class="check-reason"
      data-testid={`check-${check.key}-reason`}
      data-missing={!check.reason}
      aria-label={t('check-reason', { title: check.title })}
      required
      disabled={disabled}
      value={check.reason ?? ''}
      onChange={event => onChoose(event.currentTarget.value)}
    >
      <option value="" disabled>
        {t('check-reason-choose')}
      </option>
      {groups.map(([family, list]) => (
        <optgroup key={family} label={familyName(family)}>
          {list.map(reason => (
            <option key={reason.code} value={reason.code}>
              {reason.title}
            </option>
          ))}
        </optgroup>
      ))}
    </select>
  )
}
