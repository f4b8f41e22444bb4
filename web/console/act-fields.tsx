import { t } from '../room/texts.ts'

interface Choice {
  value: string
  label: string
}

interface ChoiceProps {
  label: string
  testId: string
  value: string
  /** under a heading each; without one they stand by themselves */
  groups: readonly { heading?: string; choices: readonly Choice[] }[]
  onChange(value: string): void
}

/** One of several, which has to be chosen. */
export function ChoiceField({ label, testId, value, groups, onChange }: ChoiceProps) {
  return (
    <label>
      {label}
      <select
        class="check-reason"
        data-testid={testId}
        required
        value={value}
        onChange={event => onChange(event.currentTarget.value)}
      >
        <option value="" disabled>
          {t('choose')}
        </option>
        {groups.map(({ heading, choices }) =>
          heading === undefined ? (
            <Options key="" choices={choices} />
          ) : (
            <optgroup key={heading} label={heading}>
              <Options choices={choices} />
            </optgroup>
          ),
        )}
      </select>
    </label>
  )
}

function Options({ choices }: { choices: readonly Choice[] }) {
  return (
    <>
      {choices.map(({ value, label }) => (
        <option key={value} value={value}>
          {label}
        </option>
      ))}
    </>
  )
}

interface NoteProps {
  label: string
  testId: string
  value: string
  required?: boolean
  onInput(words: string): void
}

/** A word from the reviewer, for staff alone. */
export function NoteField({ label, testId, value, required = false, onInput }: NoteProps) {
  return (
    <label>
      {label}
      <textarea
        class="check-note"
        rows={required ? 3 : 2}
        maxLength={2000}
        required={required}
        data-testid={testId}
        value={value}
        onInput={event => onInput(event.currentTarget.value)}
      />
    </label>
  )
}
