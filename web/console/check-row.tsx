import type { ComponentChildren } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import type { CheckInput, CheckResult, CheckState, ReasonChoice } from '../../api/contract.ts'
import { Icon, type IconName } from '../room/icons.tsx'
import { t } from '../room/texts.ts'
import { inputOf, leaningOf, needsReason, obstacleOf } from './check-input.ts'
import type { Save } from './check-saver.ts'
import { ReasonSelect } from './reason-select.tsx'
import { useInView } from './use-in-view.ts'

const results: [CheckResult, IconName][] = [
  ['passed', 'check'],
  ['failed', 'cross'],
  ['not-reached', 'skip'],
]
const noteDelayMs = 600

interface Props {
  check: CheckState
  save: Save | undefined
  reasons: ReasonChoice[]
  editable: boolean
  current: boolean
  /** `working`: something was done here, so the step is here too */
  onStand(working: boolean): void
  onChange(input: CheckInput, afterMs?: number): void
  onRetry(): void
  /** its parts, and what is kept of it beside the result */
  children?: ComponentChildren
}

/** One check: what to look for, its result, why not, a note, and whether that is saved. */
export function CheckRow({ check, save, reasons, editable, current, onStand, onChange, onRetry, children }: Props) {
  const row = useRef<HTMLLIElement>(null)
  useInView(row, current)
  const [noting, setNoting] = useState(false)
  const note = useRef<HTMLTextAreaElement>(null)
  useEffect(() => {
    if (noting) note.current?.focus()
  }, [noting])
  const set = (result: CheckResult) => {
    onStand(true)
    onChange(inputOf(check, check.result === result ? null : result))
  }
  const title = `check-${check.key}-title`
  const leaning = leaningOf(check)
  const obstacle = obstacleOf(check)
  return (
    <li
      ref={row}
      class="check"
      data-testid={`check-${check.key}`}
      data-key={check.key}
      data-result={check.result ?? 'open'}
      data-current={current}
      aria-labelledby={title}
      onFocusCapture={() => !current && onStand(false)}
    >
      <div class="check-words">
        <p class="check-title" id={title}>
          {check.title}
        </p>
        <p class="check-hint">{check.hint}</p>
        {check.stated !== undefined && (
          <p class="check-stated">
            <span class="soft">{t('check-stated')}</span> <q>{check.stated}</q>
          </p>
        )}
      </div>
      {children}
      {editable && obstacle && !check.result && <p class="check-hint">{t('parts-left', { part: obstacle.label })}</p>}
      <fieldset class="check-results" aria-labelledby={title}>
        {results.map(([result, icon]) => (
          <button
            key={result}
            type="button"
            class={`result ${result}`}
            data-testid={`check-${check.key}-${result}`}
            aria-pressed={check.result === result}
            data-leaning={
              !check.result && (result === 'passed' ? leaning === 'passed' : result === 'failed' && leaning === 'not-passed')
            }
            disabled={!editable || (result === 'passed' && check.result !== 'passed' && obstacle !== undefined)}
            onClick={() => set(result)}
          >
            <Icon name={icon} size={18} />
            <span>{t(`result-${result}`)}</span>
          </button>
        ))}
        <button
          type="button"
          class="result note"
          data-testid={`check-${check.key}-note-open`}
          aria-label={t('check-note', { title: check.title })}
          aria-expanded={noting || check.note !== undefined}
          disabled={!editable}
          onClick={() => (noting ? note.current?.focus() : setNoting(true))}
        >
          <Icon name="note" size={18} />
        </button>
      </fieldset>
      {(needsReason(check) || check.reason) && (
        <ReasonSelect
          check={check}
          reasons={reasons}
          disabled={!editable}
          onChoose={reason => onChange(inputOf({ ...check, reason }, check.result ?? null))}
        />
      )}
      {(noting || check.note) && (
        <textarea
          ref={note}
          class="check-note"
          rows={1}
          maxLength={2000}
          data-testid={`check-${check.key}-note`}
          aria-label={t('check-note', { title: check.title })}
          placeholder={t('check-note-here')}
          disabled={!editable}
          value={check.note ?? ''}
          onInput={event => onChange({ ...inputOf(check, check.result ?? null), note: event.currentTarget.value }, noteDelayMs)}
        />
      )}
      {(save?.status === 'incomplete' || save?.status === 'failed' || save?.status === 'refused') && (
        <p class={`check-save ${save.status}`} data-testid={`check-${check.key}-save`} data-status={save.status}>
          <span>{t(`save-${save.status}`)}</span>
          {save.status !== 'incomplete' && (
            <button type="button" class="link-button" onClick={onRetry}>
              {t('try-again')}
            </button>
          )}
        </p>
      )}
    </li>
  )
}
