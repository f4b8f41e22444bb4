import type { CallView } from '../../api/contract.ts'
import { useDeskNow } from '../room/clock.ts'
import { Controls } from '../room/controls.tsx'
import { Icon } from '../room/icons.tsx'
import { LanguageSwitch } from '../room/language-switch.tsx'
import { LinePanel } from '../room/line-panel.tsx'
import type { LocalMedia } from '../room/local-media.ts'
import { RecordingMark } from '../room/recording-mark.tsx'
import type { Room } from '../room/room.ts'
import { Stage } from '../room/stage.tsx'
import { StateLine } from '../room/state-line.tsx'
import { named, t } from '../room/texts.ts'
import { timeWithZone } from '../room/time.ts'
import { useWakeLock } from '../room/wake-lock.ts'
import { useStore } from '../shared/store.ts'
import { PagePrompt } from './page-prompt.tsx'
import { StepProgress } from './step-progress.tsx'

const quick = ['quick-no-sound', 'quick-no-picture', 'quick-slower', 'quick-moment']

/** The call as the applicant sees it. */
export function InCall({ room, local, view }: { room: Room; local: LocalMedia; view: CallView }) {
  const { step, mediaUnreachable, peerWasHere, patienceUntil } = useStore(room.state)
  const { camera, cameraLost } = useStore(local.state)
  const now = useDeskNow(5_000)
  useWakeLock(true)
  const waitingWords = () => {
    const isAsked = patienceUntil !== null && Date.parse(patienceUntil) > now
    if (isAsked) return t('waiting-patience', { ...named(view.reviewerName), until: timeWithZone(patienceUntil) })
    return t(peerWasHere ? 'waiting-left' : 'waiting-first', named(view.reviewerName))
  }
  return (
    <div class="call">
      <header class="call-head">
        <h1 class="visually-hidden">{t('call-title')}</h1>
        <StateLine room={room} peer="reviewer" />
        <RecordingMark room={room} />
        <LanguageSwitch />
      </header>
      <StepProgress step={step} />
      <main class="call-main">
        <Stage
          room={room}
          local={local}
          peer="reviewer"
          waiting={
            <>
              <Icon name="person" size={40} />
              <p role="status" data-testid="waiting">
                {waitingWords()}
              </p>
              <p class="stage-soft">{t('waiting-in-chat')}</p>
            </>
          }
        />
        <div class="call-notices">
          <PagePrompt room={room} local={local} chatUrl={view.chatUrl} />
          {mediaUnreachable && (
            <div class="notice warning" role="alert">
              <p>{t('media-unreachable')}</p>
              <button type="button" class="button primary" onClick={() => room.start()}>
                {t('try-again')}
              </button>
            </div>
          )}
          {!camera && !cameraLost && (
            <div class="notice warning" role="status" data-testid="sound-only">
              <p>{t('own-sound-only')}</p>
              <button type="button" class="button primary" onClick={() => local.setCamera(true)}>
                {t('control-camera-on')}
              </button>
            </div>
          )}
        </div>
        <Controls local={local} onLeave={() => room.leave()} />
      </main>
      <aside class="call-side">
        <LinePanel room={room} self="applicant" quick={quick} />
      </aside>
    </div>
  )
}
