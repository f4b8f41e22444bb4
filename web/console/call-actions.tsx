import { useState } from 'preact/hooks'
import type { CaseFile } from '../../api/contract.ts'
import { t } from '../room/texts.ts'
import { AbortDialog } from './abort-dialog.tsx'
import { HandOverDialog } from './hand-over-dialog.tsx'
import { MarkDialog } from './mark-dialog.tsx'

const actions = ['mark', 'hand-over', 'abort'] as const
type Action = (typeof actions)[number]

interface Props {
  file: CaseFile
  /** something changed that the case file tells */
  onChanged(): void
  /** the review is over by it */
  onEnded(): void
}

/** What a reviewer does in a call besides checking: mark something in silence, hand over, break off. */
export function CallActions({ file, onChanged, onEnded }: Props) {
  const [open, setOpen] = useState<Action | null>(null)
  const close = () => setOpen(null)
  const done = () => {
    close()
    onEnded()
  }
  return (
    <div class="call-actions" role="toolbar" aria-label={t('call-actions')}>
      {actions.map(action => (
        <button key={action} type="button" class="link-button" data-testid={`act-${action}`} onClick={() => setOpen(action)}>
          {t(`act-${action}`)}
          {action === 'mark' && file.marks.length > 0 && ` (${file.marks.length})`}
        </button>
      ))}
      {open === 'mark' && <MarkDialog file={file} onChanged={onChanged} onClose={close} />}
      {open === 'hand-over' && <HandOverDialog code={file.caseCode} onDone={done} onClose={close} />}
      {open === 'abort' && <AbortDialog file={file} onDone={done} onClose={close} />}
    </div>
  )
}
