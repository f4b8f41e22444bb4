import type { CheckState, Step } from '../../api/contract.ts'
import { t } from '../room/texts.ts'

export const steps = ['identity', 'environment', 'questions'] as const
export type CheckStep = (typeof steps)[number]

/** "3/5": checks of the step that have a result. */
export function countDone(checks: CheckState[], step: CheckStep): string {
  const own = checks.filter(check => check.step === step)
  return t('step-count', { done: own.filter(check => check.result).length, all: own.length })
}

interface Props {
  checks: CheckState[]
  step: Step
  over: boolean
  onChoose(step: CheckStep | 'verdict'): void
}

/** The steps; choosing one takes the applicant's page along. */
export function StepBar({ checks, step, over, onChoose }: Props) {
  return (
    <nav class="step-bar" aria-label={t('steps')}>
      <ol>
        {[...steps, 'verdict' as const].map(one => (
          <li key={one}>
            <button
              type="button"
              data-testid={`step-${one}`}
              data-mark={mark(checks, one)}
              aria-current={one === step ? 'step' : undefined}
              disabled={over && one === 'verdict'}
              onClick={() => onChoose(one)}
            >
              {t(`step-${one}`)}
              {one !== 'verdict' && <span class="step-count">{countDone(checks, one)}</span>}
            </button>
          </li>
        ))}
      </ol>
    </nav>
  )
}

function mark(checks: CheckState[], step: CheckStep | 'verdict'): string {
  const own = checks.filter(check => check.step === step)
  if (own.length === 0 || own.some(check => !check.result)) return 'open'
  return own.every(check => check.result === 'passed') ? 'passed' : 'problem'
}

export function stepDone(checks: CheckState[], step: CheckStep): boolean {
  return checks.every(check => check.step !== step || check.result)
}

interface NextStepProps {
  from: CheckStep
  done: boolean
  current: boolean
  onChoose(step: CheckStep | 'verdict'): void
}

/** At the end of a step, open once its checks all have a result. Always drawn: nothing may move under a pointer that is about to press. */
export function NextStep({ from, done, current, onChoose }: NextStepProps) {
  const next = steps[steps.indexOf(from) + 1] ?? 'verdict'
  return (
    <button
      type="button"
      class={`button next-step${current && done ? ' primary' : ''}`}
      data-testid={`next-after-${from}`}
      disabled={!done}
      onClick={() => onChoose(next)}
    >
      {t('next-step', { step: t(`step-${next}`) })}
    </button>
  )
}
