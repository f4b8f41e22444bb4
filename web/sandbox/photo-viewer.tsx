import { api } from './api.ts'
import { Dialog } from './dialog.tsx'
import { useTexts } from './texts.ts'

export function PhotoViewer({ fileId, onClose }: { fileId: string; onClose(): void }) {
  const texts = useTexts()
  return (
    <Dialog title={texts.photo} onClose={onClose} class="photo-viewer">
      <img src={api.fileUrl(fileId)} alt={texts.photo} />
    </Dialog>
  )
}
