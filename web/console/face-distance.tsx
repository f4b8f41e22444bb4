import { useState } from 'preact/hooks'
import type { CaptureShown, CaseFile, CheckState } from '../../api/contract.ts'
import { openFaceEngine } from '../face/engine.ts'
import { type ApiError, api, asApiError } from '../room/http.ts'
import { t } from '../room/texts.ts'
import { whenInWords } from '../room/time.ts'
import { pictureUrl } from './picture-dialog.tsx'
import { ProblemNote } from './problem-note.tsx'
import { keyOf } from './shortcuts.ts'

interface Props {
  file: CaseFile
  distance: CheckState['distance']
  editable: boolean
  onMeasured(): void
}

/** With the applicant's consent: how far the two stills are apart, as a band with the raw figure. It gives the check no result. */
export function FaceDistance({ file, distance, editable, onMeasured }: Props) {
  const present = (kind: string) => file.captures.find(capture => capture.present && capture.kind === kind)
  const [card, face] = [present('card-front'), present('face')]
  const { busy, error, measure } = useMeasuring(file.caseCode, card, face, onMeasured)
  if (!file.consents.some(({ kind, given }) => kind === 'face' && given)) {
    return (
      <p class="small soft" data-testid="face-declined">
        {t('face-declined')}
      </p>
    )
  }
  if (!card || !face) return null
  return (
    <div class="face-distance" data-testid="face-distance" data-outcome={distance?.outcome ?? 'open'} data-band={distance?.band}>
      {editable && (
        <button
          type="button"
          class="button"
          data-testid="face-measure"
          data-shortcut={keyOf('measure')}
          disabled={busy}
          onClick={() => void measure()}
        >
          {t('face-measure')}
        </button>
      )}
      <div role="status">
        {busy && <p class="small">{t('face-measuring')}</p>}
        {distance && <Result {...distance} />}
      </div>
      {error && <ProblemNote error={error} onRetry={() => void measure()} />}
    </div>
  )
}

function Result({ outcome, distance, band, model, version, at }: NonNullable<CheckState['distance']>) {
  return (
    <>
      {distance === null ? (
        <p>
          {t(`face-${outcome}`)} {t('face-take-again')}
        </p>
      ) : (
        <p>
          <strong class={`face-band ${band}`}>{t(`face-band-${band}`)}</strong>{' '}
          <span data-testid="face-figure" data-distance={distance}>
            {t('face-measured', { distance: distance.toFixed(3) })}
          </span>
        </p>
      )}
      <p class="small soft">{t('face-by', { model, version, at: whenInWords(at) })}</p>
      <p class="small soft">{t('face-only-advice')}</p>
    </>
  )
}

/** From the very bytes that the desk keeps: both stills are fetched, measured here, and only the figure goes back. */
function useMeasuring(code: string, card: CaptureShown | undefined, face: CaptureShown | undefined, onMeasured: () => void) {
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<ApiError | null>(null)
  const measure = async () => {
    if (!card || !face) return
    setBusy(true)
    setError(null)
    try {
      const engine = await openFaceEngine()
      const result = await engine.measure(await fetchStill(code, card.id), await fetchStill(code, face.id))
      const { model, version } = engine
      const body = { card: card.id, face: face.id, ...result, model, version }
      await api(`/api/console/cases/${encodeURIComponent(code)}/distance`, { method: 'POST', body })
      onMeasured()
    } catch (failure) {
      setError(asApiError(failure, 'no-face-engine'))
      // it was taken back, or a still was taken again: show how things stand
      onMeasured()
    }
    setBusy(false)
  }
  return { busy, error, measure }
}

async function fetchStill(code: string, id: string): Promise<Blob> {
  const answer = await fetch(pictureUrl(code, id), { credentials: 'same-origin', cache: 'no-store' })
  if (!answer.ok) throw new Error(`a still: ${answer.status}`)
  return answer.blob()
}
