import { useStore } from '../shared/store.ts'
import { Icon, type IconName } from './icons.tsx'
import type { LocalMedia } from './local-media.ts'
import { SoundTest } from './sound-test.tsx'
import { t } from './texts.ts'

interface Props {
  local: LocalMedia
  onLeave(): void
}

/** Microphone, camera, other camera, sound test, leave. */
export function Controls({ local, onLeave }: Props) {
  const { microphone, camera, cameras } = useStore(local.state)
  return (
    <div class="controls" role="toolbar" aria-label={t('controls')}>
      <Control
        icon={microphone ? 'microphone' : 'microphone-off'}
        label={t(microphone ? 'control-mute' : 'control-unmute')}
        off={!microphone}
        testId="microphone"
        onClick={() => local.setMicrophone(!microphone)}
      />
      <Control
        icon={camera ? 'camera' : 'camera-off'}
        label={t(camera ? 'control-camera-off' : 'control-camera-on')}
        off={!camera}
        testId="camera"
        onClick={() => local.setCamera(!camera)}
      />
      {cameras.length > 1 && (
        <Control
          icon="switch"
          label={t('control-switch-camera')}
          testId="switch-camera"
          onClick={() => void local.switchCamera()}
        />
      )}
      <SoundTest />
      <Control icon="leave" label={t('control-leave')} testId="leave" danger onClick={onLeave} />
    </div>
  )
}

interface ControlProps {
  icon: IconName
  label: string
  testId: string
  off?: boolean
  danger?: boolean
  onClick(): void
}

function Control({ icon, label, testId, off = false, danger = false, onClick }: ControlProps) {
  return (
    <button type="button" class={`control${off ? ' off' : ''}${danger ? ' danger' : ''}`} data-testid={testId} onClick={onClick}>
      <span class="control-disc">
        <Icon name={icon} />
      </span>
      <span class="control-label">{label}</span>
    </button>
  )
}
