import { useState } from 'preact/hooks'
import type { CaseFile } from '../../api/contract.ts'
import { Icon } from '../room/icons.tsx'
import { hasText, t } from '../room/texts.ts'
import { whenInWords } from '../room/time.ts'
import { AnswerLine } from './answer-line.tsx'
import { captureIcons } from './capture-icons.ts'
import { PictureDialog } from './picture-dialog.tsx'
import { RehearsalLines } from './rehearsal-lines.tsx'

type Picture = Pick<CaseFile['photos'][number], 'id' | 'label' | 'takenAt'>

/** What the applicant stated, showed and agreed to. A picture is fetched when it is opened, not before: each opening is written down. */
export function Dossier({ file, open }: { file: CaseFile; open: boolean }) {
  const [shown, setShown] = useState<Picture | null>(null)
  return (
    <details class="dossier" open={open}>
      <summary>{t('dossier')}</summary>
      <dl class="facts">
        {file.answers.map(answer => (
          // another key once the review is over: what was opened for it is hidden again
          <AnswerLine key={`${file.caseCode} ${answer.field} ${file.may.check}`} code={file.caseCode} answer={answer} />
        ))}
      </dl>
      {file.blind && (
        <p class="soft small" data-testid="blind">
          {t('blind-photos')}
        </p>
      )}
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
      {file.captures.length > 0 && (
        <ul class="photos" aria-label={t('captures-taken')} data-testid="captures">
          {file.captures.map(capture => (
            <li key={capture.id} data-present={capture.present}>
              <button type="button" onClick={() => setShown(capture)}>
                <Icon name={captureIcons[capture.kind]} size={18} />
                <span>
                  {t('photo-open', { label: capture.label })}{' '}
                  <span class="soft small">
                    {t(capture.present ? 'capture-by' : 'capture-by-earlier', {
                      by: capture.by,
                      at: whenInWords(capture.takenAt),
                    })}
                  </span>
                </span>
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
      {shown && <PictureDialog code={file.caseCode} picture={shown} onClose={() => setShown(null)} />}
    </details>
  )
}
