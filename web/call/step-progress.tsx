import type { Step } from '../../api/contract.ts'
import { Icon } from '../room/icons.tsx'
import { t } from '../room/texts.ts'

const steps: Step[] = ['identity', 'environment', 'questions', 'verdict']

/** Where the review stands and what comes next. */
export function StepProgress({ step }: { step: Step }) {
  const at = steps.indexOf(step)
  return (
    <section class="steps" aria-label={t('steps')}>
      <ol>
        {steps.map((one, index) => (
          <li
            key={one}
            data-state={index < at ? 'done' : index === at ? 'now' : 'next'}
            aria-current={index === at ? 'step' : undefined}
          >
            <span class="steps-mark" aria-hidden="true">
              {index < at ? <Icon name="check" size={14} /> : index + 1}
            </span>
            <span class="steps-name">{t(`step-${one}`)}</span>
            {index < at && <span class="visually-hidden">{t('step-done')}</span>}
          </li>
        ))}
      </ol>
      <p class="steps-now" role="status">
        <strong data-testid="step-name" data-step={step}>
          {t(`step-${step}`)}
        </strong>{' '}
        <span>{t(`step-${step}-hint`)}</span>
      </p>
    </section>
  )
}
