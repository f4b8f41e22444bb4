import type { LiveState } from '../../api/contract.ts'
import { t } from '../room/texts.ts'

/** A camera whose name is that of a program: pointed out, for a person to look closer. */
export function CameraNote({ live }: { live: LiveState | undefined }) {
  if (!live || live.virtualCameras.length === 0) return null
  return (
    <p class="notice warning" role="status" data-testid="virtual-camera">
      {t('virtual-camera', { name: live.virtualCameras.join(', ') })}
    </p>
  )
}
