import { useState } from 'preact/hooks'
import { t } from '../room/texts.ts'
import { NoteField } from './act-fields.tsx'
import { Dialog } from './dialog.tsx'
import { ProblemNote } from './problem-note.tsx'
import { useAct } from './use-act.ts'

/** Another reviewer takes the running call over, with a word from this one. */
export function HandOverDialog({ code, onDone, onClose }: { code: string; onDone(): void; onClose(): void }) {
  const [note, setNote] = useState('')
  const { busy, error, act } = useAct(code, onDone)
  return (
    <Dialog title={t('act-hand-over')} onClose={onClose}>
      <p>{t('hand-over-means')}</p>
      <form
        class="act-form"
        onSubmit={event => {
          event.preventDefault()
          if (note.trim()) act('hand-over', { note: note.trim() })
        }}
      >
        <NoteField label={t('hand-over-note')} testId="hand-over-note" required value={note} onInput={setNote} />
        {error && <ProblemNote error={error} />}
        <div class="row end">
          <button type="submit" class="button primary" data-testid="hand-over-yes" disabled={busy || !note.trim()}>
            {t('hand-over-yes')}
          </button>
        </div>
      </form>
    </Dialog>
  )
}
