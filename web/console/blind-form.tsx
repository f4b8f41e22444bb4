import { useState } from 'preact/hooks'
import type { BlindInput, ReasonChoice } from '../../api/contract.ts'
import { t } from '../room/texts.ts'
import { VerdictReasons } from './verdict-reasons.tsx'

const outcomes: readonly BlindInput['outcome'][] = ['approved', 'conditional', 'retry', 'rejected', 'rejected-for-good']

interface Props {
  reasons: ReasonChoice[]
  busy: boolean
  onSubmit(input: BlindInput): void
}

/** What one would have decided, and why; every outcome is open, since no check is asked for here. */
export function BlindForm({ reasons, busy, onSubmit }: Props) {
  const [outcome, setOutcome] = useState<BlindInput['outcome'] | null>(null)
  const [codes, setCodes] = useState<string[]>([])
  const [note, setNote] = useState('')
  const choices = outcome ? reasons.filter(reason => reason.outcomes.includes(outcome)) : []
  const chosen = choices.filter(reason => codes.includes(reason.code))
  const complete = outcome !== null && (outcome === 'approved' || chosen.length > 0)
  return (
    <form
      class="verdict"
      onSubmit={event => {
        event.preventDefault()
        if (!complete || !outcome) return
        const said = note.trim()
        onSubmit({ outcome, reasons: outcome === 'approved' ? [] : chosen.map(({ code }) => code), ...(said && { note: said }) })
      }}
    >
      <fieldset class="outcomes">
        <legend>{t('blind-outcome')}</legend>
        {outcomes.map(one => (
          <label key={one} data-outcome={one} data-chosen={outcome === one}>
            <input
              type="radio"
              name="blind-outcome"
              data-testid={`blind-${one}`}
              checked={outcome === one}
              onChange={() => setOutcome(one)}
            />
            <span>
              <strong>{t(`outcome-${one}`)}</strong>
            </span>
          </label>
        ))}
      </fieldset>
      {outcome && outcome !== 'approved' && <VerdictReasons choices={choices} chosen={chosen} onChange={setCodes} />}
      <label class="field">
        <span>{t('blind-note')}</span>
        <textarea
          rows={2}
          maxLength={2000}
          data-testid="blind-note"
          value={note}
          onInput={event => setNote(event.currentTarget.value)}
        />
      </label>
      {outcome && !complete && <p class="why">{t('verdict-pick-reason')}</p>}
      <button type="submit" class="button primary large" data-testid="blind-submit" disabled={!complete || busy}>
        {t('blind-submit')}
      </button>
    </form>
  )
}
