import { t } from '../room/texts.ts'
import { whenInWords } from '../room/time.ts'
import { Dialog } from './dialog.tsx'

interface Props {
  code: string
  picture: { id: string; label: string; takenAt: string }
  onClose(): void
}

export const pictureUrl = (code: string, id: string): string =>
  `/api/console/cases/${encodeURIComponent(code)}/photos/${encodeURIComponent(id)}`

/** One picture large. It is fetched when it is opened, not before: each opening is written down. */
export function PictureDialog({ code, picture, onClose }: Props) {
  return (
    <Dialog title={picture.label} wide onClose={onClose}>
      <img class="photo-large" src={pictureUrl(code, picture.id)} alt={picture.label} />
      <p class="soft small">{t('photo-taken', { at: whenInWords(picture.takenAt) })}</p>
    </Dialog>
  )
}
