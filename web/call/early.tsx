import { useState } from 'preact/hooks'
import type { CallView } from '../../api/contract.ts'
import { CameraHelp, InAppNotice } from '../room/camera-help.tsx'
import { useDeskNow } from '../room/clock.ts'
import { ChatButton, FullPage } from '../room/full-page.tsx'
import { LevelMeter } from '../room/level-meter.tsx'
import type { LocalMedia } from '../room/local-media.ts'
import { OwnPicture } from '../room/own-picture.tsx'
import { t } from '../room/texts.ts'
import { spanInWords, timeWithZone, whenInWords } from '../room/time.ts'
import { useStore } from '../shared/store.ts'
import { Prepare } from './prepare.tsx'

/** Before the window: when it opens, how to prepare, and a look at camera and microphone for who wants it. */
export function Early({ view, local }: { view: CallView; local: LocalMedia }) {
  const now = useDeskNow()
  return (
    <FullPage icon="clock" title={t('early-title')} kind="early">
      <p class="when">
        <strong>{whenInWords(view.startsAt)}</strong>
      </p>
      <p data-testid="countdown">{t('early-countdown', { span: spanInWords(Date.parse(view.startsAt) - now) })}</p>
      <p class="soft">{t('early-opens', { at: timeWithZone(view.opensAt) })}</p>
      <ChatButton chatUrl={view.chatUrl} waiting />
      <Prepare />
      <DeviceCheck local={local} />
      <InAppNotice />
    </FullPage>
  )
}

function DeviceCheck({ local }: { local: LocalMedia }) {
  const { stream, opening, problem, camera } = useStore(local.state)
  const [wanted, setWanted] = useState(false)
  const open = () => {
    setWanted(true)
    void local.open()
  }
  if (!wanted && !stream) {
    return (
      <button type="button" class="button" data-testid="device-check" onClick={open}>
        {t('device-check')}
      </button>
    )
  }
  return (
    <section class="device-check" aria-label={t('device-check')}>
      {problem && <CameraHelp problem={problem} onRetry={open} />}
      {opening && <p role="status">{t('camera-asking')}</p>}
      {stream && (
        <>
          <OwnPicture stream={stream} camera={camera} />
          <LevelMeter stream={stream} />
          <p class="soft">{t('device-check-how')}</p>
          <button
            type="button"
            class="button"
            onClick={() => {
              local.close()
              setWanted(false)
            }}
          >
            {t('device-check-stop')}
          </button>
        </>
      )}
    </section>
  )
}
