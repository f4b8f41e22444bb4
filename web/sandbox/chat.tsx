import type { SandboxUser, Seat } from '../../sandbox/contract.ts'
import { useStore } from '../shared/store.ts'
import { ChatBody } from './chat-body.tsx'
import { ChatHeader } from './chat-header.tsx'
import { messenger } from './messenger.ts'
import { fullName } from './names.ts'
import { NewsElsewhere } from './news-elsewhere.tsx'
import { useTexts } from './texts.ts'

/** One column: the messenger as the person on this seat sees it. */
export function Chat({ seat, person }: { seat: Seat; person: SandboxUser | undefined }) {
  const texts = useTexts()
  const { bot, chats } = useStore(messenger)
  const chat = person && chats[person.id]
  return (
    <section
      class="chat"
      data-seat={seat}
      data-testid={`chat-${seat}`}
      data-chat-id={person?.id}
      aria-label={texts.chatOf(texts.seat[seat], person ? fullName(person) : '')}
    >
      <ChatHeader seat={seat} person={person} />
      <NewsElsewhere seat={seat} shown={person?.id} />
      {person && bot && chat ? (
        <ChatBody key={person.id} seat={seat} person={person} bot={bot} chat={chat} />
      ) : (
        <div class="chat-loading wallpaper">
          <p class="pill">{texts.loading}</p>
        </div>
      )}
    </section>
  )
}
