import type { RefObject } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { t } from '../room/texts.ts'
import { cardFrame } from './picture.ts'

interface Props {
  stream: MediaStream
  video: RefObject<HTMLVideoElement | null>
  /** with the frame for the card; print is then not mirrored, so that it can be read */
  framed: boolean
}

/** What the camera sees. */
export function Stage({ stream, video, framed }: Props) {
  const [size, setSize] = useState({ width: 4, height: 3 })
  useEffect(() => {
    if (video.current && video.current.srcObject !== stream) video.current.srcObject = stream
  }, [stream])
  const frame = cardFrame(size)
  const percent = (part: number, whole: number) => `${((100 * part) / whole).toFixed(1)}%`
  return (
    <div class="rehearsal-stage" data-framed={framed}>
      <video
        ref={video}
        data-testid="local-video"
        muted
        playsInline
        autoPlay
        aria-label={t('own-picture')}
        onResize={event => {
          const { videoWidth, videoHeight } = event.currentTarget
          if (videoWidth > 0) setSize({ width: videoWidth, height: videoHeight })
        }}
      />
      {framed && (
        <div
          class="card-frame"
          aria-hidden="true"
          style={{
            left: percent(frame.x, size.width),
            top: percent(frame.y, size.height),
            width: percent(frame.width, size.width),
            height: percent(frame.height, size.height),
          }}
        />
      )}
    </div>
  )
}
