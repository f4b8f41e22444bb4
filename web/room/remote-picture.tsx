import { useEffect, useRef, useState } from 'preact/hooks'
import type { Role } from '../../api/contract.ts'
import { sendToChosenSpeaker } from './chosen-devices.ts'
import { Icon } from './icons.tsx'
import { t } from './texts.ts'

interface Props {
  stream: MediaStream | null
  peer: Role
}

/** The other person, with sound. A browser that forbids sound before a touch plays the picture and gets a button. */
export function RemotePicture({ stream, peer }: Props) {
  const video = useRef<HTMLVideoElement>(null)
  const [silenced, setSilenced] = useState(false)
  useEffect(() => {
    const element = video.current
    if (!element || element.srcObject === stream) return
    element.srcObject = stream
    void sendToChosenSpeaker(element)
    if (stream) void play(element, () => setSilenced(true))
  }, [stream])
  const hear = () => {
    if (!video.current) return
    video.current.muted = false
    setSilenced(false)
    void play(video.current, () => setSilenced(true))
  }
  return (
    <>
      {/* biome-ignore lint/a11y/useMediaCaption: a live talk; the text line stands beside it */}
      <video
        ref={video}
        class="remote-video"
        data-testid="remote-video"
        playsInline
        autoPlay
        aria-label={t('remote-picture', { peer })}
      />
      {silenced && (
        <button type="button" class="button primary hear" onClick={hear}>
          <Icon name="sound" />
          {t('tap-to-hear')}
        </button>
      )}
    </>
  )
}

async function play(element: HTMLVideoElement, silenced: () => void): Promise<void> {
  try {
    await element.play()
  } catch (error) {
    if (!(error instanceof DOMException) || error.name !== 'NotAllowedError') return
    element.muted = true
    silenced()
    await element.play().catch(() => undefined)
  }
}
