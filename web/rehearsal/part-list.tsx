import type { RehearsalPart } from '../../api/contract.ts'
import { Icon } from '../room/icons.tsx'
import { t } from '../room/texts.ts'
import { useStore } from '../shared/store.ts'
import { allParts, type Rehearsal } from './rehearsal.ts'

export type Mark = 'open' | 'on' | 'passed' | 'improve'

const icons = { passed: 'check', improve: 'warning' } as const

/** All parts with how they stand, as small marks. */
export function PartList({ rehearsal, on }: { rehearsal: Rehearsal; on: RehearsalPart }) {
  const { results, measuring } = useStore(rehearsal.state)
  const markOf = (part: RehearsalPart): Mark => {
    if (measuring.has(part) || (part === on && !results[part])) return 'on'
    const result = results[part]
    return result ? (result.ok ? 'passed' : 'improve') : 'open'
  }
  return (
    <ol class="parts" aria-label={t('rehearsal-parts')}>
      {allParts.map(part => {
        const mark = markOf(part)
        return (
          <li key={part} data-testid={`part-${part}`} data-mark={mark} aria-current={part === on ? 'step' : undefined}>
            <span class="parts-mark" aria-hidden="true">
              {mark === 'passed' || mark === 'improve' ? <Icon name={icons[mark]} size={16} /> : null}
            </span>
            <span>{t(`rehearsal-part-${part}`)}</span>
            <span class="visually-hidden">{t(`rehearsal-mark-${mark}`)}</span>
          </li>
        )
      })}
    </ol>
  )
}
