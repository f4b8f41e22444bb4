import { useEffect, useRef } from 'preact/hooks'
import { t } from './texts.ts'

/** The person's own camera, mirrored as in a mirror. */
export function OwnPicture({ stream, camera }: { stream: MediaStream | null; camera: boolean }) {
  const video = useRef<HTMLVideoElement>(null)
  useEffect(() => {
    if (video.current && video.current.srcObject !== stream) video.current.srcObject = stream
  }, [stream])
  return (
    <div class="own-picture" data-camera={camera ? 'on' : 'off'}>
      <video ref={video} data-testid="local-video" muted playsInline autoPlay aria-label={t('own-picture')} />
      {!camera && <span class="own-picture-off">{t('own-camera-off')}</span>}
    </div>
  )
}
