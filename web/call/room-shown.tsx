import { Icon } from '../room/icons.tsx'
import type { LocalMedia } from '../room/local-media.ts'
import { t } from '../room/texts.ts'
import { useStore } from '../shared/store.ts'
import { PromptCard } from './page-prompt.tsx'

/** Show the place around: with the camera at the back, where the device has one. */
export function RoomShown({ local }: { local: LocalMedia }) {
  const { cameras } = useStore(local.state)
  return (
    <PromptCard icon="room" kind="room" title={t('prompt-room')}>
      <p>{t('prompt-room-how')}</p>
      {cameras.length > 1 && (
        <button type="button" class="button" data-testid="room-switch-camera" onClick={() => void local.switchCamera()}>
          <Icon name="switch" size={18} />
          {t('control-switch-camera')}
        </button>
      )}
    </PromptCard>
  )
}
