import type { Outcome, ReasonChoice } from '../../api/contract.ts'
import { t } from '../room/texts.ts'
import { Dialog } from './dialog.tsx'
import { waitingInWords } from './verdict-reasons.tsx'

interface Props {
  code: string
  outcome: Outcome
  reasons: ReasonChoice[]
  busy: boolean
  onConfirm(): void
  onClose(): void
}

/** Names what will happen, before it does. */
export function VerdictConfirm({ code, outcome, reasons, busy, onConfirm, onClose }: Props) {
  return (
    <Dialog title={t(`confirm-${outcome}-title`, { case: code })} onClose={onClose}>
      <p>{t(`confirm-${outcome}`)}</p>
      {outcome !== 'approved' && (
        <>
          <ul>
            {reasons.map(reason => (
              <li key={reason.code}>{reason.title}</li>
            ))}
          </ul>
          {outcome === 'rejected' && <p>{waitingInWords(reasons)}</p>}
        </>
      )}
      <p class="soft small">{t('confirm-ends-call')}</p>
      <div class="row end">
        <button type="button" class="button" onClick={onClose} disabled={busy}>
          {t('confirm-back')}
        </button>
        <button
          type="button"
          class={`button ${outcome.startsWith('rejected') ? 'danger' : 'primary'}`}
          data-testid="verdict-confirm"
          disabled={busy}
          onClick={onConfirm}
        >
          {t(busy ? 'verdict-sending' : `outcome-${outcome}`)}
        </button>
      </div>
    </Dialog>
  )
}
