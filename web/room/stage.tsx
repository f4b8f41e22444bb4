import type { ComponentChildren } from 'preact'
import type { Role } from '../../api/contract.ts'
import { useStore } from '../shared/store.ts'
import { Icon } from './icons.tsx'
import type { LocalMedia } from './local-media.ts'
import { OwnPicture } from './own-picture.tsx'
import { useReading } from './reading.ts'
import { RemotePicture } from './remote-picture.tsx'
import type { Room } from './room.ts'
import { phaseOf } from './room-state.ts'
import { t } from './texts.ts'

interface Props {
  room: Room
  local: LocalMedia
  peer: Role
  /** what is said while nobody is there yet */
  waiting: ComponentChildren
}

/** The other person large, the own picture small, and in words whatever is missing. */
export function Stage({ room, local, peer, waiting }: Props) {
  const state = useStore(room.state)
  const own = useStore(local.state)
  const phase = phaseOf(state)
  const reading = useReading(state.prompt)
  const hidden = phase !== 'connected' && !(phase === 'reconnecting' && state.remote)
  return (
    <div class="stage" data-phase={phase}>
      <RemotePicture stream={state.remote} peer={peer} />
      {hidden && <div class="stage-cover">{phase === 'waiting' ? waiting : <p>{t(`state-${phase}`, { peer })}</p>}</div>}
      {!hidden && state.peer?.media.camera === false && (
        <div class="stage-cover">
          <Icon name="camera-off" size={40} />
          <p>{t(reading > 0 ? 'peer-reading' : 'peer-camera-off', { peer })}</p>
          {peer === 'applicant' && reading === 0 && <p class="stage-soft">{t('sound-only')}</p>}
        </div>
      )}
      {!hidden && state.peer?.media.microphone === false && <p class="stage-note">{t('peer-muted', { peer })}</p>}
      {own.cameraLost && (
        <button type="button" class="button primary stage-mend" onClick={() => void local.switchCamera()}>
          {t('camera-lost-again')}
        </button>
      )}
      <OwnPicture stream={own.stream} camera={own.camera} />
    </div>
  )
}
