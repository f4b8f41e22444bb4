import { useEffect, useId, useState } from 'preact/hooks'
import { useChat } from './chat-context.ts'
import { Dialog } from './dialog.tsx'
import { Icon } from './icon.tsx'
import { sendFile } from './send.ts'
import { useTexts } from './texts.ts'

interface SendFileDialogProps {
  file: File
  asDocument: boolean
  onClose(): void
}

/** A look at what is about to be sent, and a caption for it. */
export function SendFileDialog({ file, asDocument, onClose }: SendFileDialogProps) {
  const texts = useTexts()
  const { chatId } = useChat()
  const formId = useId()
  const isImage = file.type.startsWith('image/')
  const [asPhoto, setAsPhoto] = useState(isImage && !asDocument)
  const [preview, setPreview] = useState<string>()
  useEffect(() => {
    if (!isImage) return
    const url = URL.createObjectURL(file)
    setPreview(url)
    return () => URL.revokeObjectURL(url)
  }, [file])
  const actions = (
    <>
      <button type="button" class="button" onClick={onClose}>
        {texts.cancel}
      </button>
      <button type="submit" class="button primary" form={formId} data-testid="file-send">
        {texts.send}
      </button>
    </>
  )
  return (
    <Dialog title={asPhoto ? texts.sendPhoto : texts.sendFile} onClose={onClose} actions={actions} chatId={chatId}>
      <form
        id={formId}
        class="send-file"
        onSubmit={event => {
          event.preventDefault()
          const caption = String(new FormData(event.currentTarget).get('caption') ?? '').trim()
          onClose()
          void sendFile(chatId, asPhoto ? 'photo' : 'document', file, caption)
        }}
      >
        {preview && asPhoto ? (
          <img class="preview" src={preview} alt={file.name} />
        ) : (
          <p class="file-name">
            <Icon name="file" /> {file.name}
          </p>
        )}
        {isImage && (
          <label class="check">
            <input type="checkbox" checked={asPhoto} onChange={event => setAsPhoto(event.currentTarget.checked)} />
            {texts.asPhoto}
          </label>
        )}
        <input
          class="field"
          name="caption"
          aria-label={texts.caption}
          placeholder={texts.caption}
          maxLength={1024}
          autocomplete="off"
        />
      </form>
    </Dialog>
  )
}
