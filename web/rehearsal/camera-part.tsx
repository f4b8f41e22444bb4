import { t } from '../room/texts.ts'
import { useStore } from '../shared/store.ts'
import { Improve } from './improve.tsx'
import type { PartProps } from './part-props.ts'

/** Does the camera open, and is its picture large enough? */
export function CameraPart({ rehearsal }: PartProps) {
  const { opening, problem, stream } = useStore(rehearsal.local.state)
  if (problem) {
    return (
      <button type="button" class="button" data-testid="without-camera" onClick={() => void rehearsal.goOnWithout()}>
        {t('rehearsal-without-camera')}
      </button>
    )
  }
  if (opening) return <p role="status">{t('camera-asking')}</p>
  if (!stream) return null
  const other = async () => {
    await rehearsal.local.switchCamera()
    await rehearsal.openCamera()
  }
  return <Improve rehearsal={rehearsal} part="camera" onAgain={() => void other()} />
}
