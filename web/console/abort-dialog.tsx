import { useState } from 'preact/hooks'
import type { AbortInput, CaseFile } from '../../api/contract.ts'
import { randomId } from '../room/device-id.ts'
import { t } from '../room/texts.ts'
import { Dialog } from './dialog.tsx'
import { ProblemNote } from './problem-note.tsx'
import { byFamily, familyName } from './reason-select.tsx'
import { useAct } from './use-act.ts'

/** Breaks the review off. The reason says whether it counts, and what the applicant reads. */
export function AbortDialog({ file, onDone, onClose }: { file: CaseFile; onDone(): void; onClose(): void }) {
  const [reason, setReason] = useState('')
  const [note, setNote] = useState('')
  const [idempotencyKey] = useState(randomId)
  const { busy, error, act } = useAct(file.caseCode, onDone)
  const fitting = file.reasons.filter(({ outcomes }) => outcomes.includes('retry'))
  // technical ones first: they are why most calls break off
  const groups = byFamily(fitting).sort(([a], [b]) => Number(b === 'TECH') - Number(a === 'TECH'))
  const chosen = fitting.find(({ code }) => code === reason)
  const input: AbortInput = { reason, idempotencyKey, ...(note.trim() && { note: note.trim() }) }
  return (
    <Dialog title={t('act-abort')} onClose={onClose}>
      <p>{t('abort-means')}</p>
      <form
        class="act-form"
        onSubmit={event => {
          event.preventDefault()
          if (chosen) act('abort', input)
        }}
      >
        <label>
          {t('abort-reason')}
          <select
            class="check-reason"
            data-testid="abort-reason"
            required
            value={reason}
            onChange={event => setReason(event.currentTarget.value)}
          >
            <option value="" disabled>
              {t('choose')}
            </option>
            {groups.map(([family, list]) => (
              <optgroup key={family} label={familyName(family)}>
                {list.map(({ code, title }) => (
                  <option key={code} value={code}>
                    {title}
                  </option>
                ))}
              </optgroup>
            ))}
          </select>
        </label>
        {chosen && (
          <div class="notice" role="status" data-testid="abort-counts" data-counts={chosen.counts}>
            <p>
              <strong>{t(chosen.counts ? 'abort-counts' : 'abort-counts-not')}</strong>
            </p>
            <p class="soft small">{t('abort-told', { text: chosen.applicantText })}</p>
          </div>
        )}
        <label>
          {t('act-note')}
          <textarea
            class="check-note"
            rows={2}
            maxLength={2000}
            value={note}
            onInput={event => setNote(event.currentTarget.value)}
          />
        </label>
        {error && <ProblemNote error={error} />}
        <div class="row end">
          <button type="submit" class="button danger" data-testid="abort-yes" disabled={busy || !chosen}>
            {t('abort-yes')}
          </button>
        </div>
      </form>
    </Dialog>
  )
}
