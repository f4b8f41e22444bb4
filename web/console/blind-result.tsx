import { useState } from 'preact/hooks'
import type { BlindCompared } from '../../api/contract.ts'
import { t } from '../room/texts.ts'

interface Props {
  compared: BlindCompared
  busy: boolean
  onRaise(note: string): void
}

/** Beside the own finding, on record by now, what was decided; where the two differ it can be handed to the admins. */
export function BlindResult({ compared, busy, onRaise }: Props) {
  const [note, setNote] = useState('')
  const { agrees, caseCode, outcome, reasons, raised } = compared
  return (
    <section data-testid="blind-result" data-agrees={agrees} aria-live="polite">
      <h3>{t(agrees ? 'blind-agrees' : 'blind-differs')}</h3>
      <p>{t('blind-decided', { case: caseCode, outcome: t(`outcome-${outcome}`) })}</p>
      {reasons.length > 0 && (
        <ul>
          {reasons.map(reason => (
            <li key={reason}>{reason}</li>
          ))}
        </ul>
      )}
      <p class="soft">{t('blind-stays')}</p>
      {raised && (
        <p class="notice" data-testid="blind-raised">
          {t('blind-raised')}
        </p>
      )}
      {!agrees && !raised && (
        <form
          onSubmit={event => {
            event.preventDefault()
            if (note.trim()) onRaise(note.trim())
          }}
        >
          <label class="field">
            <span>{t('blind-raise-note')}</span>
            <textarea
              rows={2}
              maxLength={1000}
              data-testid="blind-raise-note"
              value={note}
              onInput={event => setNote(event.currentTarget.value)}
            />
          </label>
          <button type="submit" class="button" data-testid="blind-raise" disabled={busy || note.trim() === ''}>
            {t('blind-raise')}
          </button>
        </form>
      )}
    </section>
  )
}
