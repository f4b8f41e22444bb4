import type { ComponentChildren } from 'preact'
import type { Message } from '../../sandbox/contract.ts'
import { ContactCard, DocumentCard, LocationCard, Photo, StickerImage, VoiceBar } from './attachments.tsx'
import { RichText } from './rich-text.tsx'
import { useTexts } from './texts.ts'

interface MessageContentProps {
  message: Message
  /** time, "edited", checks: stands at the end of the last line */
  meta: ComponentChildren
}

export function MessageContent({ message, meta }: MessageContentProps) {
  const texts = useTexts()
  const media = mediaOf(message)
  const text = message.text ?? message.caption
  const entities = message.entities ?? message.caption_entities ?? []
  if (media === undefined && text === undefined) {
    return (
      <p class="text unsupported">
        {texts.unsupported}
        {meta}
      </p>
    )
  }
  return (
    <>
      {media}
      {text === undefined ? (
        <p class={message.photo ? 'text over' : 'text alone'}>{meta}</p>
      ) : (
        <div class="text" dir="auto">
          <RichText text={text} entities={entities} />
          {meta}
        </div>
      )}
    </>
  )
}

function mediaOf(message: Message): ComponentChildren {
  if (message.photo) return <Photo sizes={message.photo} />
  if (message.venue) return <LocationCard location={message.venue.location} title={message.venue.title} />
  if (message.location) return <LocationCard location={message.location} />
  if (message.contact) return <ContactCard contact={message.contact} />
  if (message.sticker) return <StickerImage sticker={message.sticker} />
  if (message.voice) return <VoiceBar voice={message.voice} />
  const file = message.document ?? message.video ?? message.audio ?? message.animation
  return file && <DocumentCard file={file} />
}
