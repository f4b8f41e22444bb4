import { useEffect, useRef, useState } from 'preact/hooks'
import { useChat } from './chat-context.ts'
import { Dialog } from './dialog.tsx'
import { useTexts } from './texts.ts'

interface CameraDialogProps {
  onClose(): void
  onShot(file: File): void
  onFallback(): void
}

const QUALITY = 0.92

/** A snapshot by the machine's camera; where there is none, the way to a file. */
export function CameraDialog({ onClose, onShot, onFallback }: CameraDialogProps) {
  const texts = useTexts()
  const { chatId } = useChat()
  const video = useRef<HTMLVideoElement>(null)
  const [state, setState] = useState<'asking' | 'live' | 'none'>('asking')
  useEffect(() => {
    let stream: MediaStream | undefined
    let isGone = false
    const stop = () => {
      for (const track of stream?.getTracks() ?? []) track.stop()
    }
    const open = async () => {
      try {
        stream = await navigator.mediaDevices.getUserMedia({ video: { width: { ideal: 1920 }, facingMode: 'environment' } })
        if (isGone) return stop()
        if (video.current) video.current.srcObject = stream
      } catch {
        if (!isGone) setState('none')
      }
    }
    void open()
    return () => {
      isGone = true
      stop()
    }
  }, [])
  const shoot = () => {
    const frame = video.current
    if (!frame) return
    const canvas = document.createElement('canvas')
    canvas.width = frame.videoWidth
    canvas.height = frame.videoHeight
    canvas.getContext('2d')?.drawImage(frame, 0, 0)
    canvas.toBlob(
      blob => {
        if (!blob) return
        onClose()
        onShot(new File([blob], `camera-${Date.now()}.jpg`, { type: 'image/jpeg' }))
      },
      'image/jpeg',
      QUALITY,
    )
  }
  const actions =
    state === 'none' ? (
      <button
        type="button"
        class="button primary"
        onClick={() => {
          onClose()
          onFallback()
        }}
      >
        {texts.chooseFile}
      </button>
    ) : (
      <button type="button" class="button primary" disabled={state !== 'live'} onClick={shoot} data-testid="camera-shoot">
        {texts.snapshot}
      </button>
    )
  return (
    <Dialog title={texts.camera} onClose={onClose} actions={actions} chatId={chatId}>
      {state === 'none' ? (
        <p role="alert">{texts.noCamera}</p>
      ) : (
        <video ref={video} class="camera" autoplay muted playsInline onPlaying={() => setState('live')} />
      )}
    </Dialog>
  )
}
