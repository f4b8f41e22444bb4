import type { RehearsalPart } from '../../api/contract.ts'
import { t } from '../room/texts.ts'
import { useStore } from '../shared/store.ts'
import type { Rehearsal } from './rehearsal.ts'

interface Props {
  rehearsal: Rehearsal
  part: RehearsalPart
  onAgain(): void
}

/** A part that is not in order: what helps, another try, or on with the rest. */
export function Improve({ rehearsal, part, onAgain }: Props) {
  const { results } = useStore(rehearsal.state)
  const advice = results[part]?.advice
  if (!advice) return null
  return (
    <div class="notice warning" role="alert" data-testid="improve" data-advice={advice}>
      <p>{t(`rehearsal-advice-${part}-${advice}`)}</p>
      <div class="row">
        <button type="button" class="button primary" data-testid="part-again" onClick={onAgain}>
          {t('try-again')}
        </button>
        <button type="button" class="button" data-testid="part-on" onClick={() => rehearsal.goOn()}>
          {t('rehearsal-go-on')}
        </button>
      </div>
    </div>
  )
}
