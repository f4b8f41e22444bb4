import { useState } from 'preact/hooks'
import type { CaseFile } from '../../api/contract.ts'
import { Icon } from '../room/icons.tsx'
import { hasText, t } from '../room/texts.ts'
import { whenInWords } from '../room/time.ts'
import { AnswerLine } from './answer-line.tsx'
import { Dialog } from './dialog.tsx'
import { RehearsalLines } from './rehearsal-lines.tsx'

type Photo = CaseFile['photos'][number]

/** What the applicant stated, showed and agreed to. A picture is fetched when it is opened, not before: each opening is written down. */
export function Dossier({ file, open }: { file: CaseFile; open: boolean }) {
  const [shown, setShown] = useState<Photo | null>(null)
  const source = (photo: Photo) =>
    `/api/console/cases/${encodeURIComponent(file.caseCode)}/photos/${encodeURIComponent(photo.id)}`
  return (
    <details class="dossier" open={open}>
      <summary>{t('dossier')}</summary>
      <dl class="facts">
        {file.answers.map(answer => (
          // another key once the review is over: what was opened for it is hidden again
          <AnswerLine key={`${file.caseCode} ${answer.field} ${file.may.check}`} code={file.caseCode} answer={answer} />
        ))}
      </dl>
      {file.photos.length > 0 && (
        <ul class="photos" aria-label={t('photos')}>
          {file.photos.map(photo => (
            <li key={photo.id}>
              <button type="button" data-testid="photo" onClick={() => setShown(photo)}>
                <Icon name="card" size={18} />
                <span>{t('photo-open', { label: photo.label })}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
      <ul class="consents" aria-label={t('consents')}>
        {file.consents.map(consent => (
          <li key={consent.kind} data-given={consent.given}>
            {t(consent.given ? 'consent-given' : 'consent-refused', { label: consent.label })}
            {!consent.given && hasText(`consent-without-${consent.kind}`) && (
              <strong data-testid={`without-${consent.kind}`}> {t(`consent-without-${consent.kind}`)}</strong>
            )}
          </li>
        ))}
      </ul>
      <RehearsalLines rehearsal={file.rehearsal} />
      {shown && (
        <Dialog title={shown.label} wide onClose={() => setShown(null)}>
          <img class="photo-large" src={source(shown)} alt={shown.label} />
          <p class="soft small">{t('photo-taken', { at: whenInWords(shown.takenAt) })}</p>
        </Dialog>
      )}
    </details>
  )
}
