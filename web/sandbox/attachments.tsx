import type { Contact, Location, PhotoSize, Sticker, Voice } from '@grammyjs/types'
import { api } from './api.ts'
import { Avatar } from './avatar.tsx'
import { useChat } from './chat-context.ts'
import { Icon, type IconName } from './icon.tsx'
import { fullName } from './names.ts'
import { useTexts } from './texts.ts'

const PHOTO_PX = 330

export function Photo({ sizes }: { sizes: PhotoSize[] }) {
  const texts = useTexts()
  const { openPhoto } = useChat()
  const largest = sizes.at(-1)
  const drawn = sizes.find(size => Math.max(size.width, size.height) >= PHOTO_PX) ?? largest
  if (!largest || !drawn) return null
  const shrink = Math.min(1, PHOTO_PX / largest.width, PHOTO_PX / largest.height)
  return (
    <button
      type="button"
      class="photo"
      aria-label={texts.enlarge}
      style={{ width: Math.max(120, Math.round(largest.width * shrink)), aspectRatio: `${largest.width} / ${largest.height}` }}
      onClick={() => openPhoto(largest.file_id)}
    >
      <img src={api.fileUrl(drawn.file_id)} alt={texts.photo} loading="lazy" decoding="async" />
    </button>
  )
}

interface FileLike {
  file_id: string
  file_name?: string
  file_size?: number
  mime_type?: string
}

function sizeText(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`
  if (bytes < 1_000_000) return `${(bytes / 1000).toFixed(1)} KB`
  return `${(bytes / 1_000_000).toFixed(1)} MB`
}

function iconOf({ file_name = '', mime_type = '' }: FileLike): IconName {
  if (mime_type === 'text/calendar' || file_name.endsWith('.ics')) return 'calendar'
  if (mime_type.startsWith('image/')) return 'image'
  return mime_type.startsWith('video/') ? 'video' : 'file'
}

export function DocumentCard({ file }: { file: FileLike }) {
  const texts = useTexts()
  const name = file.file_name ?? texts.document
  return (
    <a class="card file-card" href={api.fileUrl(file.file_id)} download={name} aria-label={`${texts.download} ${name}`}>
      <span class="card-disc">
        <Icon name={iconOf(file)} size={24} />
      </span>
      <span class="card-lines">
        <span class="card-title">{name}</span>
        <span class="card-note">
          {file.file_size !== undefined && `${sizeText(file.file_size)} · `}
          {texts.download}
        </span>
      </span>
    </a>
  )
}

export function ContactCard({ contact }: { contact: Contact }) {
  const name = fullName({ firstName: contact.first_name, ...(contact.last_name ? { lastName: contact.last_name } : {}) })
  return (
    <div class="card">
      <Avatar id={contact.user_id ?? 0} name={name} />
      <span class="card-lines">
        <span class="card-title">{name}</span>
        <span class="card-note">{contact.phone_number}</span>
      </span>
    </div>
  )
}

export function LocationCard({ location, title }: { location: Location; title?: string }) {
  const texts = useTexts()
  const { latitude, longitude } = location
  return (
    <a
      class="card"
      href={`https://www.openstreetmap.org/?mlat=${latitude}&mlon=${longitude}#map=15/${latitude}/${longitude}`}
      target="_blank"
      rel="noopener noreferrer"
    >
      <span class="card-disc">
        <Icon name="pin" size={24} />
      </span>
      <span class="card-lines">
        <span class="card-title">{title ?? texts.location}</span>
        <span class="card-note">
          {latitude.toFixed(4)}, {longitude.toFixed(4)} · {texts.openMap}
        </span>
      </span>
    </a>
  )
}

const WAVE = [5, 9, 14, 8, 17, 12, 20, 11, 6, 15, 22, 13, 9, 18, 10, 6, 13, 19, 8, 12, 16, 7, 11, 5]

export function VoiceBar({ voice }: { voice: Voice }) {
  const texts = useTexts()
  const minutes = Math.floor(voice.duration / 60)
  const seconds = String(voice.duration % 60).padStart(2, '0')
  return (
    <div class="card voice">
      <span class="card-disc">
        <Icon name="mic" size={24} />
      </span>
      <span class="card-lines">
        <svg class="wave" viewBox="0 0 96 24" aria-hidden="true">
          {WAVE.map((height, at) => (
            <rect key={at} x={at * 4} y={12 - height / 2} width="2.4" height={height} rx="1.2" />
          ))}
        </svg>
        <span class="card-note">
          {texts.voice} {minutes}:{seconds}
        </span>
      </span>
    </div>
  )
}

/** A still sticker is a picture; of a moving one the emoji that it stands for is drawn. */
export function StickerImage({ sticker }: { sticker: Sticker }) {
  const texts = useTexts()
  const emoji = sticker.emoji ?? ''
  if (sticker.is_animated || sticker.is_video) return <span class="sticker">{emoji || '🙂'}</span>
  return <img class="sticker" src={api.fileUrl(sticker.file_id)} alt={`${texts.sticker} ${emoji}`} />
}
