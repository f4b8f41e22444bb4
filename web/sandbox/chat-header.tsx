import { useEffect, useState } from 'preact/hooks'
import type { SandboxUser, Seat } from '../../sandbox/contract.ts'
import { useStore } from '../shared/store.ts'
import { Avatar } from './avatar.tsx'
import { Icon } from './icon.tsx'
import { messenger } from './messenger.ts'
import { fullName } from './names.ts'
import { PeopleMenu } from './people-menu.tsx'
import { Popover } from './popover.tsx'
import { type Texts, useTexts } from './texts.ts'

/** What the bot is doing in this chat, until it does not any more. */
function useDoing(chatId: number | undefined): string | undefined {
  const { doing } = useStore(messenger)
  const mine = chatId === undefined ? undefined : doing[chatId]
  const [, expire] = useState(0)
  useEffect(() => {
    if (!mine) return
    const timer = setTimeout(() => expire(count => count + 1), mine.until - Date.now())
    return () => clearTimeout(timer)
  }, [mine])
  return mine && mine.until > Date.now() ? mine.action : undefined
}

function doingText(texts: Texts, action: string): string {
  if (action === 'upload_photo') return texts.uploadingPhoto
  if (action === 'upload_document') return texts.uploadingFile
  return texts.typing
}

export function ChatHeader({ seat, person }: { seat: Seat; person: SandboxUser | undefined }) {
  const texts = useTexts()
  const { bot } = useStore(messenger)
  const action = useDoing(person?.id)
  const name = person ? fullName(person) : texts.nobody
  const button = (
    <>
      <span class="seat-label">{texts.seat[seat]}</span>
      <span class="seat-person">{name}</span>
      <span class="visually-hidden">{texts.people(texts.seat[seat])}</span>
      <Icon name="chevron" size={18} />
    </>
  )
  return (
    <header class="chat-header">
      <Avatar id={bot?.id ?? 0} name={bot?.firstName ?? ''} />
      <div class="chat-title">
        <h2>{bot?.firstName}</h2>
        <p class={action ? 'doing' : undefined} aria-live="off">
          {action ? doingText(texts, action) : texts.bot}
        </p>
      </div>
      <Popover label={texts.people(texts.seat[seat])} names class="seat-button" button={button} testId={`people-${seat}`}>
        {close => <PeopleMenu seat={seat} person={person} close={close} />}
      </Popover>
    </header>
  )
}
