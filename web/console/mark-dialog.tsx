import { useState } from 'preact/hooks'
import type { CaseFile } from '../../api/contract.ts'
import { t } from '../room/texts.ts'
import { timeOfDay } from '../room/time.ts'
import { ChoiceField, NoteField } from './act-fields.tsx'
import { Dialog } from './dialog.tsx'
import { ProblemNote } from './problem-note.tsx'
import { useAct } from './use-act.ts'

/** Silent marks: made, listed, taken back. */
export function MarkDialog({ file, onChanged, onClose }: { file: CaseFile; onChanged(): void; onClose(): void }) {
  const [kind, setKind] = useState('')
  const [note, setNote] = useState('')
  const { busy, error, act } = useAct(file.caseCode, () => {
    setKind('')
    setNote('')
    onChanged()
  })
  return (
    <Dialog title={t('act-mark')} onClose={onClose}>
      <p class="soft small">{t('mark-means')}</p>
      {file.marks.length > 0 && (
        <ul class="marks">
          {file.marks.map(mark => (
            <li key={mark.id} data-testid="mark">
              <span>
                <strong>{mark.label}</strong> <span class="soft small">{`${mark.by} · ${timeOfDay(mark.at)}`}</span>
                {mark.note && <q class="part-hint">{mark.note}</q>}
              </span>
              <button
                type="button"
                class="link-button"
                data-testid="mark-withdraw"
                aria-label={t('mark-withdraw-of', { mark: mark.label })}
                disabled={busy}
                onClick={() => act(`marks/${mark.id}/withdraw`, {})}
              >
                {t('mark-withdraw')}
              </button>
            </li>
          ))}
        </ul>
      )}
      <form
        class="act-form"
        onSubmit={event => {
          event.preventDefault()
          if (kind) act('marks', { kind, ...(note.trim() && { note: note.trim() }) })
        }}
      >
        <ChoiceField
          label={t('mark-kind')}
          testId="mark-kind"
          value={kind}
          groups={[{ choices: file.markKinds.map(({ kind, label }) => ({ value: kind, label })) }]}
          onChange={setKind}
        />
        <NoteField label={t('act-note')} testId="mark-note" value={note} onInput={setNote} />
        {error && <ProblemNote error={error} />}
        <div class="row end">
          <button type="submit" class="button primary" data-testid="mark-make" disabled={busy || !kind}>
            {t('mark-make')}
          </button>
        </div>
      </form>
    </Dialog>
  )
}
