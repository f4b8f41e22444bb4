import type { RefObject } from 'preact'
import { useRef, useState } from 'preact/hooks'
import { CameraDialog } from './camera-dialog.tsx'
import { useChat } from './chat-context.ts'
import { ContactConfirm, ContactPicker } from './contact-dialogs.tsx'
import { Icon, type IconName } from './icon.tsx'
import { LocationDialog } from './location-dialog.tsx'
import { Popover } from './popover.tsx'
import { type CardSide, drawSampleCard } from './sample-card.ts'
import { sendSticker, sendVoice } from './send.ts'
import { useTexts } from './texts.ts'

type Open = 'camera' | 'own-contact' | 'other-contact' | 'location'

/** Everything that can be sent besides text. */
export function AttachMenu({ onFile }: { onFile(file: File, asDocument?: boolean): void }) {
  const texts = useTexts()
  const { chatId } = useChat()
  const [open, setOpen] = useState<Open>()
  const photoInput = useRef<HTMLInputElement>(null)
  const fileInput = useRef<HTMLInputElement>(null)
  const onClose = () => setOpen(undefined)
  const sample = (side: CardSide) => void drawSampleCard(side).then(file => file && onFile(file))
  const items: { icon: IconName; id?: string; name: string; run(): void }[] = [
    { icon: 'image', name: texts.attachPhoto, run: () => photoInput.current?.click() },
    { icon: 'camera', name: texts.attachCamera, run: () => setOpen('camera') },
    { icon: 'card', name: texts.attachSample, run: () => sample('front') },
    { icon: 'card', id: 'card-back', name: texts.attachSampleBack, run: () => sample('back') },
    { icon: 'file', name: texts.attachFile, run: () => fileInput.current?.click() },
    { icon: 'person', name: texts.attachOwnContact, run: () => setOpen('own-contact') },
    { icon: 'people', name: texts.attachOtherContact, run: () => setOpen('other-contact') },
    { icon: 'pin', name: texts.attachLocation, run: () => setOpen('location') },
    { icon: 'smile', name: texts.attachSticker, run: () => void sendSticker(chatId) },
    { icon: 'mic', name: texts.attachVoice, run: () => void sendVoice(chatId) },
  ]
  return (
    <>
      <Popover label={texts.attach} class="icon-button" button={<Icon name="attach" />} place="up-left" testId="composer-attach">
        {close => (
          <ul class="menu">
            {items.map(({ icon, id = icon, name, run }) => (
              <li key={id}>
                <button
                  type="button"
                  class="menu-item"
                  data-testid={`attach-${id}`}
                  onClick={() => {
                    close()
                    run()
                  }}
                >
                  <Icon name={icon} />
                  {name}
                </button>
              </li>
            ))}
          </ul>
        )}
      </Popover>
      <FileInput
        input={photoInput}
        label={texts.attachPhoto}
        accept="image/*"
        testId="photo-input"
        onFile={file => onFile(file)}
      />
      <FileInput input={fileInput} label={texts.attachFile} testId="file-input" onFile={file => onFile(file, true)} />
      {open === 'camera' && <CameraDialog onClose={onClose} onShot={onFile} onFallback={() => photoInput.current?.click()} />}
      {open === 'own-contact' && <ContactConfirm onClose={onClose} />}
      {open === 'other-contact' && <ContactPicker onClose={onClose} />}
      {open === 'location' && <LocationDialog onClose={onClose} />}
    </>
  )
}

interface FileInputProps {
  input: RefObject<HTMLInputElement | null>
  label: string
  testId: string
  accept?: string
  onFile(file: File): void
}

/** Out of sight and out of the tab order: the menu's entries press it. */
function FileInput({ input, label, testId, accept, onFile }: FileInputProps) {
  return (
    <input
      ref={input}
      class="visually-hidden"
      type="file"
      tabIndex={-1}
      aria-hidden="true"
      aria-label={label}
      accept={accept}
      data-testid={testId}
      onChange={event => {
        const file = event.currentTarget.files?.[0]
        event.currentTarget.value = ''
        if (file) onFile(file)
      }}
    />
  )
}
