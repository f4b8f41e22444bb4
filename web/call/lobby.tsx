import { useEffect, useState } from 'preact/hooks'
import type { CallView } from '../../api/contract.ts'
import { cameraAllowed, cameraRefused, inAppBrowser } from '../room/browser.ts'
import { CameraHelp, InAppNotice } from '../room/camera-help.tsx'
import { DevicePickers } from '../room/device-pickers.tsx'
import { ChatButton, FullPage } from '../room/full-page.tsx'
import { Icon } from '../room/icons.tsx'
import { joinedBefore } from '../room/joined-before.ts'
import { LevelMeter } from '../room/level-meter.tsx'
import type { LocalMedia } from '../room/local-media.ts'
import { OtherDevice } from '../room/other-device.tsx'
import { OwnPicture } from '../room/own-picture.tsx'
import { named, t } from '../room/texts.ts'
import { whenInWords } from '../room/time.ts'
import { useStore } from '../shared/store.ts'

interface Props {
  code: string
  view: CallView
  local: LocalMedia
  onJoin(): Promise<void>
}

/** The door of the open call: says why the camera is asked for, shows the own picture, then joins. */
export function Lobby({ code, view, local, onJoin }: Props) {
  const { stream, opening, problem, cameraLost } = useStore(local.state)
  const [joining, setJoining] = useState(false)
  const [returning] = useState(() => joinedBefore(code))
  const join = () => {
    setJoining(true)
    void onJoin().finally(() => setJoining(false))
  }
  // refused before, the browser would not ask: what mends it is shown at once
  useEffect(() => {
    void cameraRefused().then(refused => {
      if (refused) void local.open()
    })
  }, [local])
  useEffect(() => {
    if (!returning) return
    void cameraAllowed().then(allowed => allowed && join())
  }, [returning])

  return (
    <FullPage icon="camera" title={t(returning ? 'lobby-return-title' : 'lobby-title')} kind="lobby">
      <p class="when">{t('lobby-when', { at: whenInWords(view.startsAt), ...named(view.reviewerName) })}</p>
      {!stream && !problem && <InAppNotice />}
      {problem && <CameraHelp problem={problem} onRetry={() => void local.open()} />}
      {stream ? <Preview local={local} /> : !problem && <p>{t('lobby-explain')}</p>}
      {(stream || returning) && (
        <button
          type="button"
          class="button primary large"
          data-testid="join"
          disabled={joining || opening || cameraLost}
          onClick={join}
        >
          <Icon name="camera" />
          {t(joining ? 'joining' : returning ? 'rejoin' : 'join')}
        </button>
      )}
      {!stream && !returning && !problem && (
        <button
          type="button"
          class="button primary large"
          data-testid="camera-on"
          disabled={opening}
          onClick={() => void local.open()}
        >
          <Icon name="camera" />
          {t(opening ? 'camera-asking' : 'camera-on')}
        </button>
      )}
      {!stream && !problem && !inAppBrowser() && <OtherDevice />}
      <p class="soft">{t('lobby-chat')}</p>
      <ChatButton chatUrl={view.chatUrl} primary={false} waiting />
    </FullPage>
  )
}

function Preview({ local }: { local: LocalMedia }) {
  const { stream, camera, cameras, cameraLost } = useStore(local.state)
  return (
    <div class="preview">
      <OwnPicture stream={stream} camera={camera} />
      <LevelMeter stream={stream} />
      {cameraLost && (
        <button type="button" class="button primary" onClick={() => void local.switchCamera()}>
          {t('camera-lost-again')}
        </button>
      )}
      {cameras.length > 1 && (
        <button type="button" class="button" onClick={() => void local.switchCamera()}>
          <Icon name="switch" size={18} />
          {t('control-switch-camera')}
        </button>
      )}
      <p class="soft">{t('preview-look')}</p>
      <DevicePickers local={local} />
    </div>
  )
}
