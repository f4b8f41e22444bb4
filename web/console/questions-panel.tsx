import { useRef } from 'preact/hooks'
import type { PartInput, PartState } from '../../api/contract.ts'
import { t } from '../room/texts.ts'
import type { Save } from './check-saver.ts'
import { inputOf, PartSave, toneOf } from './part-row.tsx'
import { useInView } from './use-in-view.ts'

const noteDelayMs = 600

interface Props {
  questions: PartState[]
  /** which of them is asked now */
  at: number
  saves: Record<string, Save>
  editable: boolean
  /** single keys go to the answers */
  current: boolean
  onGo(at: number): void
  onNote(part: PartState, input: PartInput, afterMs?: number): void
  onRetry(part: string): void
}

/** The drawn questions, one at a time: read aloud, listened to, noted with one key; then the next. */
export function QuestionsPanel({ questions, at, saves, editable, current, onGo, onNote, onRetry }: Props) {
  const panel = useRef<HTMLElement>(null)
  const part = questions[at]
  useInView(panel, current)
  if (!part) return null
  const { key, label, hint, aloud, values, value, note } = part
  return (
    <section
      ref={panel}
      class="question"
      data-testid="question"
      data-key={key}
      data-current={current}
      aria-labelledby="question-now"
    >
      <p class="soft small">{t('question-of', { number: at + 1, all: questions.length })}</p>
      <p class="question-words" id="question-now" aria-live="polite">
        {aloud ?? label}
      </p>
      {aloud && <p class="part-hint">{label}</p>}
      {hint && <p class="part-hint">{hint}</p>}
      <fieldset class="part-values" aria-labelledby="question-now">
        {values.map((one, index) => (
          <button
            key={one.value}
            type="button"
            class="part-value"
            data-testid={`answer-${one.value}`}
            data-tone={toneOf(one.suggests)}
            aria-pressed={one.value === value}
            disabled={!editable}
            onClick={() => onNote(part, inputOf(part, one.value === value ? null : one.value))}
          >
            <kbd>{index + 1}</kbd> {one.label}
          </button>
        ))}
      </fieldset>
      <textarea
        class="check-note"
        rows={1}
        maxLength={2000}
        data-testid="question-note"
        aria-label={t('question-note')}
        placeholder={t('question-note')}
        disabled={!editable || value === undefined}
        value={note ?? ''}
        onInput={event => {
          const words = event.currentTarget.value
          onNote(part, { value: value ?? null, ...(words && { note: words }) }, noteDelayMs)
        }}
      />
      <PartSave save={saves[key]} onRetry={() => onRetry(key)} />
      <div class="row">
        <button type="button" class="link-button" data-testid="question-back" disabled={at === 0} onClick={() => onGo(at - 1)}>
          {t('question-back')}
        </button>
        <button
          type="button"
          class="link-button"
          data-testid="question-next"
          disabled={at >= questions.length - 1}
          onClick={() => onGo(at + 1)}
        >
          {t('question-next')}
        </button>
      </div>
    </section>
  )
}
