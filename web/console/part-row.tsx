import type { ComponentChildren } from 'preact'
import type { PartInput, PartState } from '../../api/contract.ts'
import { t } from '../room/texts.ts'
import type { Save } from './check-saver.ts'

interface Props {
  part: PartState
  save: Save | undefined
  editable: boolean
  onNote(input: PartInput): void
  onRetry(): void
  /** besides the choices: a way to ask for it on the applicant's page */
  children?: ComponentChildren
}

/** One thing to note at a check: its words and its choices; pressing the one that is set takes it back. */
export function PartRow({ part, save, editable, onNote, onRetry, children }: Props) {
  const { key, label, hint, values, value } = part
  return (
    <div class="part" data-testid={`part-${key}`} data-value={value ?? 'open'}>
      <p class="part-words" id={`part-${key}`}>
        <span class="part-label">{label}</span>
        {hint && <span class="part-hint">{hint}</span>}
      </p>
      {children}
      <fieldset class="part-values" aria-labelledby={`part-${key}`}>
        {values
          .filter(one => !one.bySystem || one.value === value)
          .map(one => (
            <button
              key={one.value}
              type="button"
              class="part-value"
              data-testid={`part-${key}-${one.value}`}
              data-tone={toneOf(one.suggests)}
              aria-pressed={one.value === value}
              disabled={!editable || one.bySystem === true}
              onClick={() => onNote(inputOf(part, one.value === value ? null : one.value))}
            >
              {one.label}
            </button>
          ))}
      </fieldset>
      <PartSave save={save} onRetry={onRetry} />
    </div>
  )
}

export function inputOf({ note }: PartState, value: string | null): PartInput {
  return { value, ...(note && { note }) }
}

export function toneOf(suggests: string | undefined): 'good' | 'bad' | 'open' {
  return suggests === undefined ? 'open' : suggests === 'passed' ? 'good' : 'bad'
}

export function PartSave({ save, onRetry }: { save: Save | undefined; onRetry(): void }) {
  if (save?.status !== 'failed' && save?.status !== 'refused') return null
  return (
    <p class={`check-save ${save.status}`}>
      <span>{t(`save-${save.status}`)}</span>
      <button type="button" class="link-button" onClick={onRetry}>
        {t('try-again')}
      </button>
    </p>
  )
}
