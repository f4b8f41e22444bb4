import { useState } from 'preact/hooks'
import type { CaseFile, CheckState, FacePoint, PointJudgement } from '../../api/contract.ts'
import { type ApiError, api, asApiError } from '../room/http.ts'
import { t } from '../room/texts.ts'
import { whenInWords } from '../room/time.ts'
import { Dialog } from './dialog.tsx'
import { FacePair } from './face-pair.tsx'
import { ProblemNote } from './problem-note.tsx'
import { keyOf } from './shortcuts.ts'

const facePoints: readonly FacePoint[] = ['shape', 'eyes', 'nose', 'mouth', 'marks']
const judgements: readonly PointJudgement[] = ['same', 'differs', 'unclear']

type Points = Partial<Record<FacePoint, PointJudgement>>

interface Props {
  file: CaseFile
  comparison: CheckState['comparison']
  editable: boolean
  onSaved(): void
}

/** Five points of the two faces, by eye: the card beside the person, both as large as is needed. */
export function FaceCompare({ file, comparison, editable, onSaved }: Props) {
  const [open, setOpen] = useState(false)
  const present = (kind: string) => file.captures.find(capture => capture.present && capture.kind === kind)
  const [card, face] = [present('card-front'), present('face')]
  const ready = card !== undefined && face !== undefined
  return (
    <div class="compare" data-testid="compare" data-done={comparison !== undefined}>
      <button
        type="button"
        class="button"
        data-testid="compare-open"
        data-shortcut={keyOf('compare')}
        aria-disabled={!ready}
        onClick={() => ready && setOpen(true)}
      >
        {t('compare-open')}
      </button>
      <span class="small" role="status">
        {comparison ? <Summary {...comparison} /> : t(ready ? 'compare-to-do' : 'compare-not-yet')}
      </span>
      {open && card && face && (
        <Dialog title={t('compare-title')} wide onClose={() => setOpen(false)}>
          <FacePair code={file.caseCode} cards={[card, ...file.photos.filter(({ kind }) => kind === 'card-front')]} face={face} />
          <Form
            code={file.caseCode}
            before={comparison?.points ?? {}}
            editable={editable}
            onSaved={() => {
              setOpen(false)
              onSaved()
            }}
          />
        </Dialog>
      )}
    </div>
  )
}

function Summary({ points, by, at }: NonNullable<CheckState['comparison']>) {
  const count = (judgement: PointJudgement) => facePoints.filter(point => points[point] === judgement).length
  const counts = { same: count('same'), differs: count('differs'), unclear: count('unclear') }
  return <>{t('compare-summary', { ...counts, by, at: whenInWords(at) })}</>
}

interface FormProps {
  code: string
  before: Points
  editable: boolean
  onSaved(): void
}

function Form({ code, before, editable, onSaved }: FormProps) {
  const [points, setPoints] = useState<Points>(before)
  const [error, setError] = useState<ApiError | null>(null)
  const [busy, setBusy] = useState(false)
  const save = async () => {
    setBusy(true)
    setError(null)
    try {
      await api(`/api/console/cases/${encodeURIComponent(code)}/comparison`, { method: 'PUT', body: { points } })
      onSaved()
    } catch (failure) {
      setError(asApiError(failure))
    }
    setBusy(false)
  }
  return (
    <form
      class="compare-form"
      onSubmit={event => {
        event.preventDefault()
        void save()
      }}
    >
      {facePoints.map(point => (
        <fieldset key={point} disabled={!editable}>
          <legend>{t(`face-point-${point}`)}</legend>
          {judgements.map(judgement => (
            <label key={judgement}>
              <input
                type="radio"
                name={point}
                required
                data-testid={`point-${point}-${judgement}`}
                checked={points[point] === judgement}
                onChange={() => setPoints({ ...points, [point]: judgement })}
              />
              {t(`face-${judgement}`)}
            </label>
          ))}
        </fieldset>
      ))}
      {error && <ProblemNote error={error} />}
      {editable && (
        <button type="submit" class="button primary" data-testid="compare-save" disabled={busy}>
          {t('compare-save')}
        </button>
      )}
    </form>
  )
}
