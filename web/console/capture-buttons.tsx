import { useEffect, useState } from 'preact/hooks'
import type { CaptureKind, CaptureShown } from '../../api/contract.ts'
import { type ApiError, api, asApiError } from '../room/http.ts'
import { Icon } from '../room/icons.tsx'
import type { Room } from '../room/room.ts'
import { phaseOf } from '../room/room-state.ts'
import { t } from '../room/texts.ts'
import { whenInWords } from '../room/time.ts'
import { captureIcons } from './capture-icons.ts'
import { grabStill } from './grab-still.ts'
import { PictureDialog } from './picture-dialog.tsx'
import { ProblemNote } from './problem-note.tsx'
import { keyOf } from './shortcuts.ts'

interface Props {
  code: string
  kinds: readonly CaptureKind[]
  captures: readonly CaptureShown[]
  /** the call from which a still can be taken; null: not in it */
  room: Room | null
  editable: boolean
  onTaken(): void
}

/** The stills of one check: to take, to look at, to take again. The key `c` takes the next one that is missing. */
export function CaptureButtons({ code, kinds, captures, room, editable, onTaken }: Props) {
  const present = (kind: CaptureKind) => captures.find(capture => capture.present && capture.kind === kind)
  const next = kinds.find(kind => !present(kind)) ?? kinds[0]
  return (
    <ul class="captures">
      {kinds.map(kind => (
        <li key={kind}>
          <OneCapture {...{ code, kind, room, editable, onTaken }} taken={present(kind)} isNext={kind === next} />
        </li>
      ))}
    </ul>
  )
}

interface OneProps extends Pick<Props, 'code' | 'room' | 'editable' | 'onTaken'> {
  kind: CaptureKind
  taken: CaptureShown | undefined
  isNext: boolean
}

function OneCapture({ code, kind, room, editable, taken, isNext, onTaken }: OneProps) {
  const { busy, error, preview, take } = useTaking({ code, kind, room, onTaken })
  const [open, setOpen] = useState(false)
  const label = t(`capture-${kind}`)
  return (
    <>
      <p class="capture-line">
        <button
          type="button"
          class={taken ? 'button' : 'button primary'}
          data-testid={`capture-${kind}`}
          data-shortcut={isNext ? keyOf('capture') : undefined}
          aria-disabled={!editable || !room || busy}
          onClick={() => editable && room && !busy && void take()}
        >
          <Icon name="camera" size={18} />
          <span>{t(taken ? 'capture-again' : 'capture-take', { what: label })}</span>
        </button>
        <span role="status" data-testid={`capture-${kind}-state`} data-taken={taken !== undefined}>
          {busy
            ? t('capture-saving')
            : taken
              ? t('capture-taken', { at: whenInWords(taken.takenAt) })
              : !room && t('capture-not-now')}
        </span>
      </p>
      {taken && (
        <button type="button" class="capture-preview" data-testid={`capture-${kind}-open`} onClick={() => setOpen(true)}>
          {/* what this page took itself is shown at once; of anything else each opening is written down */}
          {preview ? <img src={preview} alt="" /> : <Icon name={captureIcons[kind]} size={20} />}
          <span class="visually-hidden">{t('capture-open', { what: label })}</span>
          <span class="soft small">{t('capture-size', { width: String(taken.width), height: String(taken.height) })}</span>
        </button>
      )}
      {error && <ProblemNote error={error} onRetry={() => void take()} />}
      {open && taken && <PictureDialog code={code} picture={taken} onClose={() => setOpen(false)} />}
    </>
  )
}

/** Takes one, keeps it with the desk, and shows it from this page's own memory. */
function useTaking({ code, kind, room, onTaken }: Pick<OneProps, 'code' | 'kind' | 'room' | 'onTaken'>) {
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<ApiError | null>(null)
  const [preview, setPreview] = useState<string | null>(null)
  useEffect(() => () => void (preview && URL.revokeObjectURL(preview)), [preview])
  const take = async () => {
    const { remote } = room?.state.get() ?? {}
    if (!remote) return
    setBusy(true)
    setError(null)
    try {
      const still = await grabStill(remote)
      await api(`/api/console/cases/${encodeURIComponent(code)}/captures/${kind}`, {
        method: 'POST',
        body: still,
        timeoutMs: 30_000,
      })
      setPreview(URL.createObjectURL(still))
      onTaken()
    } catch (failure) {
      setError(asApiError(failure, 'no-frame'))
    }
    setBusy(false)
  }
  return { busy, error, preview, take }
}

/** The room, while the other person's picture comes through it. */
export function useVisible(room: Room | null): Room | null {
  const [visible, setVisible] = useState(false)
  useEffect(() => {
    if (!room) return setVisible(false)
    const look = () => {
      const state = room.state.get()
      setVisible(phaseOf(state) === 'connected' && state.remote !== null && state.peer?.media.camera === true)
    }
    look()
    return room.state.subscribe(look)
  }, [room])
  return visible ? room : null
}
