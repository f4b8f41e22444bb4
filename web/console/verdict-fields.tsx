import type { CaseFile, Outcome } from '../../api/contract.ts'
import { t } from '../room/texts.ts'
import type { DecisionState } from './use-decision.ts'
import { VerdictConditions } from './verdict-conditions.tsx'
import { VerdictReasons } from './verdict-reasons.tsx'

interface Props {
  file: CaseFile
  decision: DecisionState
  outcomes: readonly Outcome[]
  /** why nothing can be decided yet; its id describes the outcomes */
  blocked?: string | undefined
  noteLabel: string
}

/** Outcome, reasons, conditions, note, and what the applicant will read. */
export function VerdictFields({ file, decision, outcomes, blocked, noteLabel }: Props) {
  const { outcome, mayApprove, chosen, choices, conditions, note } = decision
  const needsAll = (one: Outcome) => (one === 'approved' || one === 'conditional') && !mayApprove
  return (
    <>
      {blocked && (
        <p class="why" id="verdict-why" data-testid="verdict-why">
          {blocked}
        </p>
      )}
      <fieldset class="outcomes" disabled={blocked !== undefined} aria-describedby={blocked ? 'verdict-why' : undefined}>
        <legend>{t('verdict-outcome')}</legend>
        {outcomes.map(one => (
          <label key={one} data-outcome={one} data-chosen={outcome === one}>
            <input
              type="radio"
              name="outcome"
              data-testid={`outcome-${one}`}
              checked={outcome === one}
              disabled={needsAll(one)}
              onChange={() => decision.setOutcome(one)}
            />
            <span>
              <strong>{t(`outcome-${one}`)}</strong>
              <span class="soft small">{t(needsAll(one) ? 'outcome-approved-needs-all' : `outcome-${one}-means`)}</span>
            </span>
          </label>
        ))}
      </fieldset>
      {outcome === 'conditional' && <VerdictConditions file={file} value={conditions} onChange={decision.setConditions} />}
      {outcome && outcome !== 'approved' && !blocked && (
        <VerdictReasons choices={choices} chosen={chosen} onChange={decision.pick} />
      )}
      {!blocked && <VerdictPreview decision={decision} />}
      <label class="field">
        <span>{noteLabel}</span>
        <textarea
          rows={2}
          maxLength={2000}
          data-testid="verdict-note"
          disabled={blocked !== undefined}
          value={note}
          onInput={event => decision.setNote(event.currentTarget.value)}
        />
      </label>
    </>
  )
}

function VerdictPreview({ decision: { preview, outcome } }: { decision: DecisionState }) {
  if (outcome === 'escalated') return <p class="soft small">{t('preview-escalated')}</p>
  if (!preview) return null
  return (
    <section class="preview-letter" aria-label={t('verdict-preview')} aria-live="polite" data-testid="verdict-preview">
      <h4>{t('verdict-preview')}</h4>
      <p class="preview-text" lang={preview.locale}>
        {preview.text}
      </p>
      {preview.buttons.length > 0 && (
        <ul class="preview-buttons" lang={preview.locale} aria-label={t('preview-buttons')}>
          {preview.buttons.map(label => (
            <li key={label}>{label}</li>
          ))}
        </ul>
      )}
    </section>
  )
}
