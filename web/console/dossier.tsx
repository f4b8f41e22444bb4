import { useState } from 'preact/hooks'
import type { CaseFile } from '../../api/contract.ts'
import { t } from '../room/texts.ts'
import { whenInWords } from '../room/time.ts'
import { Dialog } from './dialog.tsx'

type Photo = CaseFile['photos'][number]

/** What the applicant stated, showed and agreed to. */
export function Dossier({ file, open }: { file: CaseFile; open: boolean }) {
  const [shown, setShown] = useState<Photo | null>(null)
  const source = (photo: Photo) =>
    `/api/console/cases/${encodeURIComponent(file.caseCode)}/photos/${encodeURIComponent(photo.id)}`
  return (
    <details class="dossier" open={open}>
      <summary>{t('dossier')}</summary>
      <dl class="facts">
        {file.answers.map(answer => (
          <div key={answer.field}>
            <dt>{answer.label}</dt>
            <dd>{answer.value}</dd>
          </div>
        ))}
      </dl>
      {file.photos.length > 0 && (
        <ul class="photos" aria-label={t('photos')}>
          {file.photos.map(photo => (
            <li key={photo.id}>
              <button type="button" data-testid="photo" onClick={() => setShown(photo)}>
                <img src={source(photo)} alt={t('photo-enlarge', { label: photo.label })} loading="lazy" />
                <span aria-hidden="true">{photo.label}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
      <ul class="consents" aria-label={t('consents')}>
        {file.consents.map(consent => (
          <li key={consent.kind} data-given={consent.given}>
            {t(consent.given ? 'consent-given' : 'consent-refused', { label: consent.label })}
          </li>
        ))}
      </ul>
      {shown && (
        <Dialog title={shown.label} wide onClose={() => setShown(null)}>
          <img class="photo-large" src={source(shown)} alt={shown.label} />
          <p class="soft small">{t('photo-taken', { at: whenInWords(shown.takenAt) })}</p>
        </Dialog>
      )}
    </details>
  )
}
