import { useState } from 'preact/hooks'
import type { BlindCompared, BlindFile, BlindInput } from '../../api/contract.ts'
import { type ApiError, api, asApiError } from '../room/http.ts'
import { t } from '../room/texts.ts'
import { BlindForm } from './blind-form.tsx'
import { BlindResult } from './blind-result.tsx'
import { Dialog } from './dialog.tsx'
import { ProblemNote } from './problem-note.tsx'
import { useOpened } from './use-opened.ts'

interface Props {
  id: string
  onClose(): void
}

/** A finished case, reviewed again by somebody who had no part in it: the material, the own finding, and only then what was decided. */
export function BlindReview({ id, onClose }: Props) {
  const path = `/api/console/blind/${encodeURIComponent(id)}`
  const { value: file, error: closed } = useOpened<BlindFile>(`${path}/open`)
  const [compared, setCompared] = useState<BlindCompared | null>(null)
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<ApiError | null>(null)
  const send = async (to: string, body: object) => {
    setBusy(true)
    setError(null)
    try {
      setCompared(await api<BlindCompared>(to, { method: 'POST', body }))
    } catch (failure) {
      setError(asApiError(failure))
    } finally {
      setBusy(false)
    }
  }
  return (
    <Dialog title={t('blind-title')} wide onClose={onClose}>
      {closed && <ProblemNote error={closed} />}
      {!file && !closed && <p class="soft">{t('loading')}</p>}
      {file && !compared && (
        <>
          <p class="soft">{t('blind-means')}</p>
          <Material file={file} path={path} />
          <BlindForm reasons={file.reasons} busy={busy} onSubmit={(input: BlindInput) => void send(path, input)} />
        </>
      )}
      {compared && <BlindResult compared={compared} busy={busy} onRaise={note => void send(`${path}/raise`, { note })} />}
      {error && <ProblemNote error={error} />}
    </Dialog>
  )
}

/** What the applicant said and showed; a picture is fetched when it is opened, and each opening is written down. */
function Material({ file, path }: { file: BlindFile; path: string }) {
  const [photo, setPhoto] = useState<BlindFile['photos'][number] | null>(null)
  return (
    <section aria-label={t('dossier')} data-testid="blind-material">
      <p>{t('blind-device', { device: file.device, months: file.termMonths })}</p>
      <dl class="facts">
        {file.answers.map(({ field, label, value }) => (
          <div key={field} class="blind-answer">
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {file.photos.length > 0 && (
        <ul class="photos" aria-label={t('photos')}>
          {file.photos.map(one => (
            <li key={one.id}>
              <button type="button" data-testid="blind-photo" onClick={() => setPhoto(one)}>
                {t('photo-open', { label: one.label })}
              </button>
            </li>
          ))}
        </ul>
      )}
      {photo && <img class="photo-large" src={`${path}/photos/${encodeURIComponent(photo.id)}`} alt={photo.label} />}
      <ul class="consents" aria-label={t('consents')}>
        {file.consents.map(({ kind, label, given }) => (
          <li key={kind} data-given={given}>
            {t(given ? 'consent-given' : 'consent-refused', { label })}
          </li>
        ))}
      </ul>
    </section>
  )
}
