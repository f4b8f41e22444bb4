import type { VNode } from 'preact'
import type { CallView } from '../../api/contract.ts'
import { ChatButton, FullPage } from '../room/full-page.tsx'
import { ApiError } from '../room/http.ts'
import { ProblemPage } from '../room/problem-page.tsx'
import type { Ending } from '../room/room-state.ts'
import { t } from '../room/texts.ts'
import { timeWithZone } from '../room/time.ts'

interface Props {
  ending: Ending | null
  refusal: ApiError | null
  /** was let in before the refusal */
  wasIn: boolean
  view: CallView
  onReturn(): void
}

/** Why this person is not in the call any more, or not let in, and the way on. */
export function afterCall({ ending, refusal, wasIn, view, onReturn }: Props): VNode {
  const { chatUrl } = view
  if (ending === 'ended') return <Ended chatUrl={chatUrl} />
  if (ending === 'left') return <Return kind="left" view={view} onReturn={onReturn} />
  if (ending === 'replaced') return <Return kind="replaced" view={view} onReturn={onReturn} />
  if (refusal?.code === 'other-device') return <Return kind="other-device" view={view} onReturn={onReturn} />
  if (refusal?.code === 'link-over' && wasIn) return <Ended chatUrl={chatUrl} />
  const error =
    refusal ?? new ApiError({ type: 'about:blank', title: 'revoked', status: 410, code: 'link-over', detail: 'moved' })
  return <ProblemPage error={error} chatUrl={chatUrl} onRetry={error.passing ? onReturn : undefined} />
}

function Ended({ chatUrl }: { chatUrl: string }) {
  return (
    <FullPage icon="check" title={t('ended-title')} kind="ended">
      <div data-testid="call-state" data-state="ended" role="status">
        <p>{t('ended-text')}</p>
      </div>
      <p class="soft">{t('ended-close')}</p>
      <ChatButton chatUrl={chatUrl} />
    </FullPage>
  )
}

/** left, replaced and other-device: the call goes on, and this page may come back to it. */
function Return({ kind, view, onReturn }: { kind: 'left' | 'replaced' | 'other-device'; view: CallView; onReturn(): void }) {
  return (
    <FullPage icon={kind === 'left' ? 'leave' : 'warning'} title={t(`${kind}-title`)} kind={kind}>
      <div data-testid="call-state" data-state="ended" role="status">
        <p>{t(`${kind}-text`, { until: timeWithZone(view.closesAt) })}</p>
      </div>
      <div class="row">
        <button type="button" class="button primary" data-testid="join" onClick={onReturn}>
          {t(kind === 'other-device' ? 'try-again' : `${kind}-return`)}
        </button>
        <ChatButton chatUrl={view.chatUrl} primary={false} />
      </div>
    </FullPage>
  )
}
