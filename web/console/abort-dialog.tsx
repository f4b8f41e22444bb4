import { useState } from 'preact/hooks'
import type { AbortInput, CaseFile } from '../../api/contract.ts'
import { randomId } from '../room/device-id.ts'
import { t } from '../room/texts.ts'
import { ChoiceField, NoteField } from './act-fields.tsx'
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
        <ChoiceField
          label={t('abort-reason')}
          testId="abort-reason"
          value={reason}
          groups={groups.map(([family, list]) => ({
            heading: familyName(family),
            choices: list.map(({ code, title }) => ({ value: code, label: title })),
          }))}
          onChange={setReason}
        />
        {chosen && (
          <div class="notice" role="status" data-testid="abort-counts" data-counts={chosen.counts}>
            <p>
              <strong>{t(chosen.counts ? 'abort-counts' : 'abort-counts-not')}</strong>
            </p>
            <p class="soft small">{t('abort-told', { text: chosen.applicantText })}</p>
          </div>
        )}
        <NoteField label={t('act-note')} testId="abort-note" value={note} onInput={setNote} />
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
