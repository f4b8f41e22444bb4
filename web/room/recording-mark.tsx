import { useStore } from '../shared/store.ts'
import type { Room } from './room.ts'
import { t } from './texts.ts'

/** On both pages, as long as the desk takes a recording in; said aloud when it begins. */
export function RecordingMark({ room }: { room: Room }) {
  const { recording, peer } = useStore(room.state)
  return (
    <p class="recording-mark" role="status" data-testid="recording-mark" data-on={recording && peer !== null}>
      {recording && peer !== null && (
        <>
          <span class="recording-dot" aria-hidden="true" />
          {t('recording-on')}
        </>
      )}
    </p>
  )
}
